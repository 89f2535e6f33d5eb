// Owns which objects of a release can answer for a whole locality: what a device needs for a county, and what is
// counted to say how large that is. The compiler and the voter's page ask the same function. Ships to voters.

import type { PageLocality, Root, Sha256Hex, Zip3Page, ZipEntry } from './format';

/** A locality's own ids: `{officeId: 'ms-28001', id: '28001'}`. */
export type LocalityKey = Pick<PageLocality, 'officeId' | 'id'>;

/** A ZIP3 page and its name. */
export interface NamedPage {
  readonly name: Sha256Hex;
  readonly page: Zip3Page;
}

/** By `localityKey`: the ZIP3 pages, shards and locality objects of every ZIP that the locality has a part in (those
 *  of neighbours who share it included), the locality's own object, and the town index. Not the root. */
export function objectsByLocality(
  { localities, towns }: Pick<Root, 'localities' | 'towns'>,
  pages: readonly NamedPage[],
): ReadonlyMap<string, ReadonlySet<Sha256Hex>> {
  const byLocality = new Map<string, Set<Sha256Hex>>();
  const add = (locality: LocalityKey, names: readonly Sha256Hex[]) => {
    const key = localityKey(locality);
    const known = byLocality.get(key) ?? new Set([towns]);
    for (const name of names) known.add(name);
    byLocality.set(key, known);
  };
  for (const locality of localities) add(locality, locality.object === undefined ? [] : [locality.object]);
  for (const { name, page } of pages) {
    for (const entry of Object.values(page.zips)) {
      const here = localitiesIn(entry, page);
      const shards = 'shards' in entry ? entry.shards : [];
      const names = [name, ...shards, ...here.map(({ object }) => object)];
      for (const locality of here) add(locality, names);
    }
  }
  return byLocality;
}

/** One text for one locality of one office. */
export function localityKey({ officeId, id }: LocalityKey): string {
  return `${officeId}\t${id}`;
}

/** The localities that a ZIP's entry points to, as its page has them. */
export function localitiesIn(entry: ZipEntry, page: Pick<Zip3Page, 'localities'>): readonly PageLocality[] {
  const indexes =
    'shards' in entry
      ? entry.localities
      : 'unknown' in entry
        ? entry.unknown
        : 'streetsNotLoaded' in entry
          ? entry.streetsNotLoaded
          : [];
  return indexes.flatMap((index) => page.localities[index] ?? []);
}
