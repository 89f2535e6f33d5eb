// Owns release files on disk and over HTTP: writing a release so that readers see the old one or the new
// one whole, and reading one from a folder or an address. Server only. Verifying is lib/release's.

import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import { isSha256Hex, MAX_OBJECT_BYTES, objectPath, type Sha256Hex } from '@/lib/release/format';
import { isPagePath } from '@/lib/release/page-paths';
import type { ReleaseSource, SourceError } from '@/lib/release/verified-objects';
import { COMING_POINTER_FILE, type PlainPageSource } from '@/lib/release/verify-pages';
import { POINTER_FILE } from '@/lib/release/verify-pointer';
import { severalAtOnce, sweepDrafts, syncFolder, writeAtomically } from './atomic-files';
import { withLock } from './file-lock';
import { makeFolder } from './make-folder';
import { type PageChanges, type PageFiles, removeOtherPages, stagePages } from './page-files';
import { hasCopies, removeCopies, writeCompressed } from './web-root';

/** What is to be written: objects by name, and the bytes of `/v1/current.json`. */
export interface ReleaseFiles {
  readonly objects: ReadonlyMap<Sha256Hex, Uint8Array>;
  /** The plain pages; left out: those that are there stay (the same release, signed anew). */
  readonly pages?: PageFiles | PageChanges;
  readonly pointer: Uint8Array | PointerMaker;
}

/** Makes the pointer that follows the one in place (null: there is none), while nobody else can replace that.
 *  Null: leave it in place. */
export type PointerMaker = (current: Uint8Array | null) => Promise<Uint8Array | null>;

/** Write a release below a folder: objects first, then the plain pages, the pointer last, by rename. Killed anywhere
 *  in between, it leaves the old release whole; of its pages, docs/format/v1.md §7 says what may be left. Old objects
 *  stay, for readers may still be at them: an office host sweeps them in the end (sweep-objects.ts). False where the maker of
 *  the pointer left the one in place. */
export async function writeRelease(
  folder: string,
  { objects, pages, pointer }: ReleaseFiles,
): Promise<boolean> {
  const present = await putObjects(folder, objects);
  const changes = pages === undefined ? null : 'put' in pages ? pages : { put: pages, all: pages };
  const isReplaced = await replacePointer(folder, objects, changes, pointer);
  await sweepDrafts(join(folder, dirname(objectPath('0'))), present);
  return isReplaced;
}

/** Gives the names that were there before. */
async function putObjects(folder: string, objects: ReleaseFiles['objects']): Promise<ReadonlySet<string>> {
  const present = await presentObjects(folder);
  const inWebRoot = hasCopies(present);
  await severalAtOnce(objects, async ([name, bytes]) => {
    if (!isSha256Hex(name)) throw new Error(`no object name: ${name}`);
    const file = join(folder, objectPath(name));
    // Content-addressed: a file of the right name and length has the right bytes, or `verify` says so.
    if (present.has(`${name}.json`) && (await sizeOf(file)) === bytes.length) return;
    await (inWebRoot ? writeCompressed(folder, objectPath(name), bytes) : writeAtomically(file, bytes));
  });
  await syncFolder(join(folder, dirname(objectPath('0'))));
  return present;
}

/** null: it was swept just now. */
async function sizeOf(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.size ?? null;
}

/** The names of the files beside the objects below a folder, which is made where it is not there. */
export async function presentObjects(folder: string): Promise<ReadonlySet<string>> {
  const objectFolder = join(folder, dirname(objectPath('0')));
  await makeFolder(objectFolder);
  return new Set(await readdir(objectFolder));
}

/** Two that write at once take turns, so that the later one knows what it follows: a lower number than the one
 *  that voters have seen would be refused everywhere. Pages are made ready before the turn, and again in it where
 *  somebody else has written meanwhile. */
