// Owns plain pages on disk. Their names stay from release to release, so that they cannot be there twice: all that
// change are on disk under other names before the first is renamed (docs/format/v1.md §7). In a web root, the compressed
// copies that a server sends in a page's place change with it.

import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isPagePath } from '@/lib/release/page-paths';
import { type Draft, severalAtOnce, sweepDrafts, syncFolder, writeDraft } from './atomic-files';
import { makeFolder } from './make-folder';
import { hasCopies, removeFile, stageCompressed } from './web-root';

/** Pages by path: `/p/en/index.html` -> bytes, or what gets them. Those that others link to stand first. */
export type PageFiles = ReadonlyMap<string, Uint8Array | (() => Promise<Uint8Array>)>;

/** Pages of which most are in place already: what has to be put there, and the paths of all that there are to be. */
export interface PageChanges {
  readonly put: PageFiles;
  readonly all: Paths;
}

/** A set of paths, or a map from them. */
interface Paths {
  has(path: string): boolean;
}

const PAGES = 'p';

/** Pages that are on disk under other names. */
export interface StagedPages {
  readonly put: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Make pages ready to be put in place below a folder. A page that is there already is left alone. */
export async function stagePages(folder: string, pages: PageFiles): Promise<StagedPages> {
  for (const path of pages.keys()) if (!isPagePath(path)) throw new Error(`no path of a page: ${path}`);
  const folders = new Set([...pages.keys()].map((path) => dirname(join(folder, path))));
  const isCompressed = new Map<string, boolean>();
  for (const each of folders) {
    await makeFolder(each);
    isCompressed.set(each, hasCopies(await readdir(each)));
  }
  const drafts = new Map<string, Draft>();
  await severalAtOnce(pages, async ([path, given]) => {
    const file = join(folder, path);
    const bytes = typeof given === 'function' ? await given() : given;
    const before = await readFile(file).catch(() => null);
    if (before?.equals(bytes) === true) return;
    const inWebRoot = isCompressed.get(dirname(file)) === true;
    drafts.set(path, await (inWebRoot ? stageCompressed(folder, path, bytes) : writeDraft(file, bytes)));
  });
  return {
    put: async () => {
      for (const path of pages.keys()) await drafts.get(path)?.put();
      for (const each of folders) await syncFolder(each);
    },
    discard: async () => {
      for (const draft of drafts.values()) await draft.discard();
    },
  };
}

/** Remove the pages that are in no release any more. Files that cannot be pages are nobody's business here. */
export async function removeOtherPages(folder: string, pages: Paths): Promise<void> {
  for (const lang of await namesIn(join(folder, PAGES))) {
    const names = await namesIn(join(folder, PAGES, lang));
    for (const name of names) {
      const path = `/${PAGES}/${lang}/${name}`;
      if (isPagePath(path) && !pages.has(path)) await removeFile(folder, path);
    }
    await sweepDrafts(join(folder, PAGES, lang), names);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/** docs/format/v1.md §7: those that others link to first. */
const RANKS = [/\/place-/, /\/county-/, /\/zip-\d{5}-/, /\/zip-/, /^\/p\/go\//];

/** When a page is put in place among those that change together: 0 for the first ones. */
export function pageRank(path: string): number {
  const at = RANKS.findIndex((pattern) => pattern.test(path));
  return at === -1 ? RANKS.length : at;
}
