// Lists that offices keep in tables of their own, read by the columns that somebody confirmed, compiled, and asked for every row: the
// file itself says what each has to answer. Nothing here is tuned to a row.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datasetOf, type MappedFile, readMapped } from '@/lib/ingest/mapping/convert/convert-tables.fixture';
import type { OpenRelease } from '@/lib/release/reader';
import { hasSharedData, sharedData } from '../shared-data';
import { type Claim, placesBy } from './claims';
import { releaseOfDatasets, rowsOf } from './real-release';

const NOW = new Date('2026-11-01T12:00:00Z');

type Rows = readonly Readonly<Record<string, string>>[];

/** A list of precincts as an office would have made it: each code votes at a place of its own. */
function madeUpList(codes: readonly string[]): MappedFile {
  const distinct = [...new Set(codes)].filter((code) => code !== '');
  return {
    name: 'places.csv',
    kind: 'precinctPlaces',
    columns: { precinctId: 'P', placeName: 'Place', placeAddressWhole: 'Address' },
    text: ['P,Place,Address', ...distinct.map((code) => `${code},Hall ${code},${code} Hall Rd`)].join('\n'),
  };
}

interface Asked {
  /** Numbers that were asked for. */
  readonly asked: number;
  /** Of these, those that the list gives one place. */
  readonly listed: number;
  /** Of these, those that were answered with it. Whatever was answered otherwise has failed the test. */
  readonly found: number;
}

/** Asks for both ends of every claim, and for a number past all of them; every answer as counting by hand gives it. `isOpen`: a
 *  row that cannot be read holds the number, too, so that no other one answers for it. */
async function askAll(
  release: OpenRelease,
  claims: readonly Claim[],
  behind: string,
  isOpen: (street: string, number: number) => boolean = () => false,
): Promise<Asked> {
  let [asked, listed, found] = [0, 0, 0];
  const bad: string[] = [];
  const placesOf = placesBy(claims);
  for (const claim of claims) {
    const ends =
      claim.end > 100_000 ? [claim.start, claim.start + 2] : [claim.start, claim.end, claim.end + 1];
    for (const number of ends.filter((end) => end > 0)) {
      const places = isOpen(claim.street, number) ? new Set<string>() : placesOf(claim, number);
      const outcome = await release.answer(`${number} ${claim.street}, ${behind}`, NOW);
      // A street of another name may be offered, which is no answer.
      const isOffered = places.size === 0 && outcome.kind === 'choose';
      const wanted = isOffered
        ? 'choose'
        : places.size === 0
          ? 'missing'
          : places.size === 1
            ? 'found'
            : 'conflict';
      const names =
        'pollingLocations' in outcome ? outcome.pollingLocations.map(({ name }) => name).sort() : [];
      const isRight =
        outcome.kind === wanted && (places.size === 0 || names.join() === [...places].sort().join());
      if (!isRight)
        bad.push(`${number} ${claim.street}: ${outcome.kind} ${names}, not ${wanted} ${[...places]}`);
      asked++;
      if (places.size === 1) listed++;
      if (places.size === 1 && outcome.kind === 'found') found++;
    }
  }
  expect(bad).toEqual([]);
  return { asked, listed, found };
}

