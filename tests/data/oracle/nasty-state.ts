// Owns a made-up state whose streets are easily taken for one another: the rows that an office would write, and what each row
// means, part by part. Every ZIP is a small world of a few families of streets.

import type { Random } from '@/scripts/generate/random';
import { DIRECTIONS, FAMILIES, ROADS, TOWNS, TYPES, WHOLE } from './nasty-names';
import { typeOf } from './pub28';
import type { RawRow, StreetParts } from './rows';
import { spelt } from './spelt';

/** What is written of a state: its rows, and the state's own abbreviation. */
export interface NastyState {
  readonly state: string;
  readonly rows: readonly RawRow[];
}

const ZIP_PREFIXES = ['001', '002', '003', '004', '695'];

/** As many ZIPs as asked; the same of the same chance. */
export function nastyState(zips: number, random: Random, state = 'ZZ'): NastyState {
  const rows: RawRow[] = [];
  for (let index = 0; index < zips; index++) {
    const zip = `${ZIP_PREFIXES[Math.floor(index / 90)]}${String((index % 90) + 10)}`;
    rows.push(...zipRows(zip, random));
  }
  return { state, rows };
}

function zipRows(zip: string, random: Random): readonly RawRow[] {
  const towns = random.pick(TOWNS).slice(0, random.between(1, 3));
  const places = Array.from({ length: 4 }, (_, at) => `Hall ${zip}-${at + 1}`);
  const style = random.pick(['columns', 'columns', 'oneColumn', 'spelt', 'mixed'] as const);
  const known = new Set<string>();
  const rows: RawRow[] = [];
  for (const street of streetsOf(random)) {
    const city = random.chance(0.1) ? '' : random.pick(towns);
    const id = `${Object.values(street).join('|')}|${city}`;
    if (known.has(id)) continue;
    known.add(id);
    rows.push(...rowsOf(street, city, zip, places, random).map((row) => written(row, style)));
  }
  return rows;
}

function streetsOf(random: Random): readonly StreetParts[] {
  const streets: StreetParts[] = [];
  for (let count = random.between(1, 3); count > 0; count--) {
    const family = random.pick(FAMILIES);
    for (let each = random.between(2, 7); each > 0; each--)
      streets.push(streetOf(random.pick(family), random));
    const [one] = streets.slice(-1);
    // The same name with another type, another direction, none, and something behind it.
    streets.push(
      { ...one!, type: random.pick(TYPES) },
      { ...one!, pre: random.pick(['', ...DIRECTIONS]), post: '' },
    );
    if (one!.type !== '' && random.chance(0.3))
      streets.push({ ...one!, name: `${one!.name} ${one!.type}`, type: random.pick(['EXT', 'CIR', 'LOOP']) });
  }
  if (random.chance(0.5))
    for (let each = random.between(1, 4); each > 0; each--)
      streets.push({ pre: '', name: random.pick(WHOLE), type: '', post: '' });
  if (random.chance(0.5)) {
    const number = random.between(1, 99);
    for (let each = random.between(1, 4); each > 0; each--) {
      const suffix = random.pick(['', '', 'A', 'B']);
      streets.push({
        pre: '',
        name: `${random.pick(ROADS)} ${random.chance(0.7) ? number : number * 10}${suffix}`,
        type: '',
        post: random.pick(['', '', 'N', 'S', 'E', 'W']),
      });
    }
  }
  if (random.chance(0.2))
    for (const pre of ['N', 'S'])
      for (const post of ['E', 'W'])
        if (random.chance(0.7)) streets.push({ pre, name: random.pick(['400', '10400']), type: '', post });
  return streets;
}

function streetOf(name: string, random: Random): StreetParts {
  const side = random.next();
  // W SPRING may be a street W with the type SPRING: nobody can tell.
  const isBareType = typeOf.has(name);
  return {
    pre: side < 0.2 ? random.pick(DIRECTIONS) : '',
    name,
    type: random.pick(isBareType ? TYPES.slice(0, -1) : TYPES),
    post: side > 0.8 ? random.pick(DIRECTIONS) : '',
  };
}

function rowsOf(
  street: StreetParts,
  city: string,
  zip: string,
  places: readonly string[],
  random: Random,
): readonly RawRow[] {
  const row = (start: number, end: number, more: Partial<RawRow> = {}): RawRow => ({
    ...street,
    city,
    zip,
    start,
    end,
    side: 'both',
    prefix: '',
    suffix: '',
    units: null,
    places: [random.pick(places)],
    ...more,
  });
  const from = random.pick([1, 1, 1, 101, 201]);
  const dice = random.next();
  if (dice < 0.5) return [row(from, from + 99)];
  if (dice < 0.65) return [row(from, from + 98, { side: 'odd' }), row(from + 1, from + 99, { side: 'even' })];
  if (dice < 0.75) return [row(from, from + 49), row(from + 50, from + 149)];
  if (dice < 0.8) return [row(1, 999_999)];
  if (dice < 0.84)
    return [row(from + 1, from + 1, { suffix: random.pick(['A', '1/2', 'B', 'a']) }), row(from, from + 99)];
  if (dice < 0.88)
    return [
      row(from + 1, from + 1, { units: ['1', '10'] }),
      row(from + 1, from + 1, { units: ['11', '20'] }),
      row(from + 3, from + 99),
    ];
  if (dice < 0.92)
    return [
      row(1, 60, { prefix: random.pick(['37', '37-', '102']) }),
      row(1, 60, { prefix: '94' }),
      row(1, 40),
    ];
  if (dice < 0.96) return [row(100, 400, { prefix: 'N6W' }), row(100, 400, { prefix: 'N7W' }), row(100, 140)];
  return [row(100, 700, { prefix: '38W' }), row(100, 140)];
}

/** One way in which an office writes its columns. */
function written(row: RawRow, style: 'columns' | 'oneColumn' | 'spelt' | 'mixed'): RawRow {
  if (style === 'oneColumn') {
    const name = [row.pre, row.name, row.type, row.post].filter((part) => part !== '').join(' ');
    return { ...row, pre: '', name, type: '', post: '' };
  }
  if (style === 'spelt') return { ...row, pre: spelt(row.pre), type: spelt(row.type), post: spelt(row.post) };
  return style === 'mixed' ? { ...row, name: row.name[0] + row.name.slice(1).toLowerCase() } : row;
}
