// Owns asking a host for many files and counting what came: statuses, and bodies that are not those of a folder that is known to be
// right. Shares no code with whoever serves or copies.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshFetch } from './fresh-fetch';

/** `{asked: 120, right: 117, refused: 3, failed: 0, wrong: []}`. `refused`: 500 and above. `failed`: no whole answer. */
export interface Crawled {
  readonly asked: number;
  readonly right: number;
  readonly refused: number;
  readonly failed: number;
  /** Paths whose 200 had other bytes, or that were said not to be there. */
  readonly wrong: readonly string[];
}

const LIMIT_MS = 8_000;

/** Ask `url` for each path, and compare with the file below `root`. */
export async function crawl(url: string, root: string, paths: readonly string[]): Promise<Crawled> {
  const { fetchFile, close } = freshFetch();
  const counts = { right: 0, refused: 0, failed: 0 };
  const wrong: string[] = [];
  for (const path of paths) {
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const response = await fetchFile(url + path, { signal: AbortSignal.timeout(LIMIT_MS) });
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.status >= 500) counts.refused += 1;
      else if (response.status === 200 && bytes.equals(await readFile(file))) counts.right += 1;
      else wrong.push(path);
    } catch {
      counts.failed += 1;
    }
  }
  close();
  return { asked: paths.length, ...counts, wrong };
}
