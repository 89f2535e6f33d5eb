// Owns reading a release back out of the blob store: its objects, its pages, as the reader of lib/release wants them.
// Names: `objects/<sha256>` and `pages/<sha256>`. Believes nothing; whoever reads verifies.

import { err, ok } from '@/lib/core/result';
import type { Sha256Hex } from '@/lib/release/format';
import { readPageManifest, readPagesRoot } from '@/lib/release/page-manifests';
import { fetchObject, type ReleaseSource } from '@/lib/release/verified-objects';
import type { BlobStore } from '../ports/blob-store';
import { StoreError } from '../ports/store-error';

export const objectBlob = (name: Sha256Hex): string => `objects/${name}`;
export const pageBlob = (hash: Sha256Hex): string => `pages/${hash}`;

/** Objects of the store, for `lib/release`. A store that fails throws, and is not taken for a missing object. */
export function storedObjects(blobs: BlobStore): Pick<ReleaseSource, 'object'> {
  return {
    object: async (name) => {
      const bytes = await blobs.get(objectBlob(name));
      return bytes === null ? err({ code: 'notFound', message: 'not in the store' }) : ok(bytes);
    },
  };
}

/** Manifest name -> object of the plain pages below `pagesRoot`; empty where there are none. */
export async function storedManifests(
  blobs: BlobStore,
  pagesRoot: Sha256Hex | null,
): Promise<ReadonlyMap<string, Sha256Hex>> {
  if (pagesRoot === null) return new Map();
  const root = readPagesRoot(await storedBytes(blobs, pagesRoot));
  if (!root.ok) throw new StoreError('damaged', `${pagesRoot}: ${root.error.message}`);
  return new Map(Object.entries(root.value.manifests));
}

/** Path -> hash of the pages that one manifest names. */
export async function storedManifest(
  blobs: BlobStore,
  name: Sha256Hex,
): Promise<ReadonlyMap<string, Sha256Hex>> {
  const manifest = readPageManifest(await storedBytes(blobs, name));
  if (!manifest.ok) throw new StoreError('damaged', `${name}: ${manifest.error.message}`);
  return new Map(Object.entries(manifest.value.pages));
}

/** Verified bytes of an object that must be there. Throws `StoreError` `damaged` where it is not. */
export async function storedBytes(blobs: BlobStore, name: Sha256Hex): Promise<Uint8Array> {
  const bytes = await fetchObject(storedObjects(blobs), name);
  if (bytes.ok) return bytes.value;
  throw new StoreError('damaged', `${bytes.error.file}: ${bytes.error.message}`);
}
