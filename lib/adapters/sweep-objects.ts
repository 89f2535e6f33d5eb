// Owns taking objects out of a release folder that no release wants any more, in turns with whoever writes the pointer there.
// Server only. Which are wanted is lib/office/sweep's to know.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inBatches } from '@/lib/office/publish/in-batches';
import { namesOfRelease } from '@/lib/office/publish/plan';
import type { FolderSweep, FolderSwept } from '@/lib/office/publish/publish-ports';
import { isSha256Hex, objectPath, type Sha256Hex } from '@/lib/release/format';
import { POINTER_FILE } from '@/lib/release/verify-pointer';
import { withLock } from './file-lock';
import { pointerOf } from './pointer-file';
import { presentObjects } from './release-files';
import { removeFile } from './web-root';

/** In one turn: milliseconds, for whoever waits to write the pointer. */
const AT_ONCE = 100;

/** Remove them. Nothing is removed where the release in place is none of those that stay: it was shown since they were
 *  counted, or signed elsewhere, and its objects are not known. Throws what the disk throws. */
export async function sweepObjects(folder: string, wanted: FolderSweep): Promise<FolderSwept> {
  const removed: { readonly bytes: number }[] = [];
  const names = [...(await presentObjects(folder))]
    .map((file) => file.replace(/\.json$/, ''))
    .filter((name) => isSha256Hex(name) && !wanted.isKept(name));
  const batches: (readonly string[])[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) batches.push(names.slice(at, at + AT_ONCE));
  const isWhole = await inBatches(batches, 1, async (batch) => {
    await withLock(join(folder, `${POINTER_FILE}.lock`), async () => {
      if (!(await isWantedInPlace(folder, wanted))) return;
      for (const name of batch) removed.push(...(await takenAway(folder, name, wanted)));
    });
    return wanted.mayGoOn();
  });
  return { isWhole, removed };
}

async function isWantedInPlace(folder: string, { releases }: FolderSweep): Promise<boolean> {
  const bytes = await readFile(join(folder, POINTER_FILE)).catch(() => null);
  const pointer = bytes === null ? null : pointerOf(bytes);
  return pointer !== null && releases.has(namesOfRelease(pointer));
}

/** With the compressed copies beside it, where there are any. */
async function takenAway(
  folder: string,
  name: Sha256Hex,
  { unusedSince, isDryRun }: FolderSweep,
): Promise<readonly { readonly bytes: number }[]> {
  const found = await stat(join(folder, objectPath(name))).catch(() => null);
  if (found === null || found.mtimeMs >= unusedSince.getTime()) return [];
  if (!isDryRun) await removeFile(folder, objectPath(name));
  return [{ bytes: found.size }];
}
