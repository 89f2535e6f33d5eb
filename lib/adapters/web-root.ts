// Owns files as a web server finds them: each whole, beside it what `gzip_static` and `brotli_static` send in its
// place. Compressed once, here, and never older than the file. Server only; knows nothing of what is in a file.

import { readdir, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Draft, syncFolder, writeDraft } from './atomic-files';
import { makeFolder } from './make-folder';

const COMPRESSIBLE = /\.(?:html|js|css|json|svg|txt|ts|xml|webmanifest)$/;
/** Below this, the head of the answer is longer than what is saved. */
const LEAST_BYTES = 256;
/** Above this, brotli's slowest setting takes seconds for a few hundredths. */
const SLOW_BYTES = 1_048_576;
const QUICK_QUALITY = 7;

/** The endings of the copies beside a file. */
export const COPY_ENDINGS = ['.gz', '.br'] as const;

type Copy = readonly [ending: (typeof COPY_ENDINGS)[number], bytes: Buffer];

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Put a file and its copies below a web root: `writeCompressed('/srv/www', '/en/index.html', bytes)`. Killed anywhere in
 *  between, it leaves the old file or the new, and no copy of the other. Throws what the disk throws. */
export async function writeCompressed(root: string, path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(join(root, path)));
  await (await stageCompressed(root, path, bytes)).put();
  await syncFolder(dirname(join(root, path)));
}

/** The same in two steps, for many files that change together: all are on disk under other names before the first is put
 *  in place. The folder must be there, and is for whoever calls to sync. */
export async function stageCompressed(
  root: string,
  path: string,
  bytes: Uint8Array,
  effort: Effort = 'best',
): Promise<Draft> {
  const file = join(root, path);
  const copies = await compressedCopies(path, bytes, effort);
  const drafts: Draft[] = [];
  const discard = async (): Promise<void> => {
    await Promise.all(drafts.map((draft) => draft.discard()));
  };
  const orDiscard = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await discard();
      throw error;
    }
  };
  await orDiscard(async () => {
    drafts.push(await writeDraft(file, bytes));
    for (const [ending, copy] of copies) drafts.push(await writeDraft(file + ending, copy));
  });
  const put = async (): Promise<void> => {
    // Until the new ones are there, everybody gets the file itself.
    await removeCopies(file);
    for (const draft of drafts) await draft.put();
  };
  return { put: () => orDiscard(put), discard };
}

/** Whether files in a folder have copies beside them, by the names in it: whoever writes there must then write them, too. */
export function hasCopies(names: Iterable<string>): boolean {
  for (const name of names) if (COPY_ENDINGS.some((ending) => name.endsWith(ending))) return true;
  return false;
}

/** `quick` takes a twentieth of the time, and gives brotli copies a tenth longer: for a whole state at once. */
export type Effort = 'best' | 'quick';

/** What belongs beside a file: none where it is small, of another kind, or would not get shorter. Same bytes, same copies. */
export async function compressedCopies(
  path: string,
  bytes: Uint8Array,
  effort: Effort = 'best',
): Promise<readonly Copy[]> {
  if (!COMPRESSIBLE.test(path) || bytes.length < LEAST_BYTES) return [];
  const best = bytes.length > SLOW_BYTES ? 9 : constants.BROTLI_MAX_QUALITY;
  const quality = effort === 'best' ? best : QUICK_QUALITY;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const copies: readonly Copy[] = [
    ['.gz', await gzipped(bytes, { level: 9 })],
    ['.br', await brotlied(bytes, { params })],
  ];
  return copies.filter(([, copy]) => copy.length < bytes.length);
}

/** Take a file and its copies away; nothing where it is not there. */
export async function removeFile(root: string, path: string): Promise<void> {
  const file = join(root, path);
  await removeCopies(file);
  await rm(file, { force: true });
}

/** Take the copies beside a file away, given by its place on disk. From then on a server sends the file itself. */
export async function removeCopies(file: string): Promise<void> {
  await Promise.all(COPY_ENDINGS.map((ending) => rm(file + ending, { force: true })));
}

/** Every file below a web root by path, `/en/index.html`, copies and drafts among them, in no order; [] where there is no such folder. */
export async function listFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
}
