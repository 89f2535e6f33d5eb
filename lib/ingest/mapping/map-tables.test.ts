import { describe, expect, it } from 'vitest';
import { textFile } from '../feed.fixture';
import { mappingCodes } from '../problems/codes/mapping';
import { createProblemLog } from '../problems/problem';
import { indexEdits } from '../tables/cell-edits';
import { csvRecords } from '../tables/csv';
import type { FeedTable } from '../tables/feed-files';
import type { RecordSource } from '../tables/record-source';
import { type MapRequest, mapTables } from './map-tables';
import type { TableMapping } from './table-mapping';

const table = (name: string, ...lines: readonly string[]): RecordSource =>
  csvRecords(textFile(name, `${lines.join('\n')}\n`));

const header = 'LOW,HIGH,O/E,ST_NAME,ST_TYPE,ZIP,PCT';
const rows = [
  '1,99,O,OAK,ST,39120,101',
  '2,98,E,OAK,ST,39120,102',
  '1,99,O,ELM,AVE,39121,101',
  '100,198,E,ELM,AVE,39121,102',
];
const streets = table('streets.csv', header, ...rows);
const always = { city: null, state: 'MS', zip: null };
const streetMapping: TableMapping = {
  header: header.split(','),
  width: 7,
  kind: 'ranges',
  columns: { rangeStart: 0, rangeEnd: 1, side: 2, streetName: 3, streetSuffix: 4, zip: 5, precinctId: 6 },
  always,
};
const places = table(
  'places.csv',
  'PCT,POLL_NAME,POLL_ADDR,POLL_CITY,POLL_ZIP',
  '101,City Hall,1 Main St,Exampleton,39120',
  '102,Oak School,9 Oak St,Exampleton,39120',
  '103,Fire Station,3 Elm Ave,Exampleton,39121',
);
const placeMapping: TableMapping = {
  header: ['PCT', 'POLL_NAME', 'POLL_ADDR', 'POLL_CITY', 'POLL_ZIP'],
  width: 5,
  kind: 'precinctPlaces',
  columns: { precinctId: 0, placeName: 1, placeAddressWhole: 2, placeCity: 3, placeZip: 4 },
  always,
};
const readme = table('readme.csv', 'Dear county', 'our files of this week', 'regards');

async function mapped(
  tables: readonly RecordSource[],
  mappings: readonly TableMapping[] = [],
  more: Partial<MapRequest> = {},
) {
  const log = createProblemLog();
  const result = await mapTables({ tables, mappings, feed: [], live: null, officeState: 'MS', ...more }, log);
  const read: Record<string, string[]> = {};
  for (const { table: name, source } of result.feed) {
    const lines: string[] = [];
    await source.read(
      {
        isKnownColumn: () => false,
        header: (cells) => lines.push(cells.join('|')) > 0,
        record: (cells, row) => lines.push(`${row}: ${cells.join('|')}`) > 0,
        refused: () => undefined,
      },
      log,
    );
    read[name] = lines;
  }
  const problems = log
    .problems()
    .map(({ code, file, row, column, value }) => ({ code, file, row, column, value }));
  return { ...result, read, codes: problems.map(({ code, file }) => `${code} ${file}`), problems };
}

