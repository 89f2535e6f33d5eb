// Owns checking a release's plain pages: manifests by their hashes, every page by its manifest. For `levee verify` and
// mirrors. Pages that no manifest names are not looked at.

import type { Result } from '@/lib/core/result';
import { sha256Hex } from './bytes';
import { objectPath, type Sha256Hex } from './format';
import { readPageManifest, readPagesRoot } from './page-manifests';
import type { FormatError } from './read-objects';
import type { ReleaseProblem } from './release-problem';
import { fetchObject, type ReleaseSource, type SourceError } from './verified-objects';

/** The pointer that is about to come, while the pages that change are put in place (docs/format/v1.md §7). */
export const COMING_POINTER_FILE = '/v1/next.json';

/** Where plain pages come from: `/p/en/index.html` -> bytes. Nothing it returns is believed before it is verified. */
export interface PlainPageSource {
  page(path: string): Promise<Result<Uint8Array, SourceError>>;
  /** The bytes of `COMING_POINTER_FILE`; only a folder that releases are written to has it. */
  comingPointer?(): Promise<Result<Uint8Array, SourceError>>;
}

/** Pages found right, and what is wrong with the others. */
export interface PagesReport {
  readonly pages: number;
  readonly problems: readonly ReleaseProblem[];
}

/** Pages asked for at once: as for objects, a mirror is not to be flooded by its own checker. */
const CONCURRENCY = 16;

/** Check all plain pages below `pagesRoot`. Problems: those of objects for manifests; `wrongLink` for a path that
 *  stands in two; `notFound`, `unreachable` and `wrongPage` for pages; `comingPage`, a warning, for one that is right by
 *  `comingRoot`, the pages of a release that is signed and not yet live (null: there is none). */
export async function verifyPages(
  pagesRoot: Sha256Hex,
  comingRoot: Sha256Hex | null,
  source: ReleaseSource & Partial<PlainPageSource>,
  onPage?: (pages: number) => void,
): Promise<PagesReport> {
  const { pages, problems } = await readManifests(pagesRoot, source);
  const coming = comingRoot === null ? null : (await readManifests(comingRoot, source)).pages;
  const queue = pages.entries();
  let right = 0;
  const work = async (): Promise<void> => {
    for (const [path, hash] of queue) {
      const problem = await pageProblem(path, [hash, coming?.get(path)], source);
      if (problem !== null) problems.push(problem);
      else right += 1;
      onPage?.(right);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return { pages: right, problems };
}

/** Path -> hash of all pages below `pagesRoot`, and what is wrong with the manifests. */
export async function readManifests(
  pagesRoot: Sha256Hex,
  source: ReleaseSource,
): Promise<{ readonly pages: ReadonlyMap<string, Sha256Hex>; readonly problems: ReleaseProblem[] }> {
  const pages = new Map<string, Sha256Hex>();
  const problems: ReleaseProblem[] = [];
  const root = await objectOf(pagesRoot, source, readPagesRoot);
  if ('code' in root) return { pages, problems: [root] };
  for (const name of Object.values(root.manifests)) {
    const manifest = await objectOf(name, source, readPageManifest);
    if ('code' in manifest) {
      problems.push(manifest);
      continue;
    }
    for (const [path, hash] of Object.entries(manifest.pages)) {
      const isTwice = pages.has(path);
      if (isTwice)
        problems.push(error('wrongLink', objectPath(name), `${path} stands in another manifest, too`));
      pages.set(path, hash);
    }
  }
  return { pages, problems };
}

async function objectOf<Value extends object>(
  name: Sha256Hex,
  source: ReleaseSource,
  read: (bytes: Uint8Array) => Result<Value, FormatError>,
): Promise<Value | ReleaseProblem> {
  const bytes = await fetchObject(source, name);
  if (!bytes.ok) return error(bytes.error.code, bytes.error.file, bytes.error.message);
  const value = read(bytes.value);
  return value.ok ? value.value : error('malformed', objectPath(name), value.error.message);
}

async function pageProblem(
  path: string,
  [live, coming]: readonly [live: Sha256Hex, coming: Sha256Hex | undefined],
  source: Partial<PlainPageSource>,
): Promise<ReleaseProblem | null> {
  if (source.page === undefined) return error('unreachable', path, 'no page can be read from here');
  const bytes = await source.page(path);
  if (!bytes.ok) return error(bytes.error.code, path, bytes.error.message);
  const actual = await sha256Hex(bytes.value);
  if (actual === live) return null;
  if (actual === coming) {
    const message = 'already of the release that was about to come: its writer was stopped. Run it again';
    return { code: 'comingPage', severity: 'warning', file: path, message };
  }
  return error('wrongPage', path, `the bytes have the hash ${actual}: altered, or of another release`);
}

function error(code: ReleaseProblem['code'], file: string, message: string): ReleaseProblem {
  return { code, severity: 'error', file, message };
}
