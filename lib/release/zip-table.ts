// Owns a ZipReference made of rows in memory. Where the rows come from is an adapter's business.

import { compareText } from './canonical-json';
import type { CountyName } from './format';
import { type County, countyId, type ZipReference } from './zip-reference';

/** One ZIP, with its post town and main county; an empty county where it has none (military mail). */
export interface ZipRow {
  readonly zip: string;
  readonly town: string;
  readonly state: string;
  readonly county: string;
  readonly timeZone: string | null;
}

/** A further county that a ZIP reaches into. */
export interface ZipCounty extends CountyName {
  readonly zip: string;
  /** Post town and zone, read only for a ZIP that has no row. */
  readonly town?: string;
  readonly timeZone?: string;
}

/** Build the reference. The first row of a ZIP gives its main county and town; order matters nowhere else. */
export function zipTable(rows: readonly ZipRow[], crosswalk: readonly ZipCounty[] = []): ZipReference {
  const byZip = new Map<string, ZipRow>();
  for (const row of rows) if (!byZip.has(row.zip)) byZip.set(row.zip, row);
  for (const { town, timeZone = null, ...county } of crosswalk) {
    if (town !== undefined && !byZip.has(county.zip)) byZip.set(county.zip, { ...county, town, timeZone });
  }
  const countiesByZip = new Map<string, readonly County[]>();
  const counties = new Map<string, KnownCounty>();
  const idOf = memoised(countyId);
  const link = (zip: string, { county, state }: CountyName): void => {
    const id = idOf({ county, state });
    // One name for one county, though the rows may spell it in two ways.
    const known = counties.get(id) ?? knownCounty({ county, state, id });
    counties.set(id, known);
    known.zips.add(zip);
    const before = countiesByZip.get(zip);
    if (before === undefined) countiesByZip.set(zip, known.alone);
    else if (!before.includes(known.county)) countiesByZip.set(zip, [...before, known.county]);
  };
  for (const { zip, county, state } of byZip.values()) if (county !== '') link(zip, { county, state });
  for (const { zip, county, state } of crosswalk) link(zip, { county, state });
  const zips = [...new Set([...byZip.keys(), ...countiesByZip.keys()])].sort(compareText);
  const zipLists = new Map([...counties].map(([id, county]) => [id, [...county.zips].sort(compareText)]));
  const states = groupByState([...counties.values()].map(({ county }) => county));
  const stateZones = singleZones(byZip.values());
  return {
    counties: (zip) => countiesByZip.get(zip) ?? [],
    zipsOf: (county) => zipLists.get(county.id) ?? [],
    countiesOf: (state) => states.get(state) ?? [],
    town: (zip) => byZip.get(zip) ?? null,
    zips: () => zips,
    timeZone: (zip) => byZip.get(zip)?.timeZone ?? null,
    stateTimeZone: (state) => stateZones.get(state) ?? null,
  };
}

interface KnownCounty {
  readonly county: County;
  /** The list of nearly every ZIP in the county: one for all of them. */
  readonly alone: readonly [County];
  readonly zips: Set<string>;
}

function knownCounty(county: County): KnownCounty {
  return { county, alone: [county], zips: new Set() };
}

/** Folding a name costs more than the rest of a row, and a county has a dozen rows. */
function memoised(idOf: (name: CountyName) => string): (name: CountyName) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = `${name.state}\t${name.county}`;
    const id = known.get(key) ?? idOf(name);
    known.set(key, id);
    return id;
  };
}

function groupByState(counties: readonly County[]): ReadonlyMap<string, readonly County[]> {
  const states = new Map<string, County[]>();
  for (const county of [...counties].sort((a, b) => compareText(a.county, b.county))) {
    states.set(county.state, [...(states.get(county.state) ?? []), county]);
  }
  return states;
}

/** The states in which every ZIP keeps the same time. */
function singleZones(rows: Iterable<ZipRow>): ReadonlyMap<string, string> {
  const zones = new Map<string, string | null>();
  for (const { state, timeZone } of rows) {
    if (timeZone === null) continue;
    const known = zones.get(state);
    zones.set(state, known === undefined || known === timeZone ? timeZone : null);
  }
  return new Map([...zones].filter((entry): entry is [string, string] => entry[1] !== null));
}
