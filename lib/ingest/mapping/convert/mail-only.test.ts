// "Vote by mail" in an office's own table: what a column says, what a cell in the place's stead says, and that nobody is sent to a place called so.

import { describe, expect, it } from 'vitest';
import { textFile } from '../../feed.fixture';
import { confirmed } from '../../problems/examples/own-list';
import { type ReadUpload, readUpload } from '../../read-upload';
import type { MappingField, TableKind } from '../table-mapping';

type Columns = readonly (readonly [name: string, field: MappingField | null])[];

const streets: Columns = [
  ['Street', 'streetWhole'],
  ['Numbers', 'rangeText'],
  ['Town', 'city'],
  ['ZIP', 'zip'],
  ['Pct', 'precinctId'],
];
const places: Columns = [
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
];
const mail: Columns = [['Mail only', 'precinctMailOnly']];
const school = 'First School,"1 Elm St, Springvale, OH 43999"';
const oak = 'Oak St,1-99,Springvale,43999,01';
const elm = 'Elm St,1-99,Springvale,43999,02';

interface Table {
  readonly name: string;
  readonly columns: Columns;
  readonly rows: readonly string[];
  readonly kind?: TableKind;
}

function read(...tables: readonly Table[]): Promise<ReadUpload> {
  const files = tables.map(({ name, columns, rows }) =>
    textFile(name, `${[columns.map(([label]) => label).join(','), ...rows].join('\n')}\n`),
  );
  return readUpload(files, {
    officeState: 'OH',
    mappings: tables.map(({ columns, kind = 'ranges' }) => confirmed(kind, columns)),
    known: { name: 'Made-up County', phone: '555-0100', election: { name: 'General', date: '2026-11-03' } },
  });
}

const told = ({ dataset }: ReadUpload) =>
  Object.fromEntries(
    (dataset?.precincts ?? []).map(({ number, isMailOnly, pollingLocationIds }) => [
      number,
      [isMailOnly, pollingLocationIds.length],
    ]),
  );
const codes = ({ problems }: ReadUpload) => problems.map(({ code, row }) => `${code} ${row}`);
const names = ({ dataset }: ReadUpload) => dataset?.pollingLocations.map(({ name }) => name);

describe('a column that says who votes by mail only', () => {
  it.each(['yes', 'Y', 'TRUE', 'x', 'By mail', 'Mail ballot'])(
    'is believed where it says %s',
    async (cell) => {
      const one = await read({
        name: 'list.csv',
        columns: [...streets, ...places, ...mail],
        rows: [`${oak},${school},no`, `${elm},,,${cell}`],
      });
      expect(told(one)).toEqual({ '01': [false, 1], '02': [true, 0] });
      expect(codes(one)).toEqual([]);
    },
  );

  it('makes no place of what says so in the place’s stead', async () => {
    const one = await read({
      name: 'list.csv',
      columns: [...streets, ...places, ...mail],
      rows: [`${oak},${school},`, `${elm},MAIL BALLOT PRECINCT,,yes`],
    });
    expect(told(one)).toEqual({ '01': [false, 1], '02': [true, 0] });
    expect(names(one)).toEqual(['First School']);
    expect(codes(one)).toEqual([]);
  });

  it('sets a precinct aside whose rows do not agree, or cannot be read', async () => {
    const one = await read({
      name: 'list.csv',
      columns: [...streets, ...places, ...mail],
      rows: [
        `${oak},${school},no`,
        `${elm},,,yes`,
        `Fir St,1-99,Springvale,43999,02,${school},no`,
        `Ash St,1-99,Springvale,43999,03,${school},perhaps`,
      ],
    });
    expect(told(one)).toEqual({ '01': [false, 1] });
    expect(codes(one)).toEqual(expect.arrayContaining(['flag-unreadable 3', 'flag-unreadable 5']));
    expect(one.problems.find(({ row }) => row === 3)).toMatchObject({
      column: 'Mail only',
      value: 'yes and no',
    });
  });

  it('counts in a list of precincts, and in one of streets whose places stand elsewhere', async () => {
    const list = {
      name: 'precincts.csv',
      columns: [['Pct', 'precinctId'], ...places, ...mail] satisfies Columns,
      rows: [`1,${school},`, '2,,,yes'],
      kind: 'precinctPlaces' as const,
    };
    const one = await read({ name: 'streets.csv', columns: streets, rows: [oak, elm] }, list);
    expect(told(one)).toEqual({ '1': [false, 1], '2': [true, 0] });
    expect(one.dataset?.streetSegments).toHaveLength(2);
    const bare = { ...list, columns: list.columns.slice(0, 3), rows: [`1,${school}`, '2,,'] };
    const two = await read(
      { name: 'streets.csv', columns: [...streets, ...mail], rows: [`${oak},no`, `${elm},yes`] },
      bare,
    );
    expect(told(two)).toEqual({ '1': [false, 1], '2': [true, 0] });
    // A place in one list and "by mail" in the other: neither is believed.
    const three = await read(
      { name: 'streets.csv', columns: [...streets, ...mail], rows: [`${oak},no`, `${elm},yes`] },
      { ...bare, rows: [`1,${school}`, `2,${school}`] },
    );
    expect(told(three)).toEqual({ '1': [false, 1] });
  });
});

