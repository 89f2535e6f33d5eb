// Owns the release folder as a projection of the office host's stores: what of it differs is fetched and written, and
// nothing that is newer is replaced. Server only. How files are put in place is release-files'.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '@/lib/office/ports/store-error';
import type { ReleaseFolder, ShownRelease } from '@/lib/office/publish/publish-ports';
import type { Sha256Hex } from '@/lib/release/format';
import { readPageManifest, readPagesRoot } from '@/lib/release/page-manifests';
import { COMING_POINTER_FILE } from '@/lib/release/verify-pages';
import { POINTER_FILE } from '@/lib/release/verify-pointer';
import { type PageChanges, type PageFiles, pageRank } from './page-files';
import { pointerOf } from './pointer-file';
import { presentObjects, releaseSource, writeRelease } from './release-files';
import { sweepObjects } from './sweep-objects';

/** Objects held in memory at once. */
const WRITTEN_AT_ONCE = 256;

/** The folder below which `v1/` and `p/` are served. */
export function releaseFolder(folder: string): ReleaseFolder {
  let isKnown = false;
  return {
    pointer: () => orStoreError(() => bytesOf(folder, POINTER_FILE)),
    sweep: (wanted) => orStoreError(() => sweepObjects(folder, wanted)),
    show: (release) =>
      orStoreError(async () => {
        for (;;) {
          const before = await bytesOf(folder, POINTER_FILE);
          if (before !== null && isNewer(before, release)) return false;
          if (isKnown && before?.equals(release.pointer) === true) return true;
          if (!(await show(folder, before, release, isKnown))) continue;
          isKnown = true;
          return true;
        }
      }),
  };
}

/** False where somebody else has written meanwhile, or swept. */
async function show(
  folder: string,
  before: Buffer | null,
  release: ShownRelease,
  isKnown: boolean,
): Promise<boolean> {
  const present = await presentObjects(folder);
  const absent = release.objects.filter((name) => !present.has(`${name}.json`));
  for (let at = 0; at < absent.length; at += WRITTEN_AT_ONCE) {
    const some = absent.slice(at, at + WRITTEN_AT_ONCE);
    const objects = await Promise.all(some.map(async (name) => [name, await release.object(name)] as const));
    await writeRelease(folder, { objects: new Map(objects), pointer: async () => null });
  }
  const pages = await pageChanges(folder, before, release, isKnown);
  return writeRelease(folder, {
    objects: new Map(),
    ...(pages === null ? {} : { pages }),
    // Nobody sweeps in our turn: what is there now is there when readers are pointed to it.
    pointer: async (current) => {
      if (!isSame(current, before)) return null;
      const there = await presentObjects(folder);
      return release.objects.every((name) => there.has(`${name}.json`)) ? release.pointer : null;
    },
  });
}

function isSame(a: Uint8Array | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : b.equals(a);
}

/** Whether a release of our line with our number or a higher one lies there. The same number is ours, signed once. */
function isNewer(bytes: Uint8Array, { line, sequence, pointer }: ShownRelease): boolean {
  const there = pointerOf(bytes);
  if (there === null || there.releaseLine !== line || there.sequence < sequence) return false;
  return there.sequence > sequence || !Buffer.from(pointer).equals(bytes);
}

/** null: the pages in place are right. Where it is not known what lies there (nothing, a write that was cut off,
 *  somebody else's release), all are looked at. The first time, pages too many may be left from a write that was cut off
 *  at its very end: they are taken away. */
async function pageChanges(
  folder: string,
  before: Uint8Array | null,
  release: ShownRelease,
  isKnown: boolean,
): Promise<PageChanges | null> {
  const there = before === null ? null : pointerOf(before);
  const isWhole = (await bytesOf(folder, COMING_POINTER_FILE)) === null;
  if (isKnown && isWhole && there !== null && there.pagesRoot === release.pagesRoot) return null;
  const wanted = await release.pages();
  const known = isWhole && there !== null ? await pagesThere(folder, there.pagesRoot) : null;
  const put = [...wanted]
    .filter(([path, hash]) => known?.get(path) !== hash)
    .sort(([a], [b]) => pageRank(a) - pageRank(b));
  const files: PageFiles = new Map(put.map(([path, hash]) => [path, () => release.page(hash)]));
  return { put: files, all: wanted };
}

/** Path -> hash of the pages that a release in the folder has; null where its manifests cannot be read. */
async function pagesThere(
  folder: string,
  pagesRoot: Sha256Hex | null,
): Promise<ReadonlyMap<string, Sha256Hex> | null> {
  const pages = new Map<string, Sha256Hex>();
  if (pagesRoot === null) return pages;
  const { object } = releaseSource(folder);
  const rootBytes = await object(pagesRoot);
  const root = rootBytes.ok ? readPagesRoot(rootBytes.value) : rootBytes;
  if (!root.ok) return null;
  for (const name of Object.values(root.value.manifests)) {
    const bytes = await object(name);
    const manifest = bytes.ok ? readPageManifest(bytes.value) : bytes;
    if (!manifest.ok) return null;
    for (const [path, hash] of Object.entries(manifest.value.pages)) pages.set(path, hash);
  }
  return pages;
}

async function bytesOf(folder: string, path: string): Promise<Buffer | null> {
  try {
    return await readFile(join(folder, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** What a disk throws, in the words of the ports. */
async function orStoreError<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error) || !('code' in error)) throw error;
    const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    const message = `the release folder: ${error.message}`;
    throw new StoreError(isFull ? 'full' : 'unavailable', message, { cause: error });
  }
}
