// Owns the rows of a street list as its file has them, and what they say of one address: a slow reading from the VIP 6.0
// specification (StreetSegment) that shares nothing with lib/core or lib/ingest.

import { directionOf, inOne, plainWords, typeOf } from './pub28';

/** One row of a street list; '' for blank cells. */
export interface RawRow {
  readonly pre: string;
  readonly name: string;
  readonly type: string;
  readonly post: string;
  readonly city: string;
  readonly zip: string;
  readonly start: number;
  readonly end: number;
  readonly side: 'odd' | 'even' | 'both';
  readonly prefix: string;
  readonly suffix: string;
  /** First and last unit. */
  readonly units: readonly [string, string] | null;
  /** Names of the places that its precinct votes at. */
  readonly places: readonly string[];
}

export interface House {
  readonly prefix: string;
  readonly number: number;
  readonly suffix: string;
}

/** The parts of a street, as a voter would name them. */
export interface StreetParts {
  readonly pre: string;
  readonly name: string;
  readonly type: string;
  readonly post: string;
}

/** One street of one town and ZIP, with its rows. */
export interface ListedStreet extends StreetParts {
  readonly city: string;
  readonly zip: string;
  readonly rows: readonly RawRow[];
  /** Every way to write it in full, in one word. */
  readonly full: ReadonlySet<string>;
  /** With its type or directions left out. */
  readonly short: ReadonlySet<string>;
}

export function listedStreets(rows: readonly RawRow[]): readonly ListedStreet[] {
  const groups = new Map<string, RawRow[]>();
  for (const row of rows) {
    const id = [inOne(plainWords(nameOf(row))), inOne(plainWords(row.city)), row.zip].join('|');
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [row]);
    else known.push(row);
  }
  return [...groups.values()].map((group) => {
    const { city, zip } = group[0]!;
    const parts = partsOf(group[0]!);
    return { ...parts, city, zip, rows: group, ...formsOf(parts) };
  });
}

export function nameOf({ pre, name, type, post }: StreetParts): string {
  return [pre, name, type, post].filter((part) => part !== '').join(' ');
}

/** A list that keeps all of a street in one column: directions and type are taken off its ends. */
export function partsOf(row: StreetParts): StreetParts {
  if (row.type !== '' || row.pre !== '' || row.post !== '') return row;
  const words = row.name.split(' ').filter((word) => word !== '');
  const isDirection = (word: string | undefined) =>
    directionOf.has((word ?? '').toUpperCase().replace('.', ''));
  const post = words.length > 1 && isDirection(words.at(-1)) ? words.pop()! : '';
  const type =
    words.length > 1 && typeOf.has(words.at(-1)!.toUpperCase().replace('.', '')) ? words.pop()! : '';
  const pre = words.length > 1 && isDirection(words[0]) ? words.shift()! : '';
  return { pre, name: words.join(' '), type, post };
}

function formsOf({ pre, name, type, post }: StreetParts): {
  full: ReadonlySet<string>;
  short: ReadonlySet<string>;
} {
  const form = (...words: readonly string[]) => inOne(plainWords(words.join(' ')));
  const full = new Set([form(pre, name, type, post)]);
  if (pre !== '' && post === '') full.add(form(name, type, pre));
  if (post !== '' && pre === '') full.add(form(post, name, type));
  const short = new Set<string>();
  for (const before of new Set([pre, ''])) {
    for (const kind of new Set([type, ''])) {
      for (const behind of new Set([post, ''])) {
        short.add(form(before, name, kind, behind));
        if (behind === '') short.add(form(name, kind, before));
        if (before === '') short.add(form(behind, name, kind));
      }
    }
  }
  return { full, short: new Set([...short].filter((one) => !full.has(one))) };
}

/** The places that the rows of a street give a house: of rows that name its prefix, suffix or unit, where there are such. */
export function placesOf(street: ListedStreet, house: House, unit: string | null): ReadonlySet<string> {
  const ranked = street.rows.flatMap((row) => {
    const rank = rankOf(row, house, unit);
    return rank === null ? [] : [{ row, rank }];
  });
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const held = ranked.filter(({ rank }) => rank === best).map(({ row }) => row.places);
  // A row without a place holds the house, too: nobody knows where it votes.
  return held.some((places) => places.length === 0) ? new Set() : new Set(held.flat());
}

function rankOf(row: RawRow, { prefix, number, suffix }: House, unit: string | null): number | null {
  const isSide = row.side === 'both' || (row.side === 'odd') === (number % 2 === 1);
  if (number < row.start || number > row.end || !isSide) return null;
  if (row.prefix.replace(/-$/, '') !== prefix) return null;
  if (row.suffix !== '' && row.suffix.toUpperCase() !== suffix) return null;
  if (row.units !== null && unit !== null && !isWithin(unit, row.units)) return null;
  return Number(row.suffix !== '') * 2 + Number(row.units !== null && unit !== null);
}

/** Units of the same make alone: all digits, or one letter. */
function isWithin(unit: string, [start, end]: readonly [string, string]): boolean {
  if ([unit, start, end].every((one) => /^\d+$/.test(one)))
    return Number(start) <= Number(unit) && Number(unit) <= Number(end);
  return start.length === unit.length && start <= unit && unit <= end;
}
