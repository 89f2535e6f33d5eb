// Owns reading addresses whose right answer is known (CSV or JSON), and judging an answer beside it. An address is named by
// its line alone: nothing else of it leaves this file.

import Papa from 'papaparse';
import { PRACTICE_SUFFIX } from '@/data/sandbox/addresses';
import type { LookupOutcome, OutcomeKind } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';

/** `{line: 2, address: '112 Heron St, 00001', kind: 'found', places: ['Heron Library']}`. `kind` null: any that has the place.
 *  `places` are names or ids; all of them are in a right answer. */
export interface Golden {
  readonly line: number;
  readonly address: string;
  readonly kind: OutcomeKind | null;
  readonly places: readonly string[];
}

/** `honest`: "we cannot check". `falseMissing`: "not on the list" for an address that is. Both are wrong answers but the first. */
export type GoldenVerdict = 'right' | 'honest' | 'falseMissing' | 'wrong';

/** Golden addresses of a file's text, in its order. CSV with a header: `address`, then `place`, `place_id`, `place_ids` or `place_names`, and
 *  optionally `kind` (what `levee generate` writes is read as it is). JSON: a list of objects with the same names. The error is a sentence. */
export function readGolden(text: string): Result<readonly Golden[], string> {
  const rows = /^\s*\[/.test(text) ? jsonRows(text) : csvRows(text);
  if (!rows.ok) return rows;
  const goldens: Golden[] = [];
  for (const { line, cells } of rows.value) {
    const golden = goldenOf(line, cells);
    if (typeof golden === 'string') return err(golden);
    goldens.push(golden);
  }
  if (goldens.length === 0) return err('it holds no address. One line an address is needed: address,place');
  return ok(goldens);
}

/** What an answer is worth beside what is known. */
export function judge(golden: Golden, outcome: LookupOutcome): GoldenVerdict {
  if (outcome.kind === 'cannotCheck') return 'honest';
  if (isRight(golden, outcome)) return 'right';
  const isListed = golden.kind !== 'missing' && golden.kind !== 'notCovered';
  return outcome.kind === 'missing' && isListed ? 'falseMissing' : 'wrong';
}

function isRight({ kind, places }: Golden, outcome: LookupOutcome): boolean {
  if (kind !== null && outcome.kind !== kind) return false;
  if (kind === null && !['found', 'anyPlace', 'byMail'].includes(outcome.kind)) return false;
  const answered = new Set(
    outcome.pollingLocations.flatMap(({ id, name }) => [id, name, withoutSuffix(name)].map(loosely)),
  );
  // Who has to choose has no place yet: then the candidates' places are not what is asked for here.
  const expected = outcome.kind === 'choose' ? [] : places;
  if (kind === 'found' && expected.length > 0 && outcome.pollingLocations.length !== expected.length)
    return false;
  return expected.every((place) => answered.has(loosely(place)));
}

function withoutSuffix(name: string): string {
  return name.endsWith(PRACTICE_SUFFIX) ? name.slice(0, -PRACTICE_SUFFIX.length) : name;
}

function loosely(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

function csvRows(text: string): Result<readonly Row[], string> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { header: false });
  const header = (data[0] ?? []).map((name) => name.trim().toLowerCase());
  if (!header.includes('address')) {
    return err('its first line names no column "address". A header is needed: address,place');
  }
  const rows = data.map((row, index) => ({
    line: index + 1,
    cells: Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])),
  }));
  return ok(rows.slice(1).filter(({ cells }) => String(cells.address).trim() !== ''));
}

function jsonRows(text: string): Result<readonly Row[], string> {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return err('it is no JSON. Check whether it is whole');
  }
  if (!Array.isArray(list)) return err('it is no list of addresses');
  const isObject = (item: unknown): item is Row['cells'] => typeof item === 'object' && item !== null;
  if (!list.every(isObject)) return err('something in its list is no object with an "address"');
  return ok(list.map((cells, index) => ({ line: index + 1, cells })));
}

const KINDS: Readonly<Record<OutcomeKind, true>> = {
  found: true,
  anyPlace: true,
  byMail: true,
  noElection: true,
  choose: true,
  conflict: true,
  missing: true,
  notCovered: true,
  unreadable: true,
  cannotCheck: true,
};

/** The error is a sentence. */
function goldenOf(line: number, cells: Row['cells']): Golden | string {
  const { address } = cells;
  if (typeof address !== 'string' || address.trim() === '') return `line ${line}: there is no address`;
  const kind = textOf(cells.kind ?? cells.expectKind);
  if (kind !== '' && !Object.hasOwn(KINDS, kind)) {
    return `line ${line}: "${kind}" is no kind of answer. Use one of ${Object.keys(KINDS).join(', ')}`;
  }
  const places = placesOf(cells);
  if (kind === '' && places.length === 0) return `line ${line}: it says neither a place nor a kind of answer`;
  return { line, address, kind: kind === '' ? null : (kind as OutcomeKind), places };
}

/** Ids hold no blanks in `place_ids`; names are parted by semicolons. */
function placesOf(cells: Row['cells']): readonly string[] {
  const listed = cells.places ?? cells.expectPlaceNames;
  if (Array.isArray(listed))
    return listed.map((place) => textOf(place?.id ?? place?.name ?? place)).filter(Boolean);
  const parts = (value: unknown, by: RegExp) =>
    textOf(value)
      .split(by)
      .map((part) => part.trim())
      .filter(Boolean);
  const ids = parts(cells.place_ids, /\s+/);
  if (ids.length > 0) return ids;
  return parts(cells.place_names ?? cells.place ?? cells.place_id ?? cells.place_name, /;/);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
