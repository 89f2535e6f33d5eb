// Owns a made-up county's own lists, as its clerk has them open in a spreadsheet: streets with their precincts, places of precincts, and
// both in one. Reads, compares and asks them as the desk and voters do; spoils nothing.

import { type MappedFile, readMapped } from '@/lib/ingest/mapping/convert/convert-tables.fixture';
import type { ReadVipFlat } from '@/lib/ingest/read-vip-flat';
import { changeCauses } from '@/lib/office/compare/change-causes';
import { compareDatasets } from '@/lib/office/compare/compare-datasets';
import { createRandom } from '@/scripts/generate/random';
import { dayBefore, isSame, open, toldBy } from '../corruptions/judge';

/** A row of the list of streets, by its columns. */
export interface StreetRow {
  readonly Low: string;
  readonly High: string;
  readonly Street: string;
  readonly Town: string;
  readonly Zip: string;
  readonly Pct: string;
  /** In a list that has the place in each row: that of the precinct that it is of, whatever its cell says. */
  readonly Place: string;
  readonly Where: string;
}
export interface PlaceRow {
  readonly Code: string;
  readonly Place: string;
  readonly Where: string;
}
/** A line that stands as it is. */
export type Line = StreetRow | string;

export interface Lists {
  readonly streets: readonly Line[];
  readonly places: readonly PlaceRow[];
  /** A further table of streets, as a second sheet is. */
  readonly second?: readonly Line[];
}

export const STREET_COLUMNS = ['Low', 'High', 'Street', 'Town', 'Zip', 'Pct'] as const;
const names = 'Ash,Birch,Cedar,Dogwood,Elm,Fir,Gum,Hazel,Ivy,Juniper,Larch,Maple'.split(',');
const towns = [
  ['Springvale', '43001'],
  ['Easton', '43002'],
  ['Weston', '43003'],
] as const;
const codes = Array.from({ length: 12 }, (_, at) => String(11 + at));

/** 3 towns of 12 streets with 12 blocks each; precincts are of one town, and a street runs through two or three of its four. */
export function county(seed: number): Lists {
  const random = createRandom(seed, 62);
  const places = codes.map((Code, at) => ({
    Code,
    Place: `Hall ${'ABCDEFGHIJKL'[at]}`,
    Where: `${at + 1} Hall Rd, Springvale, OH 43001`,
  }));
  const streets = towns.flatMap(([Town, Zip], t) =>
    names.flatMap((name) => {
      const first = random.between(0, 2);
      return Array.from({ length: 12 }, (_, at) => {
        const { Code: Pct, Place, Where } = places[4 * t + first + Math.floor(at / 7)]!;
        const [Low, High] = [String(100 * at + 1), String(100 * at + 99)];
        return { Low, High, Street: `${name} St`, Town, Zip, Pct, Place, Where };
      });
    }),
  );
  return { streets, places };
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell}"` : cell);
const textOf = (header: readonly string[], rows: readonly (object | string)[]): string =>
  [
    header.join(','),
    ...rows.map((row) =>
      typeof row === 'string'
        ? row
        : header.map((name) => quoted((row as Record<string, string>)[name] ?? '')).join(','),
    ),
    '',
  ].join('\n');

/** The lists as two files, or, `joined`, as one that has the place in each row. */
export function readLists({ streets, places, second }: Lists, joined: boolean): Promise<ReadVipFlat> {
  const columns = {
    rangeStart: 'Low',
    rangeEnd: 'High',
    streetWhole: 'Street',
    city: 'Town',
    zip: 'Zip',
    precinctId: 'Pct',
  };
  const header = [...STREET_COLUMNS, ...(joined ? ['Place', 'Where'] : [])];
  const tableOf = (name: string, rows: readonly Line[]): MappedFile => ({
    name,
    kind: 'ranges',
    columns: joined ? { ...columns, placeName: 'Place', placeAddressWhole: 'Where' } : columns,
    text: textOf(header, rows),
  });
  const placeList: MappedFile = {
    name: 'places.csv',
    kind: 'precinctPlaces',
    columns: { precinctId: 'Code', placeName: 'Place', placeAddressWhole: 'Where' },
    text: textOf(['Code', 'Place', 'Where'], places),
  };
  return readMapped([
    ...(joined ? [] : [placeList]),
    tableOf('streets.csv', streets),
    ...(second === undefined ? [] : [tableOf('second.csv', second)]),
  ]);
}

export interface Judged {
  /** Codes that no sound list has. */
  readonly found: readonly string[];
  readonly causes: readonly string[];
  /** Addresses that are told another place than the sound list tells them. */
  readonly wrong: readonly string[];
}

/** What the desk and voters see of spoilt lists, beside the sound ones, which are live. `asked`: rows whose first numbers are asked. */
export async function judgeLists(
  sound: ReadVipFlat,
  spoilt: ReadVipFlat,
  asked: readonly StreetRow[],
): Promise<Judged> {
  const live = sound.dataset!;
  const usual = new Set(sound.problems.map(({ code }) => code));
  const found = [...new Set(spoilt.problems.map(({ code }) => code))]
    .filter((code) => !usual.has(code))
    .sort();
  const draft = spoilt.dataset;
  if (draft === null) return { found, causes: [], wrong: [] };
  const difference = compareDatasets(live, draft, { live: 0, draft: spoilt.counts.conflicts });
  const today = dayBefore(live).toISOString().slice(0, 10);
  const causes = changeCauses({ difference, today, dataset: '', earlier: new Map(), lostFixes: [] });
  const [before, after] = [await open(live), await open(draft)];
  const wrong: string[] = [];
  for (const { Low, Street, Town, Zip } of asked) {
    for (const number of [Number(Low), Number(Low) + 1, Number(Low) + 50]) {
      const text = `${number} ${Street}, ${Town}, OH ${Zip}`;
      const was = toldBy(await before.answer(text, dayBefore(live)));
      const is = toldBy(await after.answer(text, dayBefore(live)));
      if (is !== null && (was === null || !isSame(was, is))) wrong.push(text);
    }
  }
  return { found, causes: causes.map(({ code }) => code), wrong };
}
