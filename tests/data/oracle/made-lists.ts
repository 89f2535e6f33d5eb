// Owns lists that are half made up: real polling places, ZIPs and towns (../shared) with streets that are easily taken for one another,
// and whole made-up states. Rows are read from what was written, not from what it was written from.

import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { textFile } from '@/lib/ingest/feed.fixture';
import { readUpload } from '@/lib/ingest/read-upload';
import { readSources } from '@/scripts/commands/read-sources';
import { writeFeed } from '@/scripts/generate/feed';
import { createRandom } from '@/scripts/generate/random';
import { sharedData } from '../../shared-data';
import { feedFiles } from './nasty-feed';
import { nastyState } from './nasty-state';
import { cellsOf, placeLabel, type RealList } from './real-lists';
import type { RawRow } from './rows';

const DAY = '2032-10-20';

/** Town by ZIP, as the post office has it. */
function towns(): ReadonlyMap<string, string> {
  const packed = readFileSync(sharedData('reference', 'zip_city_county_zip-monster.csv.gz'));
  const { data } = Papa.parse<Record<string, string>>(gunzipSync(packed).toString('utf8'), { header: true });
  return new Map(data.map(({ zip, city }) => [zip ?? '', (city ?? '').toUpperCase()]));
}

interface ListedPlace {
  readonly name: string;
  readonly zip: string;
}

/** The rows of as many ZIPs as the list of places has, at most `most`: each with its own town and places. */
function placedRows(places: readonly ListedPlace[], seed: number, most: number): readonly RawRow[] {
  const byZip = new Map<string, string[]>();
  for (const { name, zip } of places) byZip.set(zip, [...(byZip.get(zip) ?? []), name]);
  const town = towns();
  const zips = [...byZip.keys()]
    .filter((zip) => town.has(zip))
    .sort()
    .slice(0, most);
  const random = createRandom(seed);
  const made = nastyState(zips.length, random);
  const madeZips = [...new Set(made.rows.map(({ zip }) => zip))];
  const at = new Map(madeZips.map((zip, index) => [zip, zips[index]!]));
  return made.rows.map((row) => {
    const zip = at.get(row.zip)!;
    return {
      ...row,
      zip,
      city: row.city === '' ? '' : town.get(zip)!,
      places: [random.pick(byZip.get(zip)!)],
    };
  });
}

function overPlaces(
  name: string,
  state: string,
  most: number,
  places: () => readonly ListedPlace[],
): RealList {
  const rows = () => placedRows(places(), 20261103, most);
  return {
    name,
    stateOf: () => state,
    day: DAY,
    rows: () =>
      rows().map((row) => ({
        ...row,
        places: row.places.map((place) => placeLabel({ name: place, line1: `1 ${place} Way` })),
      })),
    datasets: async () => {
      const files = [...feedFiles({ state, rows: rows() })].map(([file, text]) => textFile(file, text));
      const { dataset } = await readUpload(files, { officeId: name });
      if (dataset === null) throw new Error(`${name} cannot be read`);
      return [dataset];
    },
  };
}

const listed = (file: string) => () =>
  cellsOf('polling-places', file).flatMap(({ name, precinct_name: precinct, address }) => {
    const zip = /\b(\d{5})(?:-\d{4})?$/.exec(address ?? '')?.[1];
    return zip === undefined || name === ''
      ? []
      : [{ name: `${name} ${precinct}`.replace(/[",]/g, ''), zip }];
  });

function escambia(): readonly ListedPlace[] {
  const lines = readFileSync(sharedData('messy', 'florida', 'Esc20160607_PctPoll.txt'), 'latin1').split(
    /\r?\n/,
  );
  return lines.slice(1).flatMap((line) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const zip = cells.at(-1) ?? '';
    return /^\d{5}$/.test(zip) ? [{ name: `${cells[2]} ${cells[1]}`.replace(/[",]/g, ''), zip }] : [];
  });
}

/** A whole state as `levee generate` writes it. */
export function generatedState(seed: number, precincts: number): RealList {
  const folder = join(tmpdir(), `levee-oracle-${process.pid}-${seed}-${precincts}`);
  return {
    name: `generated-${seed}`,
    stateOf: () => 'ZZ',
    day: DAY,
    rows: () => vip6Rows(folder),
    datasets: async () => {
      await writeFeed({ precincts, seed, directory: folder });
      const read = await readSources({ paths: [folder], officeIds: [`made-${seed}`], onProgress: () => {} });
      return read.datasets;
    },
  };
}

/** A precinct that votes by mail, or not: no place, and no row that was lost. */
const NOWHERE = '(no place)';

function vip6Rows(folder: string): readonly RawRow[] {
  const table = (name: string) => cellsOf(join(folder, `${name}.csv`));
  const places = new Map(
    table('polling_location').map((row) => [
      row.id!,
      placeLabel({ name: row.name!, line1: row.structured_line_1! }),
    ]),
  );
  const byPrecinct = new Map(
    table('precinct').map((row) => [
      row.id!,
      row.polling_location_ids === ''
        ? [NOWHERE]
        : row.polling_location_ids!.split(' ').map((id) => places.get(id)!),
    ]),
  );
  return table('street_segment')
    .filter((row) => !/^unreadable/i.test(row.street_name!) && row.street_name !== '')
    .map((row) => ({
      ...{ pre: row.street_direction!, name: row.street_name!, type: row.street_suffix! },
      ...{ post: row.address_direction!, city: row.city!, zip: row.zip! },
      ...{ start: Number(row.start_house_number), end: Number(row.end_house_number) },
      ...{
        side: row.odd_even_both as 'odd',
        prefix: row.house_number_prefix!,
        suffix: row.house_number_suffix!,
      },
      units:
        row.start_apartment_number === '' ? null : [row.start_apartment_number!, row.end_apartment_number!],
      places: byPrecinct.get(row.precinct_id!) ?? [],
    }));
}

/** Several lists in one release, as neighbours. Their ZIPs must not be the same. */
export function neighbours(name: string, day: string, lists: readonly RealList[]): RealList {
  const states = new Map<string, string>();
  return {
    name,
    day,
    stateOf: ({ zip }) => states.get(zip) ?? '',
    datasets: async () => {
      const all = [];
      for (const list of lists) all.push(...(await list.datasets()));
      return all;
    },
    rows: () =>
      lists.flatMap((list) => {
        const rows = list.rows();
        for (const row of rows) states.set(row.zip, list.stateOf(row));
        return rows;
      }),
  };
}

export const MADE_LISTS: readonly RealList[] = [
  overPlaces('mississippi-2018', 'MS', 200, listed('Mississippi_2018-11-06.csv')),
  overPlaces('north-carolina-2018', 'NC', 300, listed('North_Carolina_2018-11-06.csv')),
  overPlaces('florida-escambia', 'FL', 60, escambia),
];