describe.skipIf(!hasSharedData)('a county’s list of ranges', () => {
  const files = ['allAddresses.csv', 'precinct7.csv'].map((name) =>
    sharedData('street-lists', 'summit-co', name),
  );
  const rows: Rows = hasSharedData ? files.flatMap(rowsOf) : [];

  it('answers each end of each row with the row’s own precinct', async () => {
    const streets = files.map(
      (file, at): MappedFile => ({
        name: `streets-${at}.csv`,
        text: readFileSync(file, 'utf8'),
        kind: 'ranges',
        columns: {
          rangeStart: 'HS_NUM_FRM',
          rangeEnd: 'HS_NUM_TO',
          side: 'RULE_TYPE',
          streetDirection: 'STDIR_CODE',
          streetName: 'STREET_NAME',
          streetSuffix: 'STYP_CODE',
          precinctId: 'PRECINCT',
          precinctSplit: 'SPLIT_CODE',
        },
        always: { city: 'Breckenridge', zip: '80424' },
      }),
    );
    const list = madeUpList(rows.map((row) => row.PRECINCT!));
    const read = await readMapped([list, ...streets], { state: 'CO' });
    const release = await releaseOfDatasets([datasetOf(read)], NOW);
    const side = { '0': 'both', '1': 'odd', '2': 'even' } as const;
    const isRange = (row: Rows[number]) => row.HS_NUM_TO !== '0';
    const claims = rows.filter(isRange).map(
      (row): Claim => ({
        street: [row.STDIR_CODE, row.STREET_NAME, row.STYP_CODE].filter((word) => word !== '').join(' '),
        start: Number(row.HS_NUM_FRM),
        end: Number(row.HS_NUM_TO),
        side: side[row.RULE_TYPE as '0'],
        place: `Hall ${row.PRECINCT}`,
      }),
    );
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(
      rows.flatMap((row) => (isRange(row) ? [] : ['number-zero'])),
    );
    const { asked, listed, found } = await askAll(release, claims, 'Breckenridge CO 80424');
    expect(asked).toBeGreaterThan(4000);
    // Each row that can be read is found at both its ends.
    expect([listed, found]).toEqual([4121, 4121]);
  }, 120_000);
});

describe.skipIf(!hasSharedData)('a town’s list of streets', () => {
  it('answers each row with the place of its precinct, and nothing for the rows that say too little', async () => {
    const folder = (name: string) => sharedData('street-lists', 'watertown-ma', name);
    const places = new Map(
      rowsOf(folder('precinct_polling_places.csv')).map((row) => [row.precinct, row.polling_place!]),
    );
    const read = await readMapped(
      [
        {
          name: 'places.csv',
          text: readFileSync(folder('precinct_polling_places.csv'), 'utf8'),
          kind: 'precinctPlaces',
          columns: {
            precinctId: 'precinct',
            placeName: 'polling_place',
            placeHouseNumber: 'street_number',
            placeAddressWhole: 'street_name',
          },
          always: { city: 'Watertown' },
        },
        {
          name: 'streets.csv',
          text: readFileSync(folder('street_ranges.csv'), 'utf8'),
          kind: 'ranges',
          columns: {
            streetWhole: 'street_key',
            rangeStart: 'start',
            rangeEnd: 'end',
            side: 'side',
            precinctId: 'precinct',
          },
          always: { city: 'Watertown' },
        },
      ],
      { state: 'MA' },
    );
    const rows: Rows = rowsOf(folder('street_ranges.csv'));
    const isReadable = ({ precinct, side, start, end }: Rows[number]) => {
      const ends = [Number(start) % 2, Number(end) % 2];
      const isSided = side === 'odd' || side === 'even';
      const isAgainst = isSided && start !== '' && !ends.includes(side === 'odd' ? 1 : 0);
      return places.has(precinct) && side !== 'add' && (start === '') === (end === '') && !isAgainst;
    };
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    // A row that is read, and overlaps one that is not: its numbers there are left open.
    const overlapping = errors.filter(({ code }) => code === 'numbers-withheld');
    expect(errors.length - overlapping.length).toBe(rows.filter((row) => !isReadable(row)).length);
    const release = await releaseOfDatasets([datasetOf(read)], NOW);
    const claims = rows.filter(isReadable).map(
      (row): Claim => ({
        street: row.street_key!.replaceAll('_', ' '),
        start: row.start === '' ? 1 : Number(row.start),
        end: row.end === '' ? 1_000_000 : Number(row.end),
        side: row.side === '' ? 'both' : (row.side as 'odd'),
        place: places.get(row.precinct)!,
      }),
    );
    const parity = { even: 0, odd: 1 } as Record<string, number>;
    const isOpen = (street: string, number: number) =>
      rows.some(
        (row) =>
          !isReadable(row) &&
          row.street_key!.replaceAll('_', ' ') === street &&
          number >= Number(row.start || Number.NaN) &&
          number <= Number(row.end || Number.NaN) &&
          number % 2 === (parity[row.side!] ?? number % 2),
      );
    const { asked, listed, found } = await askAll(release, claims, 'Watertown MA 02472', isOpen);
    expect(asked).toBeGreaterThan(900);
    expect([listed, found]).toEqual([988, 988]);
  }, 120_000);
});

