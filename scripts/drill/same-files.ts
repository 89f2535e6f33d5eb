// Owns comparing two web roots byte by byte: what of one is not as in the other. Shares no code with whoever copies.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '@/lib/adapters/web-root';

/** Paths of `copy` whose bytes are not those of `true`, or that `true` does not have; files that are only missing are not among
 *  them. The pointer is compared as well: call it while nobody publishes. */
export async function strayFiles(truth: string, copy: string): Promise<readonly string[]> {
  const stray: string[] = [];
  for (const path of await listFiles(copy)) {
    const own = await readFile(join(copy, path));
    const there = await readFile(join(truth, path)).catch(() => null);
    if (there === null || !own.equals(there)) stray.push(path);
  }
  return stray.sort();
}
