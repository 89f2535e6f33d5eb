// Owns the objects that hold the plain pages' hashes (docs/format/v1.md §4.5): their shapes, how they are read,
// and how they are made. Only deployment, mirrors and verify read them; never a voter's browser.

import type { Result } from '@/lib/core/result';
import { sha256Hex } from './bytes';
import { compareText } from './canonical-json';
import type { Sha256Hex } from './format';
import * as is from './guards';
import type { ObjectStore } from './object-store';
import { isPagePath } from './page-paths';
import { type FormatError, read } from './read-objects';

/** `pagesRoot` names it: manifest name (`zip-39120`, `county-…-…`, `rest`) -> object name. */
export interface PagesRoot {
  readonly kind: 'pages';
  readonly manifests: Readonly<Record<string, Sha256Hex>>;
}

/** Path -> SHA-256 of the page's uncompressed bytes. */
export interface PageManifest {
  readonly kind: 'pageManifest';
  readonly pages: Readonly<Record<string, Sha256Hex>>;
}

const sha256 = is.textLike(/^[0-9a-f]{64}$/, 'a SHA-256 name');

const pagesRoot: is.Guard<PagesRoot> = is.object({
  kind: is.literal('pages'),
  manifests: is.dictionary(/^(rest|zip-\d{5}|county-[a-z0-9_-]{1,96}\.[a-z0-9_-]{1,96})$/, sha256),
});

const pageManifest: is.Guard<PageManifest> = (value, path) => {
  const manifest = is.object({ kind: is.literal('pageManifest'), pages: is.dictionary(/^/, sha256) })(
    value,
    path,
  );
  for (const page of Object.keys(manifest.pages))
    if (!isPagePath(page)) is.fail(`${path}.${page}`, 'a path of a page');
  return manifest;
};

/** The pages root from its verified bytes. */
export function readPagesRoot(bytes: Uint8Array): Result<PagesRoot, FormatError> {
  return read(bytes, pagesRoot);
}

/** A page manifest from its verified bytes. A path that no page can have makes it malformed. */
export function readPageManifest(bytes: Uint8Array): Result<PageManifest, FormatError> {
  return read(bytes, pageManifest);
}

/** A page that was made, and the manifest it stands in. */
export interface MadePage {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifest: string;
}

/** The manifest of pages that belong to no ZIP and no locality. */
export const REST = 'rest';

/** WebCrypto hashes on another thread: waiting for each alone would cost more than hashing. */
const HASHED_AT_ONCE = 64;

/** Store the manifests of pages, and the root that names them and `kept`, which are stored already. */
export async function storeManifests(
  pages: readonly MadePage[],
  kept: ReadonlyMap<string, Sha256Hex>,
  store: ObjectStore,
): Promise<{ readonly root: Sha256Hex; readonly manifests: ReadonlyMap<string, Sha256Hex> }> {
  const listed = new Map<string, Record<string, Sha256Hex>>();
  for (let at = 0; at < pages.length; at += HASHED_AT_ONCE) {
    const batch = pages.slice(at, at + HASHED_AT_ONCE);
    const hashes = await Promise.all(batch.map(({ bytes }) => sha256Hex(bytes)));
    for (const [index, { path, manifest }] of batch.entries()) {
      const known = listed.get(manifest) ?? {};
      known[path] = hashes[index] ?? '';
      listed.set(manifest, known);
    }
  }
  const manifests = new Map(kept);
  for (const [name, hashes] of [...listed].sort((a, b) => compareText(a[0], b[0]))) {
    manifests.set(name, await store.add({ kind: 'pageManifest', pages: hashes } satisfies PageManifest));
  }
  const root = { kind: 'pages', manifests: Object.fromEntries(manifests) } satisfies PagesRoot;
  return { root: await store.add(root), manifests };
}
