// Groups of repairs as an upload has them: when they are offered, when not, and that accepting one gives the rows as they were.

import { describe, expect, it } from 'vitest';
import {
  all,
  changed,
  placesTable,
  precinctsTable,
  repaired,
  soundStreets,
  streetsTable,
  tableOf,
} from './repairs.fixture';

const [START, END, SIDE, PREFIX] = [1, 2, 3, 4];
const [STREET, SUFFIX, CITY, STATE, ZIP, PRECINCT] = [6, 7, 8, 9, 10, 11];
const good = soundStreets(80);
type Row = readonly string[];

const swap = (a: number, b: number) => (row: Row) => row.with(a, row[b]!).with(b, row[a]!);
const feed = (rows: readonly Row[]) => [placesTable, precinctsTable, streetsTable(rows)];
const everyRow = (change: (row: Row) => Row) => good.map(change);

/** What is offered, and that accepting all of it gives the good rows. */
async function offered(rows: readonly Row[]) {
  const { suggestions, rows: untouched } = await repaired(feed(rows));
  expect(untouched).toEqual(rows);
  const again = await repaired(feed(rows), all(suggestions));
  expect(again.suggestions.every(({ isApplied }) => isApplied)).toBe(true);
  expect(again.rows).toEqual(good);
  return suggestions.map(({ kind, column, count }) => `${kind} ${column}: ${count}`);
}

describe('a table as it should be', () => {
  it('gets no suggestion', async () => {
    expect((await repaired(feed(good))).suggestions).toEqual([]);
  });
});

describe('an end of the other side', () => {
  it('goes to the next number inside the range', async () => {
    const rows = changed(good, {
      0: (row) => row.with(END, '200'),
      3: (row) => row.with(START, '399'),
    });
    expect(good[0]!.slice(START, SIDE + 1)).toEqual(['101', '199', 'odd']);
    expect(good[3]!.slice(START, SIDE + 1)).toEqual(['400', '498', 'even']);
    expect(await offered(rows)).toEqual(['parity start_house_number: 1', 'parity end_house_number: 1']);
  });

  it('is left where both ends are, where the row is of both sides, and where the list writes it so', async () => {
    const none = async (rows: readonly Row[]) => expect((await repaired(feed(rows))).suggestions).toEqual([]);
    await none(changed(good, { 0: (row) => row.with(SIDE, 'even') }));
    await none(changed(good, { 0: (row) => row.with(SIDE, 'both').with(END, '200') }));
    await none(everyRow((row) => row.with(END, String(Number(row[END]) + 1))));
  });
});

describe('two columns with each other’s cells', () => {
  it.each([
    ['first and last number', START, END, 'start_house_number and end_house_number'],
    ['street and town', STREET, CITY, 'street_name and city'],
    ['ZIP and precinct', ZIP, PRECINCT, 'zip and precinct_id'],
    ['town and state', CITY, STATE, 'city and state'],
    ['state and ZIP', STATE, ZIP, 'state and zip'],
    ['side and ZIP', SIDE, ZIP, 'side and zip'],
  ])('%s are exchanged', async (_, a, b, column) => {
    const [one] = await offered(everyRow(swap(a, b)));
    expect(one).toBe(`swapped-columns ${column === 'side and zip' ? 'odd_even_both and zip' : column}: 80`);
  });

  it('are exchanged in the rows alone that have them so, where their form tells it', async () => {
    const rows = changed(good, { 5: swap(ZIP, STATE), 9: swap(ZIP, STATE) });
    expect(await offered(rows)).toEqual(['swapped-columns state and zip: 2']);
  });

  it('leaves what a row itself says against it: a town in its own column, and a street in its own', async () => {
    const rows = changed(everyRow(swap(STREET, CITY)), { 7: () => good[7]!, 30: () => good[30]! });
    const { suggestions } = await repaired(feed(rows));
    expect(suggestions).toMatchObject([{ kind: 'swapped-columns', count: 78 }]);
    expect((await repaired(feed(rows), all(suggestions))).rows).toEqual(good);
  });

  it('leaves rows that say nothing as they are, where another row speaks against it', async () => {
    const rural = good[8]!.with(STREET, 'RURAL').with(CITY, 'OAK');
    const rows = changed(everyRow(swap(STREET, CITY)), { 7: () => good[7]!, 8: () => rural });
    const { suggestions } = await repaired(feed(rows));
    expect((await repaired(feed(rows), all(suggestions))).rows).toEqual(changed(good, { 8: () => rural }));
    const agreed = changed(everyRow(swap(STREET, CITY)), { 8: () => rural });
    const found = await repaired(feed(agreed), all((await repaired(feed(agreed))).suggestions));
    expect(found.rows[8]).toEqual(swap(STREET, CITY)(rural));
  });

  it('leaves no range that ran forward to answer: of two numbers that may both be the slip neither is taken', async () => {
    const rows = changed(everyRow(swap(START, END)), { 3: () => good[3]! });
    const read = await repaired(feed(rows), all((await repaired(feed(rows))).suggestions));
    expect(read.rows[3]!.slice(START, SIDE)).toEqual([good[3]![END], good[3]![START]]);
  });

  it.each([
    ['few ranges run backwards', changed(good, { 2: swap(START, END), 4: swap(START, END) })],
    ['half of the ranges run backwards', good.map((row, at) => (at % 2 ? row : swap(START, END)(row)))],
    [
      'a street is called like a town',
      changed(good, { 2: (row) => row.with(STREET, 'HILLTOWN').with(CITY, 'RURAL') }),
    ],
    ['a cell fits nowhere', changed(good, { 2: (row) => row.with(ZIP, 'p9') })],
    ['the precinct is not known', changed(good, { 2: (row) => row.with(ZIP, 'p9').with(PRECINCT, '43999') })],
  ])('are left where %s', async (_, rows) => {
    expect((await repaired(feed(rows))).suggestions).toEqual([]);
  });
});