describe('a cell that says “by mail” where the place should stand', () => {
  it.each([
    'BY MAIL',
    'Mail Ballot Precinct',
    'VOTE BY MAIL',
    'All-Mail (no polling place)',
    'Voto por correo',
  ])('%s is no place, and its voters are told to call', async (cell) => {
    for (const address of ['', '"9 Main St, Springvale, OH 43999"']) {
      const one = await read({
        name: 'list.csv',
        columns: [...streets, ...places],
        rows: [`${oak},${school}`, `${elm},${cell},${address}`],
      });
      expect(names(one)).toEqual(['First School']);
      expect(told(one)).toEqual({ '01': [false, 1] });
      expect(one.dataset?.streetSegments).toHaveLength(1);
      expect(codes(one)).toContain('place-says-by-mail 3');
    }
  });

  it('is also none without precincts', async () => {
    const one = await read({
      name: 'list.csv',
      columns: [...streets.slice(0, 4), ...places],
      rows: ['Oak St,1-99,Springvale,43999', 'Elm St,1-99,Springvale,43999'].map(
        (row, at) => `${row},${at === 0 ? school : 'By mail,'}`,
      ),
    });
    expect(names(one)).toEqual(['First School']);
    expect(one.dataset?.streetSegments).toHaveLength(1);
  });

  it('becomes voting by mail where somebody has put is_mail_only', async () => {
    const one = await read({
      name: 'list.csv',
      columns: [...streets, ...places],
      rows: [`${oak},${school}`, `${elm},is_mail_only,`],
    });
    expect(told(one)).toEqual({ '01': [false, 1], '02': [true, 0] });
    expect(codes(one)).toEqual([]);
  });

  it.each(['Mail Room', 'First School Mailbox Hall', 'Mail Center', 'Mail Drop Box'])(
    '%s is a place like any other',
    async (cell) => {
      const one = await read({
        name: 'list.csv',
        columns: [...streets, ...places],
        rows: [`${oak},${cell},"9 Main St, Springvale, OH 43999"`],
      });
      expect(names(one)).toEqual([cell]);
    },
  );
});

describe('the repair that reads it as voting by mail', () => {
  const plain = [...streets, ...places];
  const list = (columns: Columns, row: string) =>
    textFile(
      'list.csv',
      `${columns.map(([label]) => label).join(',')}\n${oak},${school}${columns === plain ? '' : ','}\n${row}\n`,
    );
  const options = (columns: Columns, accepted: boolean) => ({
    officeState: 'OH',
    mappings: [confirmed('ranges', columns)],
    known: { name: 'Made-up County', phone: '555-0100', election: { name: 'General', date: '2026-11-03' } },
    suggestions: true,
    accepted: accepted ? [{ kind: 'mail-only' as const, file: null, column: null }] : [],
  });

  it('is offered, and nothing is read so before somebody has accepted it', async () => {
    const file = list(plain, `${elm},MAIL BALLOT PRECINCT,`);
    const offered = await readUpload([file], options(plain, false));
    expect(offered.suggestions).toMatchObject([
      { kind: 'mail-only', column: 'Votes at', count: 1, isApplied: false },
    ]);
    expect(told(offered)).toEqual({ '01': [false, 1] });
    const accepted = await readUpload([file], options(plain, true));
    expect(accepted.suggestions).toMatchObject([{ kind: 'mail-only', isApplied: true }]);
    expect(told(accepted)).toEqual({ '01': [false, 1], '02': [true, 0] });
    expect(codes(accepted)).toEqual([]);
  });

  it('is not offered where a column says who votes by mail', async () => {
    const columns = [...plain, ...mail];
    const read = await readUpload([list(columns, `${elm},By mail,,no`)], options(columns, false));
    expect(read.suggestions).toEqual([]);
    expect(told(read)).toEqual({ '01': [false, 1] });
  });
});
