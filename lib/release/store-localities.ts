// Owns what a release says of its offices: an object for each locality, and the short entry that the root
// keeps of it. Must not know of ZIPs or streets.

import { compareText } from './canonical-json';
import type { OfficePart } from './compile-office';
import type { LocalityObject, LocalityRef, PageLocality } from './format';
import { localityKey } from './locality-objects';
import type { ObjectStore } from './object-store';
import { joinedLists } from './unreached-precincts';
import { compareSites } from './voting-sites';

/** Store every locality once, sorted by office and id. */
export async function storeLocalities(
  parts: readonly OfficePart[],
  store: ObjectStore,
): Promise<{
  refs: readonly LocalityRef[];
  objects: ReadonlyMap<string, PageLocality>;
  byId: ReadonlyMap<string, LocalityObject>;
}> {
  const byId = new Map<string, LocalityObject>();
  for (const part of [...parts].sort(compareByDay)) {
    for (const { object } of part.localities) {
      const id = localityKey(object);
      // Two elections of one office: the earlier one's words stand, and the sites and precincts of both.
      const earlier = byId.get(id);
      byId.set(id, earlier === undefined ? object : withListsOf(earlier, object));
    }
  }
  const sorted = [...byId].sort((a, b) => compareText(a[0], b[0]));
  const objects = new Map<string, PageLocality>();
  for (const [id, object] of sorted) {
    objects.set(id, { officeId: object.officeId, id: object.id, object: await store.add(object) });
  }
  const refs = sorted.map(([, { officeId, id, name, type, state, office }]) => ({
    officeId,
    id,
    name,
    type,
    state,
    office: { id: office.id, name: office.name, phone: office.phone },
  }));
  return { refs, objects, byId: new Map(sorted) };
}

function withListsOf(earlier: LocalityObject, later: LocalityObject): LocalityObject {
  const sites = [...(earlier.sites ?? []), ...(later.sites ?? [])].sort(compareSites);
  const precincts = joinedLists(earlier.precincts, later.precincts);
  return {
    ...earlier,
    ...(sites.length === 0 ? {} : { sites }),
    ...(precincts.length === 0 ? {} : { precincts }),
  };
}

function compareByDay(a: OfficePart, b: OfficePart): number {
  return compareText(a.election.date, b.election.date) || compareText(a.election.id, b.election.id);
}

/** Pages name locality objects; only those that stand on none are named by the root, which stays small. */
export function withObject(
  ref: LocalityRef,
  paged: ReadonlySet<string>,
  objects: ReadonlyMap<string, PageLocality>,
): LocalityRef {
  const id = localityKey(ref);
  const object = objects.get(id)?.object;
  return paged.has(id) || object === undefined ? ref : { ...ref, object };
}