describe('cells that stand one column beside', () => {
  const right = (at: number) => (row: Row) => row.toSpliced(at, 0, '');

  it('go back where a blank cell was put in', async () => {
    const rows = changed(good, { 3: right(STREET), 7: right(CITY), 40: right(ZIP) });
    expect(await offered(rows)).toEqual(['shifted-cells : 3']);
  });

  it('go back where the blank cell of a column that is always blank was taken out', async () => {
    const rows = changed(good, {
      3: (row) => row.toSpliced(PREFIX, 1),
      9: (row) => [...row.toSpliced(PREFIX, 1), ''],
    });
    expect(await offered(rows)).toEqual(['shifted-cells : 2']);
  });

  it.each([
    ['a cell that held something is gone', (row: Row) => row.toSpliced(SUFFIX, 1)],
    ['the cell put in holds something', (row: Row) => row.toSpliced(STREET, 0, 'X')],
    ['the row is short of its last cell', (row: Row) => row.slice(0, -1)],
    ['two cells were put in', (row: Row) => row.toSpliced(STREET, 0, '', '')],
  ])('are left where %s', async (_, change) => {
    // Row 10 has a suffix.
    expect(good[10]![SUFFIX]).not.toBe('');
    expect((await repaired(feed(changed(good, { 10: change })))).suggestions).toEqual([]);
  });

  it('are left at the end of a file that breaks off', async () => {
    const text = [...good.slice(0, -1), good.at(-1)!.toSpliced(PREFIX, 1)];
    const { suggestions } = await repaired(feed(text));
    expect(suggestions).toMatchObject([{ kind: 'shifted-cells', count: 1 }]);
    const cut = streetsTable(text);
    const broken = { ...cut, source: { ...cut.source, read: lastIsOpen(cut.source.read) } };
    expect((await repaired([placesTable, precinctsTable, broken])).suggestions).toEqual([]);
  });
});

/** As if no line break stood behind the last record. */
function lastIsOpen(read: (typeof placesTable)['source']['read']): typeof read {
  return (reader, log) =>
    read({ ...reader, record: (cells, row, signs) => reader.record(cells, row, signs, row === 81) }, log);
}

