// Owns a release as a saved place is checked against it: fresh or not, and the streets of a ZIP.
// It must not know the saved place, nor words.

import { isFresh, type RungKind } from '@/lib/core/rung';
import type { OpenRelease } from '@/lib/release/reader';
import type { ObjectReader } from '@/lib/release/verified-objects';
import { ZipFinder } from '@/lib/release/zip-finder';
import type { PlaceList } from './saved-place';

/** `objects` is the page's own reader. A copy on the device may lack late changes, however young it is. */
export function placeListOf(
  { pointer, expired, rung }: Pick<OpenRelease, 'pointer' | 'expired'> & { readonly rung: RungKind },
  objects: ObjectReader,
  now: Date,
): PlaceList {
  const isCurrent = rung === 'live' || rung === 'mirror';
  return {
    pointer,
    isFresh: isCurrent && !expired && isFresh(pointer.issuedAt, now),
    shardsOf: async (zip) => {
      const root = await objects.root(pointer.root);
      const shards = root.ok ? await new ZipFinder(root.value, objects).shardsOf(zip) : root;
      return shards.ok ? shards.value : null;
    },
  };
}