describe('mapTables', () => {
  it('reads nothing that nobody has confirmed, and says what it recognised', async () => {
    const { feed, foreign, codes } = await mapped([streets]);
    expect(feed).toEqual([]);
    expect(codes).toEqual(['columns-unconfirmed streets.csv']);
    expect(foreign).toMatchObject([
      { name: 'streets.csv', confirmed: null, proposal: { mapping: streetMapping, headerRow: 1 } },
    ]);
    expect(foreign[0]!.proposal.samples).toHaveLength(4);
  });

  it('leaves beside a feed what it has already, and what cannot be read, with a warning: nothing waits for it', async () => {
    const feed: FeedTable[] = [{ table: 'street_segment', source: streets }];
    const golden = table('golden.csv', 'address,place', '1 Oak St,City Hall', '2 Oak St,Oak School');
    const notes = csvRecords(textFile('notes.txt', 'x'.repeat(1_100_000)));
    const beside = await mapped([golden, notes], [], { feed });
    expect(beside.codes).toEqual(['file-ignored notes.txt', 'file-not-read golden.csv']);
    const alone = await mapped([golden, notes]);
    expect(alone.codes).toContain('columns-unconfirmed golden.csv');
    expect(alone.codes).not.toContain('file-ignored notes.txt');
  });

  it('says nothing of tables of a VIP feed that lead nobody to a place, and all of them where there is no feed', async () => {
    const feed: FeedTable[] = [{ table: 'street_segment', source: streets }];
    const hours = table('feed/hours_open.csv', 'id', 'h1', 'h2');
    const contest = table('CONTEST.TXT', 'id,name', 'c1,Mayor', 'c2,Sheriff');
    expect((await mapped([hours, contest], [], { feed })).codes).toEqual([]);
    expect((await mapped([contest, streets], [streetMapping])).codes).toContain(
      'columns-unconfirmed CONTEST.TXT',
    );
  });

  it('reads a table by what was confirmed, with the office’s own rows', async () => {
    const { read, foreign } = await mapped([streets], [placeMapping, streetMapping]);
    expect(foreign[0]!.confirmed).toEqual(streetMapping);
    const [names, ...made] = read.street_segment!;
    expect(names).toContain('street_name');
    expect(made).toHaveLength(4);
    expect(made[0]).toMatch(/^2: /);
  });

  it('finds columns that have moved, and minds no further ones', async () => {
    const moved = table(
      'next.csv',
      'PCT,NOTE,ZIP,ST_TYPE,ST_NAME,O/E,HIGH,LOW',
      ...rows.map((row) => {
        const cells = row.split(',').toReversed();
        return [cells[0], 'x', ...cells.slice(1)].join(',');
      }),
    );
    const [before, after] = [
      await mapped([streets], [streetMapping]),
      await mapped([moved], [streetMapping]),
    ];
    expect(after.codes.filter((code) => code.startsWith('columns'))).toEqual([]);
    expect(after.read.street_segment).toEqual(before.read.street_segment);
    // What was said, and where it stands in this table.
    expect(after.foreign[0]!.confirmed).toEqual(streetMapping);
    expect(after.foreign[0]!.applied?.columns).toMatchObject({ precinctId: 0, zip: 2, rangeStart: 7 });
  });

  it.each([
    ['a name that is gone', 'LOW,HIGH,O/E,ST_NAME,ST_TYPE,ZIP,DISTRICT'],
    ['a name that stands twice now', 'LOW,HIGH,O/E,ST_NAME,ST_TYPE,ZIP,PCT,PCT'],
    ['a blank name', 'LOW,HIGH,O/E,ST_NAME,ST_TYPE,,PCT'],
  ])('asks again: %s', async (_, other) => {
    const { codes, feed } = await mapped([table('next.csv', other, ...rows)], [streetMapping]);
    expect(codes).toContain('columns-unconfirmed next.csv');
    expect(feed).toEqual([]);
  });

  it.each([
    ['ZIP', ['1,99,O,OAK,ST,101,39120', '2,98,E,OAK,ST,102,39120', '1,99,O,ELM,AVE,103,39121']],
    ['LOW', ['99,1,O,OAK,ST,39120,101', '98,2,E,OAK,ST,39120,102', '199,101,O,ELM,AVE,39121,101']],
    ['ST_TYPE', ['1,99,O,OAK,N,39120,101', '2,98,E,OAK,S,39120,102', '1,99,O,ELM,N,39121,101']],
    ['LOW', ['OAK,99,O,1,ST,39120,101', 'OAK,98,E,2,ST,39120,102', 'ELM,99,O,1,AVE,39121,101']],
  ])('does not read a table whose columns have the names and not the cells: %s', async (column, swapped) => {
    const { problems, feed } = await mapped([table('next.csv', header, ...swapped)], [streetMapping]);
    expect(feed).toEqual([]);
    expect(problems).toMatchObject([{ code: 'columns-look-different', file: 'next.csv', row: 2, column }]);
  });

  it.each([
    ['a town that is called like a street', 'MENOMONEE FALLS', '101', '102'],
    ['precincts with a name behind their number', 'NATCHEZ', '101 FOREST GROVE', '102 OAK RIDGE'],
    ['precincts that are called like buildings', 'NATCHEZ', 'KINGSTON SCHOOL', 'BY-PASS FIRE STATION'],
  ])('reads what was confirmed of it: %s', async (_, town, one, other) => {
    const names = 'LOW,HIGH,ST_NAME,CITY,ZIP,PCT,PLACE,PLACE_ADDRESS,PLACE_CITY';
    const places = ['City Hall,1 Main St', 'First Baptist Church,2 Oak St'];
    const row = (street: string, at: number) =>
      `${at}01,${at}99,${street},${town},39120,${at % 2 === 0 ? one : other},${places[at % 2]},${town}`;
    const list = table('towns.csv', names, ...['OAK ST', 'ELM ST', 'ASH ST', 'OAK AVE'].map(row));
    const mapping: TableMapping = {
      header: names.split(','),
      width: 9,
      kind: 'ranges',
      columns: {
        rangeStart: 0,
        rangeEnd: 1,
        streetWhole: 2,
        city: 3,
        zip: 4,
        precinctId: 5,
        placeName: 6,
        placeAddressWhole: 7,
        placeCity: 8,
      },
      always,
    };
    const { codes, read } = await mapped([list], [mapping]);
    expect(codes.filter((code) => code.startsWith('columns'))).toEqual([]);
    expect(read.street_segment).toHaveLength(5);
  });

  it('knows a table without a header by its cells, and by nothing less', async () => {
    const mapping = { ...streetMapping, header: null };
    expect((await mapped([table('n.csv', ...rows)], [mapping])).read.street_segment).toHaveLength(5);
    const other = rows.map((row) => row.split(',').toReversed().join(','));
    expect((await mapped([table('n.csv', ...other)], [mapping])).codes).toEqual([
      'columns-unconfirmed n.csv',
    ]);
    const wider = rows.map((row) => `${row},x`);
    expect((await mapped([table('n.csv', ...wider)], [mapping])).codes).toEqual([
      'columns-unconfirmed n.csv',
    ]);
  });

  it('reads data for data where somebody said that no row names the columns', async () => {
    // The first row looks like names.
    const wards = (first: string) =>
      table('wards.csv', first, ...[2, 3, 4, 5].map((at) => `WARD ${at},HALL ${at},OAK ${at},MS`));
    const bare: TableMapping = {
      header: null,
      width: 4,
      kind: 'precinctPlaces',
      columns: { precinctId: 0, placeName: 1, state: 3 },
      always,
    };
    const data = wards('WARD,PLACE,STREET,MS');
    expect((await mapped([data])).foreign[0]?.proposal.headerRow).toBe(1);
    const { read, foreign } = await mapped([data], [bare]);
    expect(foreign[0]).toMatchObject({ confirmed: bare, proposal: { headerRow: null } });
    expect(read.precinct).toHaveLength(6);
    // Names that came later are no data.
    const named = await mapped([wards('WARD,PLACE,STREET,STATE')], [bare]);
    expect([named.feed, named.foreign[0]?.confirmed]).toEqual([[], null]);
  });

  it('applies what was said of a table’s name to it and to no other', async () => {
    const ofNorth: TableMapping = { ...streetMapping, table: 'North 2026-05-01.csv' };
    const north = table('lists/north_20261103.csv', header, ...rows);
    expect((await mapped([north], [ofNorth])).foreign[0]?.confirmed).toEqual(ofNorth);
    expect((await mapped([streets], [ofNorth])).codes).toEqual(['columns-unconfirmed streets.csv']);
    const all = { ...streetMapping, always: { ...always, city: 'Exampleton' } };
    expect((await mapped([north], [all, ofNorth])).foreign[0]?.confirmed).toEqual(ofNorth);
    expect((await mapped([streets], [ofNorth, all])).foreign[0]?.confirmed).toEqual(all);
    // Its columns moved; the name still says which way.
    const cells = (line: string) => line.split(',').toReversed().join(',');
    const moved = table('north.csv', cells(header), ...rows.map(cells));
    const ofMoved = { ...all, header: header.split(',').toReversed() };
    const columns = Object.entries(all.columns).map(([field, column]) => [field, 6 - column]);
    const both = [{ ...ofMoved, columns: Object.fromEntries(columns) }, ofNorth];
    expect((await mapped([moved], both)).foreign[0]?.confirmed).toEqual(ofNorth);
  });

  it.each([
    ['the United Kingdom', ['EN5 4PR', 'EN54PE', 'N3 2PU', 'SW1A 1AA']],
    ['Canada', ['K1A 0B1', 'V6B 4Y8', 'H2X-1Y4', 'm5v 2t6']],
  ])('proposes nothing of a list of %s, and says which column is why', async (_, codes) => {
    const lines = codes.map((code, at) => `${at + 1} Oak Rd,Exampleton,${code},B${at},Hall ${at}`);
    const list = table('list.csv', 'Address,Town,Postcode,Station Code,Polling Station', ...lines);
    const { problems, foreign } = await mapped([list]);
    expect(problems).toEqual([
      { code: 'file-not-a-list', file: 'list.csv', row: 2, column: 'Postcode', value: codes[0] },
    ]);
    expect(foreign[0]?.proposal.mapping).toMatchObject({ kind: 'ignored', columns: {} });
    expect((await mapped([list, streets], [streetMapping])).codes).toContain('file-not-read list.csv');
  });

  it('is not misled by codes of precincts that look like postal codes of another country', async () => {
    const lines = ['A1 2BB', 'A1 3BB', 'A1 4BB', 'A1 5BB'].map(
      (code, at) => `${at + 1} Oak St,Exampleton,39120,${code},Hall ${at}`,
    );
    const { codes } = await mapped([table('l.csv', 'Address,City,Zip,Precinct,Polling Place', ...lines)]);
    expect(codes).toEqual(['columns-unconfirmed l.csv']);
  });

  it('knows a header in words of its own that was confirmed before', async () => {
    const names = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg'];
    const { read } = await mapped(
      [table('own.csv', 'Printed on 3/1/2026', names.join(','), rows[0]!)],
      [{ ...streetMapping, header: names }],
    );
    expect(read.street_segment?.[1]).toMatch(/^3: /);
  });

  it('joins a list of streets and one of precincts', async () => {
    const { read } = await mapped([streets, places], [streetMapping, placeMapping]);
    expect(Object.keys(read)).toEqual(
      expect.arrayContaining(['street_segment', 'precinct', 'polling_location']),
    );
  });

  it('leaves out what is no list with a warning beside what is one, and refuses it alone', async () => {
    expect((await mapped([readme, streets], [streetMapping])).codes).toContain('file-not-read readme.csv');
    expect((await mapped([readme])).codes).toEqual(['file-not-a-list readme.csv']);
    const feed = [{ table: 'precinct', source: streets }] as const;
    expect((await mapped([readme], [], { feed })).codes).toEqual(['file-not-read readme.csv']);
  });

  it('leaves out what somebody said is to be left out, and says nothing', async () => {
    const ignored: TableMapping = { ...streetMapping, kind: 'ignored', columns: {} };
    const { feed, codes, foreign } = await mapped([streets], [ignored]);
    expect({ feed, codes }).toEqual({ feed: [], codes: [] });
    expect(foreign[0]!.confirmed).toEqual(ignored);
  });

  it('takes the latest of several that fit', async () => {
    const latest: TableMapping = { ...streetMapping, always: { ...always, city: 'Exampleton' } };
    expect((await mapped([streets], [latest, streetMapping])).foreign[0]!.confirmed).toBe(latest);
  });

  it('lets cells be corrected under the names that problems give them, below title lines too', async () => {
    const titled = table('t.csv', 'Exampleton Street List', header, ...rows);
    const edits = indexEdits([{ file: 't.csv', row: 3, column: 'ST_NAME', value: 'ASH' }]);
    const { read } = await mapped([titled], [streetMapping], { edits });
    expect(read.street_segment?.[1]).toMatch(/^3: .*ASH/);
  });

  it('reports a file without records once', async () => {
    expect((await mapped([table('e.csv')])).codes).toEqual(['file-empty e.csv']);
  });

  it('has a case for every code about a table as a whole', async () => {
    const all = [
      await mapped([streets]),
      await mapped(
        [table('next.csv', header, '1,99,O,OAK,ST,101,1', '1,9,O,OAK,ST,102,1', '1,9,O,ELM,ST,103,1')],
        [streetMapping],
      ),
      await mapped([readme]),
      await mapped([readme, streets]),
      await mapped([table('t.csv', header, ...rows, 'Total: 4')], [streetMapping]),
    ];
    const seen = new Set(all.flatMap(({ problems }) => problems.map(({ code }) => code)));
    // The others are about rows: convert/convert-tables.test.ts has them.
    const codes = Object.keys(mappingCodes).filter((code) => /^(?:columns|file|lines)-/.test(code));
    expect([...seen].filter((code) => codes.includes(code)).sort()).toEqual(codes.sort());
  });
});
