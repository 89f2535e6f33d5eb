// Owns counting what a whole locality weighs on the way to a device. Must not know of voters or storage.

import { gzipSync } from 'fflate';
import type { LocalityRef, Root, Sha256Hex } from './format';
import { localityKey, type NamedPage, objectsByLocality } from './locality-objects';

/** The localities with their `gzipKb` (docs/format/v1.md §4.1), and the sizes of all objects that they need. An object is
 *  compressed once, however many localities need it, and not at all where its size is `known` from an earlier release; a
 *  state of 250,000 segments takes about a second. */
export function withGzipKb(
  root: Pick<Root, 'localities' | 'towns'>,
  pages: readonly NamedPage[],
  objects: ReadonlyMap<Sha256Hex, Uint8Array>,
  known: ReadonlyMap<Sha256Hex, number>,
): { readonly localities: readonly LocalityRef[]; readonly sizes: ReadonlyMap<Sha256Hex, number> } {
  const sizes = new Map<Sha256Hex, number>();
  const sizeOf = (name: Sha256Hex): number => {
    const bytes = objects.get(name);
    if (bytes === undefined) throw new Error(`no object: ${name}`);
    const size = sizes.get(name) ?? known.get(name) ?? gzipSync(bytes, { level: 9, mtime: 0 }).length;
    sizes.set(name, size);
    return size;
  };
  const byLocality = objectsByLocality(root, pages);
  const localities = root.localities.map((locality) => {
    const names = [...(byLocality.get(localityKey(locality)) ?? [])];
    return { ...locality, gzipKb: Math.ceil(names.reduce((sum, name) => sum + sizeOf(name), 0) / 1024) };
  });
  return { localities, sizes };
}
