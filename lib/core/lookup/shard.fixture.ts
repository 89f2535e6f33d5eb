// Owns small shards for tests, written as tables. Not part of the product.

import { streetKey } from '../address/street-key';
import type { UnitRange } from '../vip';
import type { LookupContext } from './answer';
import type { PlaceAnswer } from './outcome';
import type { SegmentExtra, Shard, ShardLayer, ShardLocality, ShardPrecinct, ShardStreet } from './shard';

/** One segment: street as the office writes it, numbers, precinct, and what few segments have. */
export interface Row {
  readonly street: string;
  readonly numbers: readonly [start: number, end: number];
  readonly side?: 'odd' | 'even' | 'both';
  readonly precinct: string;
  readonly city?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly units?: readonly UnitRange[];
}

export interface LayerTable {
  readonly rows: readonly Row[];
  /** Precinct id -> its places' names; a precinct not named here has one place, `Place <id>`. */
  readonly places?: Readonly<Record<string, readonly (string | { name: string; party: string })[]>>;
  readonly voting?: Readonly<Record<string, ShardPrecinct['voting']>>;
  readonly date?: string;
  readonly electionId?: string;
  readonly officeId?: string;
  readonly locality?: Partial<ShardLocality>;
}

export const CONTEXT: LookupContext = {
  now: new Date('2026-10-20T15:00:00Z'),
  asOf: '2026-10-20T14:55:00Z',
  sequence: 7,
  notices: [],
};

/** A shard of ZIP 00001 with one layer a table. */
export function shardOf(...tables: readonly LayerTable[]): Shard {
  return { zip: '00001', layers: tables.map(layerOf) };
}

function layerOf(table: LayerTable): ShardLayer {
  const cities = [...new Set(table.rows.map((row) => row.city ?? 'PRACTICE FALLS'))];
  const ids = [...new Set(table.rows.map((row) => row.precinct))];
  const places: PlaceAnswer[] = [];
  const precincts = ids.map((id): ShardPrecinct => {
    const named = table.places?.[id] ?? [`Place ${id}`];
    const indexes = named.map((entry) => {
      places.push(placeOf(typeof entry === 'string' ? { name: entry } : entry, `${id}-${places.length}`));
      return places.length - 1;
    });
    const voting = table.voting?.[id] ?? 'assigned';
    return { id, name: `Precinct ${id}`, number: null, locality: 0, places: indexes, voting };
  });
  return {
    officeId: table.officeId ?? 'sandbox-county',
    election: { id: table.electionId ?? 'e1', name: 'Practice Election', date: table.date ?? '2026-11-03' },
    localities: [
      {
        id: 'l1',
        name: 'Sandbox',
        type: 'county',
        office: { id: 'o1', name: 'Sandbox County Clerk', phone: '(601) 555-0100' },
        confirm: false,
        streetsLoaded: true,
        ...table.locality,
      },
    ],
    precincts,
    places,
    cities,
    state: 'ZZ',
    streets: streetsOf(table.rows, cities, ids),
  };
}

function streetsOf(
  rows: readonly Row[],
  cities: readonly string[],
  precincts: readonly string[],
): ShardStreet[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = `${row.street}|${row.city ?? ''}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const extras = new Map<number, SegmentExtra>();
    const segments = group.flatMap((row, at) => {
      const { prefix, suffix, units } = row;
      if (prefix ?? suffix ?? units) {
        extras.set(at, { ...(prefix && { prefix }), ...(suffix && { suffix }), ...(units && { units }) });
      }
      const parity = row.side === 'odd' ? 1 : row.side === 'even' ? 2 : 0;
      return [...row.numbers, parity, precincts.indexOf(row.precinct)];
    });
    const first = group[0]!;
    const city = cities.indexOf(first.city ?? 'PRACTICE FALLS');
    return {
      key: streetKey(first.street),
      name: first.street,
      city,
      segments,
      extras: extras.size > 0 ? extras : null,
    };
  });
}

function placeOf({ name, party }: { name: string; party?: string }, id: string): PlaceAnswer {
  return {
    id,
    name,
    line1: `1 ${name} Way`,
    city: 'Practice Falls',
    state: 'ZZ',
    zip: '00001',
    latLng: null,
    timeZone: 'America/Chicago',
    ...(party === undefined ? {} : { party }),
  };
}
