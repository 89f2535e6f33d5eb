// Owns which ZIPs a row of the street list belongs to. Nearly always its own; `00000` is VIP's "any ZIP of
// this city, or of this locality where the city is blank" (VIP 6.0 StreetSegment).

import { townKey } from '@/lib/core/address/town';
import type { Dataset, Locality } from '@/lib/core/vip';
import type { EncodableSegment } from './encodable';
import type { PrecinctReader } from './precinct';
import { matchCounty, type ZipReference } from './zip-reference';

/** Rows by ZIP, and how many belong to none. */
export interface SpreadSegments {
  readonly byZip: ReadonlyMap<string, readonly EncodableSegment[]>;
  readonly unplacedSegments: number;
}

const ANY_ZIP = '00000';

/** Group the rows by ZIP. O(rows), and O(rows x ZIPs of the town) for the few without one. */
export function spreadSegments(
  dataset: Dataset,
  precinctOf: PrecinctReader['of'],
  localities: readonly Locality[],
  reference: ZipReference,
): SpreadSegments {
  const byZip = new Map<string, EncodableSegment[]>();
  const anyZip: EncodableSegment[] = [];
  let unplacedSegments = 0;
  for (const segment of dataset.streetSegments) {
    const precinct = precinctOf(segment);
    if (precinct === null) continue;
    if (segment.zip === ANY_ZIP) anyZip.push({ segment, precinct });
    else if (/^\d{5}$/.test(segment.zip)) add(byZip, segment.zip, { segment, precinct });
    else unplacedSegments += 1;
  }
  if (anyZip.length === 0) return { byZip, unplacedSegments };
  const zipsFor = zipFinder(dataset, byZip, localities, reference);
  for (const row of anyZip) {
    const zips = zipsFor(row);
    if (zips.size === 0) unplacedSegments += 1;
    for (const zip of zips) add(byZip, zip, row);
  }
  return { byZip, unplacedSegments };
}

function add(byZip: Map<string, EncodableSegment[]>, zip: string, row: EncodableSegment): void {
  const rows = byZip.get(zip);
  if (rows === undefined) byZip.set(zip, [row]);
  else rows.push(row);
}

type ZipFinder = (row: EncodableSegment) => ReadonlySet<string>;

function zipFinder(
  dataset: Dataset,
  byZip: ReadonlyMap<string, readonly EncodableSegment[]>,
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
