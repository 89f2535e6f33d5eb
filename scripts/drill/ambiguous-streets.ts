// Owns streets that differ by what people leave out, added to a county's files: Ave and Ct, N and S, units of one building, and
// numbers that two precincts both list. Each half votes somewhere else. Knows no look-up.

import { columnOf, type Table, tableOf, textOf } from './county-feed';
import type { Feed } from './desk';

/** What somebody types who leaves it out, and the two places that it may be. */
export interface AmbiguousAddress {
  readonly kind: 'suffix' | 'direction' | 'unit' | 'precinct';
  readonly address: string;
  readonly placeIds: readonly [string, string];
}

const STREETS = 50;
const NUMBERS = 10;
const FILE = 'street_segment.csv';

type Cells = Readonly<Record<string, string | number>>;
/** What tells the first half from the second. */
type Pair = readonly [Cells, Cells];

/** The feed with 200 such streets, and 2,000 addresses in them. */
export function withAmbiguousStreets(feed: Feed): {
  readonly feed: Feed;
  readonly asked: readonly AmbiguousAddress[];
} {
  const table = tableOf(feed.get(FILE) ?? '');
  const { halves, city, zip } = siteOf(feed, table);
  const rows: string[][] = [];
  const asked: AmbiguousAddress[] = [];
  const kinds: readonly (readonly [AmbiguousAddress['kind'], Cells, Pair])[] = [
    ['suffix', {}, [{ street_suffix: 'AVE' }, { street_suffix: 'CT' }]],
    ['direction', { street_suffix: 'ST' }, [{ street_direction: 'N' }, { street_direction: 'S' }]],
    ['unit', { street_suffix: 'RD' }, [units(1, 20), units(21, 40)]],
    ['precinct', { street_suffix: 'LN' }, [{}, {}]],
  ];
  for (const [at, [kind, same, pair]] of kinds.entries()) {
    for (let street = 0; street < STREETS; street += 1) {
      const name = `${STEMS[at]}${letters(street)}`;
      const numbers = { start_house_number: 100, end_house_number: 100 + 2 * NUMBERS - 1 };
      for (const [half, own] of pair.entries()) {
        const precinct = { precinct_id: halves[half]?.precinctId ?? '' };
        const id = `amb-${at}-${street}-${half}`;
        const cells = { id, street_name: name, odd_even_both: 'both', city, state: 'ZZ', zip };
        rows.push(
          record(table, {
            ...cells,
            includes_all_addresses: 'false',
            ...numbers,
            ...same,
            ...own,
            ...precinct,
          }),
        );
      }
      const suffix = same.street_suffix === undefined ? '' : ` ${same.street_suffix}`;
      for (let number = 0; number < NUMBERS; number += 1) {
        const address = `${100 + 2 * number} ${name}${suffix}, ${city}, ZZ ${zip}`;
        asked.push({ kind, address, placeIds: [halves[0].placeId, halves[1].placeId] });
      }
    }
  }
  const text = textOf({ ...table, rows: [...table.rows, ...rows] });
  return { feed: new Map([...feed, [FILE, text]]), asked };
}

/** Far enough from each other, and from what streets are called, that none is taken for a slip of another. */
const STEMS = ['QUILLOX', 'ZEMBRAK', 'VORTHUG', 'JYNDELP'];

const units = (first: number, last: number): Cells => ({
  start_apartment_number: first,
  end_apartment_number: last,
});

/** 0 -> `AEI`: three letters, no two numbers within one slip of each other too often. */
function letters(number: number): string {
  const of = (at: number) => 'AEIOUBDGKM'[at % 10] ?? '';
  return `${of(number)}${of(Math.floor(number / 10))}${of(number + Math.floor(number / 10) + 3)}`;
}

function record({ header }: Table, cells: Cells): string[] {
  return header.map((column) => String(cells[column] ?? ''));
}

interface Half {
  readonly precinctId: string;
  readonly placeId: string;
}

/** Two precincts of one ZIP that vote at two places, and where they lie. */
function siteOf(feed: Feed, segments: Table): { halves: readonly [Half, Half]; city: string; zip: string } {
  const precincts = tableOf(feed.get('precinct.csv') ?? '');
  const [id, places] = [columnOf(precincts, 'id'), columnOf(precincts, 'polling_location_ids')];
  const placeOf = new Map(precincts.rows.map((row) => [row[id] ?? '', row[places] ?? '']));
  const [precinctAt, zipAt, cityAt] = ['precinct_id', 'zip', 'city'].map((name) => columnOf(segments, name));
  const firstOf = new Map<string, Half>();
  for (const row of segments.rows) {
    const half = {
      precinctId: row[precinctAt ?? 0] ?? '',
      placeId: placeOf.get(row[precinctAt ?? 0] ?? '') ?? '',
    };
    const [zip, city] = [row[zipAt ?? 0] ?? '', (row[cityAt ?? 0] ?? '').toUpperCase()];
    if (!/^[\w-]+$/.test(half.placeId) || !/^\d{5}$/.test(zip)) continue;
    const other = firstOf.get(zip);
    if (other === undefined) firstOf.set(zip, half);
    else if (other.placeId !== half.placeId) return { halves: [other, half], city, zip };
  }
  throw new Error('no ZIP with two polling places');
}
