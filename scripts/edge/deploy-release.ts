// Owns copying a release from a folder into a web root that is being served: checked whole, objects first, pointer last.
// An edge that is kept up to date by `levee mirror` does not need it.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { presentObjects, releaseSource, writeRelease } from '@/lib/adapters/release-files';
import { listFiles, writeCompressed } from '@/lib/adapters/web-root';
import { err, ok, type Result } from '@/lib/core/result';
import { isSha256Hex, objectPath, type Pointer } from '@/lib/release/format';
import { isPagePath } from '@/lib/release/page-paths';
import { verifyRelease } from '@/lib/release/verify';
import { POINTER_FILE, type Trust, verifyPointer } from '@/lib/release/verify-pointer';

/** Copy the release below `from` to `root`; gives its pointer. The error is a sentence, and then what is there stays. */
export async function deployRelease(
  root: string,
  from: string,
  trust: Trust,
  now: Date,
): Promise<Result<Pointer, string>> {
  const report = await verifyRelease(releaseSource(from), trust, now);
  const wrong = report.problems.find(({ severity }) => severity === 'error');
  if (report.pointer === null || wrong !== undefined) {
    return err(
      `the release in ${from} is not right (${wrong?.file}: ${wrong?.message}). Nothing of it was copied.`,
    );
  }
  const { pointer } = report;
  const bytes = await readFile(join(from, POINTER_FILE));
  const paths = await listFiles(from);
  const present = await presentObjects(root);
  for (const path of paths) {
    const name = basename(path, '.json');
    if (path !== objectPath(name) || !isSha256Hex(name) || present.has(`${name}.json`)) continue;
    await writeCompressed(root, path, await readFile(join(from, path)));
  }
  const pages = new Map(paths.filter(isPagePath).map((path) => [path, () => readFile(join(from, path))]));
  let problem: string | null = null;
  await writeFirstPages(root, pages);
  await writeRelease(root, {
    objects: new Map(),
    pages,
    pointer: async (current) => {
      problem = current === null ? null : await olderProblem(current, pointer, trust);
      return problem === null ? bytes : null;
    },
  });
  return problem === null ? ok(pointer) : err(problem);
}

/** Where no page is yet, each comes with its compressed copies; from then on whoever writes there makes them, too. */
async function writeFirstPages(
  root: string,
  pages: ReadonlyMap<string, () => Promise<Uint8Array>>,
): Promise<void> {
  if ((await listFiles(join(root, 'p'))).length > 0) return;
  for (const [path, bytes] of pages) await writeCompressed(root, path, await bytes());
}

async function olderProblem(current: Uint8Array, next: Pointer, trust: Trust): Promise<string | null> {
  const there = await verifyPointer(current, trust);
  if (!there.ok || there.value.pointer.releaseLine !== next.releaseLine) return null;
  const { sequence } = there.value.pointer;
  return sequence <= next.sequence
    ? null
    : `release ${sequence} is there already, and ${next.sequence} is older. It stays.`;
}
