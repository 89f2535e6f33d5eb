// Owns how large the files for other people's sites may be, compressed as a web server does it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A host's page pays for both before anyone has asked anything. */
export const siteFileBudgets = { 'embed.js': 3 * 1024, 'levee.js': 28 * 1024 } as const;

/** Compressed bytes of each file that has a budget. */
export function siteFileBytes(
  folder: string,
): readonly (readonly [name: string, bytes: number, budget: number])[] {
  return Object.entries(siteFileBudgets).map(([name, budget]) => [
    name,
    gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
    budget,
  ]);
}

/** What is too large, as sentences. */
export function siteFileFaults(folder: string): readonly string[] {
  return siteFileBytes(folder)
    .filter(([, bytes, budget]) => bytes > budget)
    .map(([name, bytes, budget]) => `/${name} takes ${bytes} bytes, more than ${budget}`);
}
