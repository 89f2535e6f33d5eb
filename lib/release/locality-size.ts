// Owns counting what a whole locality weighs on the way to a device. Must not know of voters or storage.

import { gzipSync } from 'fflate';
import type { LocalityRef, Root, Sha256Hex } from './format';
import { localityKey, type NamedPage, objectsByLocality } from './locality-objects';

/** The localities with their `gzipKb` (docs/format/v1.md §4.1). Every object is compressed once, however many
 *  localities need it; a state of 250,000 segments takes about a second. */
export function withGzipKb(
  root: Pick<Root, 'localities' | 'towns'>,
  pages: readonly NamedPage[],
  objects: ReadonlyMap<Sha256Hex, Uint8Array>,
): readonly LocalityRef[] {
  const sizes = new Map<Sha256Hex, number>();
  const sizeOf = (name: Sha256Hex): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const bytes = objects.get(name);
    if (bytes === undefined) throw new Error(`no object: ${name}`);
    const size = gzipSync(bytes, { level: 9, mtime: 0 }).length;
    sizes.set(name, size);
    return size;
  };
  const byLocality = objectsByLocality(root, pages);
  return root.localities.map((locality) => {
    const names = [...(byLocality.get(localityKey(locality)) ?? [])];
    return { ...locality, gzipKb: Math.ceil(names.reduce((sum, name) => sum + sizeOf(name), 0) / 1024) };
  });
}