async function replacePointer(
  folder: string,
  objects: ReleaseFiles['objects'],
  pages: PageChanges | null,
  pointer: ReleaseFiles['pointer'],
): Promise<boolean> {
  const file = join(folder, POINTER_FILE);
  const before = await bytesOf(file);
  const early = pages === null ? null : await stagePages(folder, pages.put);
  return withLock(`${file}.lock`, async () => {
    const current = await bytesOf(file);
    const bytes = typeof pointer === 'function' ? await pointer(current) : pointer;
    const isEarly = bytes !== null && (before === null ? current === null : current?.equals(before) === true);
    if (!isEarly) await early?.discard();
    if (bytes === null) return false;
    // What an old release had may have been swept since it was found there. Nobody sweeps in our turn.
    if (objects.size > 0) await putObjects(folder, objects);
    const staged = pages === null ? null : isEarly ? early : await stagePages(folder, pages.put);
    // Signed, and there before the first page of the new release: whoever finds the pages mixed can tell why.
    const coming = join(folder, COMING_POINTER_FILE);
    await writeAtomically(coming, bytes);
    await staged?.put();
    // A copy of the old one beside the new one would be what a web server sends.
    await removeCopies(file);
    await rename(coming, file);
    await syncFolder(dirname(file));
    if (pages !== null) await removeOtherPages(folder, pages.all);
    return true;
  });
}

async function bytesOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A release below a folder (`DIR/v1/current.json`) or an address (`https://…`). */
export function releaseSource(location: string): ReleaseSource & PlainPageSource {
  return /^https?:\/\//i.test(location) ? httpSource(location) : folderSource(location);
}

function folderSource(folder: string): ReleaseSource & PlainPageSource {
  const read = async (path: string): Promise<Result<Uint8Array, SourceError>> => {
    try {
      return ok(await readFile(join(folder, path)));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT') return err({ code: 'notFound', message: 'there is no such file' });
      return err({ code: 'unreachable', message: `it cannot be read (${code})` });
    }
  };
  return {
    pointer: () => read(POINTER_FILE),
    object: (name) => named(name, read),
    page: (path) => paged(path, read),
    comingPointer: () => read(COMING_POINTER_FILE),
  };
}

const TIMEOUT_MS = 10_000;

function httpSource(address: string): ReleaseSource & PlainPageSource {
  const base = address.replace(/\/+$/, '');
  const read = async (path: string): Promise<Result<Uint8Array, SourceError>> => {
    try {
      const response = await fetch(base + path, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
      if (!response.ok) {
        await response.body?.cancel();
        const code = response.status === 404 ? 'notFound' : 'unreachable';
        return err({ code, message: `the answer was HTTP ${response.status}` });
      }
      return await readBody(response);
    } catch (error) {
      return err({ code: 'unreachable', message: `no answer (${whyNot(error)})` });
    }
  };
  return {
    pointer: () => read(POINTER_FILE),
    object: (name) => named(name, read),
    page: (path) => paged(path, read),
  };
}

/** Of what `fetch` throws, the name of what happened below it says most: `ECONNREFUSED`. */
function whyNot(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.name : 'failed';
}

/** Stops reading where no release file can be that long, whatever the server goes on sending. */
async function readBody(response: Response): Promise<Result<Uint8Array, SourceError>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_OBJECT_BYTES) return err({ code: 'unreachable', message: 'it is too long' });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

type Read = (path: string) => Promise<Result<Uint8Array, SourceError>>;

/** Only paths that a page can have ever reach a disk or an address, whatever a manifest says. */
function paged(path: string, read: Read): ReturnType<Read> {
  return isPagePath(path)
    ? read(path)
    : Promise.resolve(err({ code: 'notFound' as const, message: 'no path of a page' }));
}

/** Only names of objects ever reach a path or an address. */
function named(name: string, read: Read): ReturnType<Read> {
  return isSha256Hex(name)
    ? read(objectPath(name))
    : Promise.resolve(err({ code: 'notFound' as const, message: 'no SHA-256 name' }));
}
