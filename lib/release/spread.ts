// Owns which ZIPs a row of the street list belongs to. Nearly always its own; `00000` is VIP's "any ZIP of
// this city, or of this locality where the city is blank" (VIP 6.0 StreetSegment).

import { townKey } from '@/lib/core/address/town';
import type { ListedDataset, Locality } from '@/lib/core/vip';
import type { EncodablePrecinct, EncodableSegment, ZipRows } from './encodable';
import type { PrecinctReader } from './precinct';
import { withheldPrecincts } from './withheld';
import { matchCounty, type ZipReference } from './zip-reference';

/** Rows by ZIP, and how many belong to none. */
export interface SpreadSegments {
  readonly byZip: ReadonlyMap<string, ZipRows>;
  readonly unplacedSegments: number;
}

const ANY_ZIP = '00000';

/** Group the rows by ZIP. O(rows), and O(rows x ZIPs of the town) for the few without one. */
export function spreadSegments(
  dataset: ListedDataset,
  precinctOf: PrecinctReader['of'],
  localities: readonly Locality[],
  reference: ZipReference,
): SpreadSegments {
  const byZip = new Map<string, NumberedRows>();
  const anyZip: number[] = [];
  let unplacedSegments = 0;
  let index = -1;
  const add = (zip: string, at: number, precinct: EncodablePrecinct): void => {
    const rows = byZip.get(zip) ?? new NumberedRows(dataset, precinctOf);
    if (rows.precincts.size === 0) byZip.set(zip, rows);
    rows.add(at, precinct);
  };
  for (const segment of dataset.streetSegments) {
    index += 1;
    const precinct = precinctOf(segment);
    if (precinct === null) continue;
    if (segment.zip === ANY_ZIP) anyZip.push(index);
    else if (/^\d{5}$/.test(segment.zip)) add(segment.zip, index, precinct);
    else unplacedSegments += 1;
  }
  if (anyZip.length > 0) {
    const zipsFor = zipFinder(dataset, byZip, localities, reference);
    for (const at of anyZip) {
      const row = encodableAt(dataset, precinctOf, at);
      const zips = zipsFor(row);
      if (zips.size === 0) unplacedSegments += 1;
      for (const zip of zips) add(zip, at, row.precinct);
    }
  }
  return { byZip: withWithheld(byZip, dataset, localities, reference), unplacedSegments };
}

/** Rows of a list by their numbers. */
class NumberedRows implements ZipRows {
  readonly #list: ListedDataset;
  readonly #precinctOf: PrecinctReader['of'];
  readonly #numbers: number[] = [];
  readonly precincts = new Set<EncodablePrecinct>();

  constructor(list: ListedDataset, precinctOf: PrecinctReader['of']) {
    this.#list = list;
    this.#precinctOf = precinctOf;
  }

  add(index: number, precinct: EncodablePrecinct): void {
    this.#numbers.push(index);
    this.precincts.add(precinct);
  }

  *[Symbol.iterator](): Iterator<EncodableSegment> {
    for (const index of this.#numbers) yield encodableAt(this.#list, this.#precinctOf, index);
  }
}

/** A row of which it is known that it is there and has a precinct. */
function encodableAt(
  { streetSegments }: ListedDataset,
  precinctOf: PrecinctReader['of'],
  index: number,
): EncodableSegment {
  const segment = streetSegments.at(index);
  const precinct = segment === undefined ? null : precinctOf(segment);
  if (segment === undefined || precinct === null) throw new Error(`no row ${index} with a precinct`);
  return { segment, precinct };
}

/** With the rows that were set aside, which lead nowhere: each where it would have stood. One that neither ZIP nor town places stands
 *  in every ZIP of the office. */
function withWithheld(
  byZip: ReadonlyMap<string, ZipRows>,
  dataset: ListedDataset,
  localities: readonly Locality[],
  reference: ZipReference,
): ReadonlyMap<string, ZipRows> {
  const precinctOf = withheldPrecincts(localities);
  const withheld = dataset.withheld ?? [];
  if (withheld.length === 0 || precinctOf === null) return byZip;
  const zipsFor = zipFinder(dataset, byZip, localities, reference);
  const added = new Map<string, EncodableSegment[]>();
  for (const segment of withheld) {
    const row = { segment, precinct: precinctOf(undefined) };
    const anyOf = segment.city === '' ? byZip.keys() : zipsFor(row);
    for (const zip of segment.zip === ANY_ZIP ? anyOf : [segment.zip]) {
      const rows = added.get(zip) ?? [];
      rows.push({ segment, precinct: precinctOf(byZip.get(zip)) });
      added.set(zip, rows);
    }
  }
  const all = new Map(byZip);
  for (const [zip, rows] of added) all.set(zip, withMore(byZip.get(zip), rows));
  return all;
}

const withMore = (first: ZipRows | undefined, more: readonly EncodableSegment[]): ZipRows => ({
  precincts: new Set([...(first?.precincts ?? []), ...more.map(({ precinct }) => precinct)]),
  *[Symbol.iterator]() {
    if (first !== undefined) yield* first;
    yield* more;
  },
});

type ZipFinder = (row: EncodableSegment) => ReadonlySet<string>;

function zipFinder(
  dataset: ListedDataset,
  byZip: ReadonlyMap<string, ZipRows>,
  localities: readonly Locality[],
  reference: ZipReference,
): ZipFinder {
  const byTown = new Map<string, Set<string>>();
  const byLocality = new Map<string, Set<string>>();
  for (const [zip, rows] of byZip) {
    for (const { segment, precinct } of rows) {
      if (segment.city !== '') addTo(byTown, townKey(segment.city), zip);
      addTo(byLocality, precinct.localityId, zip);
    }
  }
  const state = dataset.state.abbreviation;
  for (const zip of areaZips(state, [...byZip.keys()], localities, reference)) {
    const town = reference.town(zip);
    if (town !== null && town.state === state) addTo(byTown, townKey(town.town), zip);
  }
  for (const locality of localities) {
    const county = matchCounty(locality, state, reference);
    for (const zip of county === null ? [] : reference.zipsOf(county)) addTo(byLocality, locality.id, zip);
  }
  const none: ReadonlySet<string> = new Set();
  return ({ segment, precinct }) =>
    (segment.city === '' ? byLocality.get(precinct.localityId) : byTown.get(townKey(segment.city))) ?? none;
}

/** ZIPs that the office may reach: of its counties, and of the counties its own ZIPs lie in. A town of the
 *  same name at the other end of the state is not meant. */
function areaZips(
  state: string,
  ownZips: readonly string[],
  localities: readonly Locality[],
  reference: ZipReference,
): ReadonlySet<string> {
  const matched = localities.map((locality) => matchCounty(locality, state, reference));
  const counties = new Map(
    [...matched, ...ownZips.map((zip) => reference.counties(zip)[0] ?? null)]
      .filter((county) => county !== null)
      .map((county) => [county.id, county]),
  );
  // Nothing to go by but the town's name: post towns are unique within a state.
  const area = counties.size > 0 ? [...counties.values()] : reference.countiesOf(state);
  return new Set(area.flatMap((county) => reference.zipsOf(county)));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
