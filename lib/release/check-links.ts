// Owns the promises between objects: that a page is of its ZIP3, a shard of its ZIP, and every index has
// something at its end. A signed release that breaks one came from a compiler with a bug.

import type { Shard, ShardLayer } from '@/lib/core/lookup/shard';
import type { LocalityObject, Root, TownIndex, Zip3Page } from './format';

/** `wrongLink`: the object is another than the link says; `badIndex`: an index leads nowhere. */
export interface LinkProblem {
  readonly code: 'wrongLink' | 'badIndex';
  readonly message: string;
}

const wrong = (message: string): LinkProblem => ({ code: 'wrongLink', message });
const bad = (message: string): LinkProblem => ({ code: 'badIndex', message });

/** A page must be of the ZIP3 it is linked under, and name no locality that the root does not know. */
export function checkPage(page: Zip3Page, zip3: string, root: Root): readonly LinkProblem[] {
  const problems: LinkProblem[] = [];
  if (page.zip3 !== zip3) problems.push(wrong(`the page of ${page.zip3} stands under ${zip3}`));
  const known = new Set(root.localities.map(({ officeId, id }) => `${officeId}\t${id}`));
  for (const { officeId, id } of page.localities) {
    if (!known.has(`${officeId}\t${id}`))
      problems.push(wrong(`locality ${id} of ${officeId} is not in the root`));
  }
  for (const [zip, entry] of Object.entries(page.zips)) {
    if (!zip.startsWith(zip3)) problems.push(wrong(`${zip} stands in the page of ${zip3}`));
    if ('elsewhere' in entry) {
      if (page.counties[entry.elsewhere] === undefined)
        problems.push(bad(`county ${entry.elsewhere} of ${zip}`));
      continue;
    }
    const indexes =
      'shards' in entry ? entry.localities : 'unknown' in entry ? entry.unknown : entry.streetsNotLoaded;
    for (const index of indexes) {
      if (page.localities[index] === undefined) problems.push(bad(`locality ${index} of ${zip}`));
    }
    if ('shards' in entry && entry.shards.length === 0) problems.push(bad(`${zip} has no shard`));
  }
  return problems;
}

/** A locality object must be the one its link names. */
export function checkLocality(
  locality: LocalityObject,
  ref: { readonly officeId: string; readonly id: string },
): readonly LinkProblem[] {
  return locality.officeId === ref.officeId && locality.id === ref.id
    ? []
    : [wrong(`locality ${locality.id} of ${locality.officeId} stands for ${ref.id} of ${ref.officeId}`)];
}

/** Every ZIP of the town index must stand in a page. */
export function checkTowns(towns: TownIndex, pages: readonly Zip3Page[]): readonly LinkProblem[] {
  const known = new Set(pages.flatMap((page) => Object.keys(page.zips)));
  return Object.values(towns.states)
    .flat()
    .flatMap(([name, zips]) =>
      zips.filter((zip) => !known.has(zip)).map((zip) => wrong(`${name} names ${zip}, which no page has`)),
    );
}

/** Every part of a ZIP must be of that ZIP. */
export function checkShards(shards: readonly Shard[], zip: string): readonly LinkProblem[] {
  const problems = shards
    .filter((shard) => shard.zip !== zip)
    .map((shard) => wrong(`the shard of ${shard.zip} stands under ${zip}`));
  return [...problems, ...shards.flatMap((shard) => shard.layers.flatMap((layer) => checkLayer(layer, zip)))];
}

function checkLayer(layer: ShardLayer, zip: string): readonly LinkProblem[] {
  const problems: LinkProblem[] = [];
  for (const precinct of layer.precincts) {
    if (layer.localities[precinct.locality] === undefined) {
      problems.push(bad(`${zip}: locality ${precinct.locality} of precinct ${precinct.id}`));
    }
    for (const place of precinct.places) {
      if (layer.places[place] === undefined)
        problems.push(bad(`${zip}: place ${place} of precinct ${precinct.id}`));
    }
  }
  for (const street of layer.streets) {
    if (layer.cities[street.city] === undefined) problems.push(bad(`${zip}: town ${street.city}`));
    if (street.segments.length % 4 !== 0) problems.push(bad(`${zip}: segments are not in fours`));
    for (let at = 3; at < street.segments.length; at += 4) {
      if (layer.precincts[street.segments[at] ?? -1] === undefined) {
        problems.push(bad(`${zip}: precinct ${street.segments[at]}`));
      }
    }
  }
  return problems;
}
