// Owns the files of a made-up feed: VIP 6.0 columns, written as streams, the same bytes for the same seed.
// Adds the mess of real exports (case, doubled rows, broken rows) on the way out.

import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '@/lib/adapters/make-folder';
import { type Golden, zipGoldens } from './golden';
import { createRandom, type Random } from './random';
import { planState, type StatePlan, type Zip } from './state';
import { type Row, type Street, zipStreets } from './streets';

/** What was written: `{segments: 250113, precincts: 9000, places: 1702, zips: 900, goldens: 9000, brokenRows: 251}`. */
export interface FeedCounts {
  readonly segments: number;
  readonly precincts: number;
  readonly places: number;
  readonly zips: number;
  readonly goldens: number;
  readonly brokenRows: number;
}

export interface FeedRequest {
  readonly precincts: number;
  readonly seed: number;
  readonly directory: string;
  /** How many counties; absent: one to about a hundred precincts. */
  readonly counties?: number;
  /** Called after each ZIP with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Far ahead, and always the same: the bytes must not depend on the day. */
const ELECTION_DATE = '2032-11-02';
const BROKEN_ROW_SHARE = 0.001;
const PHONE_OF_STATE = '555-0199';

type Cells = readonly (string | number)[];

/** Write a whole feed with `golden.csv` into a folder. Same seed and size: the same bytes. */
export async function writeFeed(request: FeedRequest): Promise<FeedCounts> {
  const plan = planState(request.precincts, createRandom(request.seed, 1), request.counties);
  await makeFolder(request.directory);
  const write = (name: string, rows: Iterable<Cells>) => writeCsv(join(request.directory, name), rows);
  for (const [name, rows] of smallFiles(plan)) await write(name, rows);
  const goldens: Golden[] = [];
  const counts = { segments: 0, brokenRows: 0 };
  await write('street_segment.csv', segmentRows(request, plan, goldens, counts));
  await write('golden.csv', goldenRows(goldens));
  return {
    ...counts,
    precincts: plan.precincts.length,
    places: plan.places.length,
    zips: plan.zips.length,
    goldens: goldens.length,
  };
}

const SEGMENT_HEADER =
  'id,house_number_prefix,start_house_number,end_house_number,house_number_suffix,odd_even_both,street_direction,street_name,street_suffix,address_direction,start_apartment_number,end_apartment_number,city,state,zip,includes_all_addresses,precinct_id';

function* segmentRows(
  request: FeedRequest,
  plan: StatePlan,
  goldens: Golden[],
  counts: { segments: number; brokenRows: number },
): Generator<Cells> {
  yield SEGMENT_HEADER.split(',');
  const noise = createRandom(request.seed, 3);
  for (const [index, zip] of plan.zips.entries()) {
    const streets = zipStreets(zip, createRandom(request.seed, 1_000 + index));
    goldens.push(...zipGoldens(zip, streets, createRandom(request.seed, 2_000_000 + index)));
    // Offices differ in how they write; one office's file is even enough within a ZIP.
    const title = index % 3 === 2;
    for (const street of streets) {
      for (const row of street.rows) {
        counts.segments += 1;
        yield segmentCells(counts.segments, row, street, zip, title !== noise.chance(0.02));
        if (!noise.chance(BROKEN_ROW_SHARE)) continue;
        counts.segments += 1;
        counts.brokenRows += 1;
        yield broken(segmentCells(counts.segments, row, brokenStreet(counts.brokenRows), zip, title), noise);
      }
    }
    request.onProgress?.((index + 1) / plan.zips.length);
  }
}

function segmentCells(id: number, row: Row, street: Street, zip: Zip, title: boolean): Cells {
  const cased = title ? titleCase : (text: string) => text;
  return [
    `ss-${id}`,
    row.prefix ?? '',
    row.start,
    row.end,
    '',
    row.parity,
    street.pre,
    cased(street.name),
    cased(street.suffix),
    street.post,
    row.units?.[0] ?? '',
    row.units?.[1] ?? '',
    title ? street.city : street.city.toUpperCase(),
    'ZZ',
    zip.zip,
    'false',
    row.precinct.id,
  ];
}

/** Broken rows stand on streets of their own, so that they take no true answer away. */
function brokenStreet(index: number): Street {
  return { pre: '', name: `UNREADABLE ${index}`, suffix: 'RD', post: '', city: 'Nowhere', rows: [] };
}

/** One of the ways in which rows of real exports cannot be used. */
function broken(cells: Cells, random: Random): Cells {
  const [START, END, PARITY, NAME, ZIP, PRECINCT] = [2, 3, 5, 7, 14, 16] as const;
  const change = (index: number, value: string) => cells.with(index, value);
  switch (random.between(0, 6)) {
    case 0:
      return cells.with(START, 900).with(END, 100);
    case 1:
      return change(ZIP, '6951');
    case 2:
      return change(PRECINCT, 'pre-gone');
    case 3:
      return change(NAME, '');
    case 4:
      return change(START, '1.23E+10');
    case 5:
      return change(PARITY, 'sideways');
    default:
      return change(END, '2-Jan');
  }
}

function titleCase(text: string): string {
  return text.replace(/[A-Z]+/g, (word) => word[0] + word.slice(1).toLowerCase());
}

function smallFiles(plan: StatePlan): readonly (readonly [string, Iterable<Cells>])[] {
  return [
    [
      'source.csv',
      [
        ['id', 'date_time', 'name', 'vip_id', 'version'],
        ['src-1', '2026-01-01T00:00:00', 'Made-up state (generated by Levee)', '99900', '6.0'],
      ],
    ],
    [
      'state.csv',
      [
        ['id', 'name', 'election_administration_id'],
        ['st-zz', 'Practice State', 'ea-state'],
      ],
    ],
    [
      'election.csv',
      [
        ['id', 'date', 'name', 'election_type', 'state_id', 'is_statewide', 'hours_open_id'],
        ['el-1', ELECTION_DATE, 'Made-up General Election', 'general', 'st-zz', 'true', 'ho-1'],
      ],
    ],
    ['hours_open.csv', [['id'], ['ho-1']]],
    [
      'schedule.csv',
      [
        ['id', 'start_time', 'end_time', 'start_date', 'end_date', 'hours_open_id'],
        ['sch-1', '07:00:00', '20:00:00', ELECTION_DATE, ELECTION_DATE, 'ho-1'],
      ],
    ],
    ...officeFiles(plan),
    ['polling_location.csv', placeRows(plan)],
    ['precinct.csv', precinctRows(plan)],
  ];
}

function officeFiles(plan: StatePlan): readonly (readonly [string, Iterable<Cells>])[] {
  const offices = [
    { key: 'state', name: 'Made-up Secretary of State', phone: PHONE_OF_STATE },
    ...plan.counties.map((county) => ({
      key: county.id,
      name: `${county.name} Elections (made up)`,
      phone: county.phone,
    })),
  ];
  return [
    [
      'locality.csv',
      [
        ['id', 'name', 'type', 'state_id', 'election_administration_id', 'time_zone'],
        ...plan.counties.map(({ id, name }) => [id, name, 'county', 'st-zz', `ea-${id}`, 'America/Chicago']),
      ],
    ],
    ['election_administration.csv', [['id', 'name'], ...offices.map(({ key, name }) => [`ea-${key}`, name])]],
    [
      'department.csv',
      [['id', 'election_administration_id'], ...offices.map(({ key }) => [`dep-${key}`, `ea-${key}`])],
    ],
    [
      'contact_information.csv',
      [
        ['id', 'name', 'phone', 'parent_id'],
        ...offices.map(({ key, name, phone }) => [`ci-${key}`, name, phone, `dep-${key}`]),
      ],
    ],
  ];
}

function* placeRows(plan: StatePlan): Generator<Cells> {
  yield 'id,name,structured_line_1,structured_city,structured_state,structured_zip,hours_open_id,latitude,longitude,latlng_source'.split(
    ',',
  );
  for (const place of plan.places) {
    const { id, name, line1, city, zip, latitude, longitude } = place;
    yield [id, name, line1, city, 'ZZ', zip, 'ho-1', latitude.toFixed(4), longitude.toFixed(4), 'made up'];
  }
}

function* precinctRows(plan: StatePlan): Generator<Cells> {
  yield 'id,name,number,locality_id,polling_location_ids,is_mail_only,is_not_voting,uses_vote_centers'.split(
    ',',
  );
  for (const { id, name, number, county, places, voting } of plan.precincts) {
    const ids = places.map((place) => place.id).join(' ');
    const flags = [voting === 'byMail', voting === 'none', voting === 'anyPlace'].map(String);
    yield [id, name, number, county.id, ids, ...flags];
  }
}

function* goldenRows(goldens: readonly Golden[]): Generator<Cells> {
  yield ['address', 'kind', 'place_ids', 'place_names', 'note'];
  for (const { address, kind, places, note } of goldens) {
    yield [
      address,
      kind,
      places.map(({ id }) => id).join(' '),
      places.map(({ name }) => name).join('; '),
      note,
    ];
  }
}

const LINES_A_CHUNK = 2_000;

async function writeCsv(path: string, rows: Iterable<Cells>): Promise<void> {
  await pipeline(Readable.from(chunks(rows)), createWriteStream(path));
}

function* chunks(rows: Iterable<Cells>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(cell).join(','));
    if (lines.length < LINES_A_CHUNK) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