describe('a column that was pushed down by a row', () => {
  const long = soundStreets(240).map((row, at) =>
    row.with(CITY, 'HILLTOWN').with(PRECINCT, `p${1 + (Math.floor(at / 8) % 3)}`),
  );
  /** As a spreadsheet does it: the cell put in above `from` pushes the last one out into a record of its own. */
  const pushed = (column: number, from: number): readonly Row[] => {
    const last = good[0]!.map((_, at) => (at === column ? long.at(-1)![column]! : ''));
    const rows = long.map((row, at) =>
      at < from ? row : row.with(column, at === from ? '' : long[at - 1]![column]!),
    );
    return [...rows, last];
  };

  it.each([
    ['precincts', PRECINCT, 'precinct_id'],
    ['streets', STREET, 'street_name'],
    ['first numbers', START, 'start_house_number'],
  ])('goes back: %s', async (_, column, name) => {
    const rows = pushed(column, 30);
    const { suggestions } = await repaired(feed(rows));
    expect(suggestions.map(({ kind, column: at, count }) => [kind, at, count])).toEqual([
      ['shifted-cells', name, 210],
    ]);
    expect(suggestions[0]!.examples[0]).toEqual({ row: 32, before: [''], after: [long[30]![column]] });
    expect((await repaired(feed(rows), all(suggestions))).rows).toEqual(long);
  });

  it('is left where it came back into step, for a cell was overwritten there', async () => {
    const rows = long.map((row, at) =>
      at < 30 || at > 150 ? row : row.with(PRECINCT, at === 30 ? '' : long[at - 1]![PRECINCT]!),
    );
    expect((await repaired(feed(rows))).suggestions).toEqual([]);
  });

  it('is left where the last record is a total', async () => {
    const total = good[0]!.map((_, at) => (at === PRECINCT ? '240' : ''));
    const rows = [...changed(long, { 30: (row) => row.with(PRECINCT, '') }), total];
    expect((await repaired(feed(rows))).suggestions).toEqual([]);
  });
});

describe('precincts that lost their zeros', () => {
  const padded = ['001', '002', '003'];
  const list = tableOf(
    'precinct',
    'precinct.txt',
    'id,name',
    padded.map((id) => [id, id]),
  );
  const own = good.map((row, at) => row.with(PRECINCT, padded[at % 3]!));
  const lost = own.map((row) => row.with(PRECINCT, row[PRECINCT]!.replace(/^0+/, '')));
  const look = (rows: readonly Row[], accepted: Parameters<typeof repaired>[1] = []) =>
    repaired([placesTable, list, streetsTable(rows)], accepted);

  it('have them back where the whole column has lost them', async () => {
    const { suggestions } = await look(lost);
    expect(suggestions).toMatchObject([{ kind: 'precinct-id', count: 80 }]);
    expect((await look(lost, all(suggestions))).rows).toEqual(own);
  });

  it('are left where one cell of the column has its zeros: a 3 there may be a precinct that the list has lost', async () => {
    const rows = changed(own, { 5: (row) => row.with(PRECINCT, '3'), 9: (row) => row.with(PRECINCT, '3') });
    expect((await look(rows)).suggestions).toEqual([]);
    const accepted = [{ kind: 'precinct-id', file: null, column: null }] as const;
    expect((await look(rows, accepted)).rows).toEqual(rows);
  });
});

describe('what was said by hand', () => {
  it('goes before a repair, and is not counted', async () => {
    const rows = changed(good, {
      0: (row) => row.with(START, '1,101.0').with(END, '1199'),
      4: (row) => row.with(END, '599.0'),
    });
    const edits = [{ file: 'street_segment.txt', row: 2, column: 'start_house_number', value: '1103' }];
    const { suggestions } = await repaired(feed(rows), [], { edits });
    expect(suggestions).toMatchObject([{ kind: 'number-format', column: 'end_house_number', count: 1 }]);
    const read = await repaired(feed(rows), [{ kind: 'number-format', file: null, column: null }], { edits });
    expect(read.rows[0]![START]).toBe('1103');
  });
});

describe('repairs that show one after the other', () => {
  it('are offered once the first is accepted, and all applied together afterwards', async () => {
    const lost = good.map((row) => row.with(STATE, 'MA').with(ZIP, '1760'));
    const rows = lost.map(swap(STATE, ZIP));
    const first = await repaired(feed(rows));
    expect(first.suggestions).toEqual([]);
    const fraction = lost.map((row) => row.with(ZIP, '01760').with(END, `${row[END]}.0`));
    const both = changed(fraction, { 2: swap(STATE, ZIP), 6: (row) => row.with(ZIP, '1760') });
    const { suggestions } = await repaired(feed(both));
    expect(suggestions.map(({ kind }) => kind)).toEqual(['swapped-columns', 'number-format', 'lost-zeros']);
    const all = suggestions.map(({ kind }) => ({ kind, file: null, column: null }));
    expect((await repaired(feed(both), all)).rows).toEqual(lost.map((row) => row.with(ZIP, '01760')));
  });
});