/** What begins the precinct codes of a state in the list of addresses (FIPS 5-2), and in the list of places. */
const STATES: readonly (readonly [state: string, fips: string, letters: string])[] = [
  ['AZ', '004', 'ARI'],
  ['CA', '006', 'CAL'],
  ['CT', '009', 'CON'],
  ['FL', '012', 'FLO'],
  ['GA', '013', 'GEO'],
  ['IL', '017', 'ILL'],
  ['MA', '025', 'MAS'],
  ['ME', '023', 'MAI'],
  ['MN', '027', 'MIN'],
  ['NJ', '034', 'NEWJ'],
  ['NY', '036', 'NEWY'],
  ['PA', '042', 'PEN'],
  ['VA', '051', 'VIR'],
  ['WI', '055', 'WIS'],
];

describe.skipIf(!hasSharedData)('a dirty pair of addresses and places', () => {
  const folder = (name: string) => sharedData('messy', 'vip-exercise', name);
  const text = (name: string) => (hasSharedData ? readFileSync(folder(name), 'utf8') : '');
  const addresses: Rows = hasSharedData ? rowsOf(folder('addresses.csv')) : [];
  const list: Rows = hasSharedData ? rowsOf(folder('precinct_polling_list.csv')) : [];

  const counted = { asked: 0, found: 0 };
  it.each(STATES)('answers right or not at all in %s', async (state, fips, letters) => {
    const [header, ...lines] = text('addresses.csv').split(/\r?\n/);
    const ours = lines.filter((line) => line.includes(`,${state},`));
    const read = await readMapped(
      [
        {
          name: 'addresses.csv',
          text: [header, ...ours].join('\n'),
          kind: 'addresses',
          columns: {
            addressWhole: 'Street',
            unit: 'Apt',
            city: 'City',
            state: 'State',
            zip: 'Zip',
            precinctId: 'Precinct ID',
          },
        },
        {
          name: 'list.csv',
          text: text('precinct_polling_list.csv'),
          kind: 'precinctPlaces',
          columns: {
            placeAddressWhole: 'Street',
            placeCity: 'City',
            placeCityStateZipWhole: 'State/ZIP',
            precinctId: 'Precinct',
          },
        },
      ],
      { state },
    );
    const release = read.dataset === null ? null : await releaseOfDatasets([read.dataset], NOW);
    for (const row of addresses.filter((one) => one.State === state)) {
      const [prefix, rest] = row['Precinct ID']!.split('-');
      // By hand: sound rows of this state with this code. 19 O KEEFE RD may be number 19O.
      const isClear = prefix === fips && !/^\d+ [A-DF-MO-RT-VX-Z] /.test(row.Street!);
      const right = list.filter(
        (one) =>
          isClear && one.Precinct === `${letters}-${rest}` && one['State/ZIP']?.startsWith(`${state} `),
      );
      const query = `${row.Street} ${row.Apt}, ${row.City}, ${state} ${row.Zip}`;
      const outcome = release === null ? null : await release.answer(query, NOW);
      counted.asked++;
      if (outcome?.kind === 'found') counted.found++;
      if (right.length === 0) {
        // Without a locality file nothing says that a town whose only row was set aside is this office's.
        expect(['missing', 'notCovered'], query).toContain(outcome?.kind ?? 'missing');
        const severities = read.problems.map(({ severity }) => severity);
        expect(severities, query).toContain(release === null ? 'fatal' : 'error');
      } else {
        expect(outcome?.kind, query).toBe('found');
        expect(
          outcome?.kind === 'found' && outcome.pollingLocations.map(({ line1 }) => line1),
          query,
        ).toEqual([right[0]!.Street]);
      }
    }
  });

  it('finds 29 of 41: of the others the row, or the row of their place, is no sound one', () => {
    expect(counted).toEqual({ asked: addresses.length, found: 29 });
  });
});
