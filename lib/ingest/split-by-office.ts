// Owns the division of a state's one file into a dataset for each office, so that each is compared, approved and published by itself.
// Changes no row. Knows neither stores nor who may do what.

import { townKey } from '@/lib/core/address/town';
import type {
  Dataset,
  ElectionAdministration,
  Locality,
  PollingLocation,
  StreetSegment,
} from '@/lib/core/vip';
import { groupBy } from './group-by';
import { officeIdOf, slug } from './office-id';

/** What was one office's of the file. */
export interface OfficePart {
  readonly dataset: Dataset;
  /** Nothing of it could be used: its localities stand in the file, and not one precinct. It must not replace what is live. */
  readonly isEmpty: boolean;
}

export interface SplitFeed {
  /** In the order of the file's localities. Each segment, precinct, split and locality is in exactly one. */
  readonly parts: readonly OfficePart[];
  /** Places that stand in several parts, since several offices' precincts or localities name them. */
  readonly shared: readonly SharedPlace[];
  /** Places that no precinct, split or locality names: they are in no part. */
  readonly unassigned: readonly PollingLocation[];
}

export interface SharedPlace {
  readonly id: string;
  readonly officeIds: readonly string[];
}

/** `nameOffice` gives the id of the office that runs these localities; null: the id that is made from state and name. */
export interface SplitOptions {
  readonly nameOffice?: (
    localities: readonly Locality[],
    office: ElectionAdministration | null,
  ) => string | null;
}

/** What of a file says who runs it. */
export type FileOffices = Pick<Dataset, 'state' | 'source' | 'localities' | 'electionAdministrations'>;

/** Locality id -> id of the office whose part it will be in. */
export function officesByLocality(
  file: FileOffices,
  options: SplitOptions = {},
): ReadonlyMap<string, string> {
  const groups = [...groupBy(file.localities, officeKey).values()];
  const names = officeNames(file, groups, options);
  return new Map(groups.flatMap((group, at) => group.map(({ id }) => [id, names[at] ?? ''])));
}

/** One part for each election administration that localities name, and for each locality that names none (VIP 6.0
 *  Locality.ElectionAdministrationId). A file of one office gives itself, under its own id. */
export function splitByOffice(dataset: Dataset, options: SplitOptions = {}): SplitFeed {
  const groups = [...groupBy(dataset.localities, officeKey).values()];
  if (groups.length <= 1) {
    const isEmpty = dataset.precincts.length === 0 && dataset.pollingLocations.length === 0;
    return { parts: [{ dataset, isEmpty }], shared: [], unassigned: [] };
  }
  const names = officeNames(dataset, groups, options);
  const groupOf = new Map(groups.flatMap((group, at) => group.map(({ id }): [string, number] => [id, at])));
  const groupOfPrecinct = new Map(
    dataset.precincts.map(({ id, localityId }) => [id, groupOf.get(localityId)]),
  );
  const segments = groupBy(dataset.streetSegments, ({ precinctId }) => groupOfPrecinct.get(precinctId));
  const precincts = groupBy(dataset.precincts, ({ localityId }) => groupOf.get(localityId));
  const splits = groupBy(dataset.precinctSplits, ({ precinctId }) => groupOfPrecinct.get(precinctId));
  const users = new Map<string, Set<number>>();
  const parts = groups.map((localities, at): OfficePart => {
    const own = { localities, precincts: precincts.get(at) ?? [], precinctSplits: splits.get(at) ?? [] };
    const placeIds = placesOf(own);
    for (const id of placeIds) users.set(id, (users.get(id) ?? new Set()).add(at));
    const { withheld: _, ...whole } = dataset;
    const part: Dataset = {
      ...whole,
      ...own,
      officeId: names[at] ?? dataset.officeId,
      electionAdministrations: administrationsOf(dataset, localities),
      pollingLocations: dataset.pollingLocations.filter(({ id }) => placeIds.has(id)),
      streetSegments: segments.get(at) ?? [],
      ...withheldOf(dataset, segments.get(at) ?? []),
    };
    return { dataset: part, isEmpty: part.precincts.length === 0 };
  });
  return {
    parts,
    shared: [...users].flatMap(([id, at]) =>
      at.size < 2 ? [] : [{ id, officeIds: [...at].map((index) => names[index] ?? '') }],
    ),
    unassigned: dataset.pollingLocations.filter(({ id }) => !users.has(id)),
  };
}

/** Rows that were set aside are nobody's: each stands with every office that has streets in its ZIP or town,
 *  whose rows might answer for it. */
function withheldOf({ withheld }: Dataset, segments: readonly StreetSegment[]): Pick<Dataset, 'withheld'> {
  if (withheld === undefined) return {};
  const zips = new Set(segments.map(({ zip }) => zip));
  const towns = new Set(segments.map(({ city }) => townKey(city)));
  const isNear = ({ zip, city }: StreetSegment) =>
    zips.has(zip) || (city === '' ? zip === '00000' : towns.has(townKey(city)));
  const near = withheld.filter(isNear);
  return near.length === 0 ? {} : { withheld: near };
}

/** Which localities are run by one office: `officeKey(a) === officeKey(b)`. */
export function officeKey({ id, electionAdministrationId }: Locality): string {
  return electionAdministrationId === null ? `locality ${id}` : `office ${electionAdministrationId}`;
}

function placesOf({
  localities,
  precincts,
  precinctSplits,
}: Pick<Dataset, 'localities' | 'precincts' | 'precinctSplits'>): ReadonlySet<string> {
  return new Set([
    ...precincts.flatMap(({ pollingLocationIds }) => pollingLocationIds),
    ...precinctSplits.flatMap(({ pollingLocationIds }) => pollingLocationIds),
    ...localities.flatMap(({ siteIds }) => siteIds),
  ]);
}

function administrationsOf({ electionAdministrations, state }: Dataset, localities: readonly Locality[]) {
  const ids = new Set(localities.map(({ electionAdministrationId }) => electionAdministrationId));
  return electionAdministrations.filter(({ id }) => ids.has(id) || id === state.electionAdministrationId);
}

/** An id for each group, no two alike: of two with the same name each gets what the file calls it. */
function officeNames(
  dataset: FileOffices,
  groups: readonly (readonly Locality[])[],
  { nameOffice }: SplitOptions,
): readonly string[] {
  const offices = groups.map((group) => {
    const id = group[0]?.electionAdministrationId ?? null;
    return dataset.electionAdministrations.find((office) => office.id === id) ?? null;
  });
  const names = groups.map((group, at) => {
    const given = nameOffice?.(group, offices[at] ?? null) ?? null;
    return given ?? madeName(dataset, group, offices[at] ?? null);
  });
  const count = groupBy(names, (name) => name);
  return names.map((name, at) => {
    const isAlone = (count.get(name)?.length ?? 0) === 1;
    return isAlone ? name : slug(`${name} ${groups[at]?.[0]?.id ?? at}`);
  });
}

function madeName(
  { state, source }: FileOffices,
  group: readonly Locality[],
  office: ElectionAdministration | null,
): string {
  if (group.length === 1) return officeIdOf(state.abbreviation, group, source);
  return slug(`${state.abbreviation} ${office?.name ?? group.map(({ name }) => name).join(' ')}`);
}
