import { describe, expect, it } from 'vitest';
import { textFile } from '../feed.fixture';
import { createProblemLog } from '../problems/problem';
import { csvRecords } from '../tables/csv';
import { dataRecords, layoutOf } from './table-layout';

const source = (...lines: readonly string[]) => csvRecords(textFile('list.csv', `${lines.join('\n')}\n`));

async function rowsOf(...lines: readonly string[]) {
  const table = source(...lines);
  const layout = await layoutOf(table);
  const log = createProblemLog();
  const rows: string[] = [];
  await dataRecords(table, layout).read(
    {
      isKnownColumn: () => false,
      header: (cells) => {
        rows.push(`H ${cells.join('|')}`);
        return true;
      },
      record: (cells, row) => {
        rows.push(`${row} ${cells.join('|')}`);
        return true;
      },
      refused: () => undefined,
    },
    log,
  );
  return { layout, rows, problems: log.problems().map(({ code, row, message }) => ({ code, row, message })) };
}

describe('layoutOf', () => {
  it.each([
    ['a plain header', ['LOW,HIGH,ST_NAME,PCT', '1,99,OAK,4'], 1, 2],
    [
      'title lines before it',
      ['Exampleton Street List,,,', 'Printed on 3/1/2026', '', 'LOW,HIGH,ST_NAME,PCT', '1,9,OAK,4'],
      4,
      5,
    ],
    ['no header', ['1,99,OAK ST,4', '101,199,OAK ST,5', '2,98,ELM ST,4'], null, 1],
    [
      'titles and no header',
      ['Exampleton Street List', '1,99,OAK ST,4', '101,199,OAK ST,5', '2,98,ELM ST,4'],
      null,
      2,
    ],
    ['blank names', ['LOW,HIGH,,PCT', '1,99,OAK ST,4', '2,98,ELM ST,4'], 1, 2],
    ['names in words that nobody here knows', ['Kolonne,Ort,Zahl', 'a,OAK,1', 'b,ELM,2', 'c,ASH,3'], 1, 2],
    [
      'values that are names of columns elsewhere',
      ['1,EVEN,SIDE ST,UNIT', '3,ODD,RANGE RD,UNIT', '5,ODD,PLACE ST,UNIT'],
      null,
      1,
    ],
    [
      'places whose names are words of headers',
      ['01-A,NORTH WARD 1,PL1,City Hall,1 Main St', '02-A,SOUTH WARD 2,PL2,Town House,2 Main St'],
      null,
      1,
    ],
    ['one record alone', ['foo,bar,baz'], null, 1],
  ] as const)('finds the header and the first row of data: %s', async (_, lines, headerRow, firstRow) => {
    const layout = await layoutOf(source(...lines));
    expect({ headerRow: layout.headerRow, firstRow: layout.firstRow }).toEqual({ headerRow, firstRow });
  });

  it('takes the row that somebody says, and none where somebody says so', async () => {
    const table = source('WARD,PLACE,STREET', 'Uno,Dos,Tres', 'WARD 2,SCHOOL,OAK ST');
    expect((await layoutOf(table)).headerRow).toBe(1);
    const said = await layoutOf(table, { headerRow: 2 });
    expect([said.header, said.firstRow, said.preamble.length]).toEqual([['Uno', 'Dos', 'Tres'], 3, 1]);
    const none = await layoutOf(table, { headerRow: null });
    expect([none.header, none.firstRow, none.sample.length]).toEqual([null, 1, 3]);
    expect(await layoutOf(table, { headerRow: 9 })).toEqual(await layoutOf(table));
  });

  it('gives every column a label of its own', async () => {
    const { labels, header } = await layoutOf(source('LOW,HIGH,,ZIP,PCT,ZIP', '1,9,OAK,00001,4,00002'));
    expect(labels).toEqual(['LOW', 'HIGH', 'column 3', 'ZIP', 'PCT', 'ZIP (column 6)']);
    expect(header).toEqual(['LOW', 'HIGH', '', 'ZIP', 'PCT', 'ZIP']);
  });

  it('counts columns as far as names or most rows go, not as far as a spreadsheet has commas', async () => {
    expect((await layoutOf(source('LOW,HIGH,PCT,,,', '1,9,4,,,', '1,9,4,,,'))).width).toBe(3);
    expect((await layoutOf(source('LOW,HIGH', '1,9,4', '1,9,4', '1,9,4'))).width).toBe(3);
  });
});

describe('dataRecords', () => {
  it('hands on header and data by the office’s own row numbers, and says what it leaves out', async () => {
    const { rows, problems } = await rowsOf(
      'Exampleton Street List',
      'LOW,HIGH,ST_NAME,PCT',
      '1,99,OAK,4',
      'Page 1 of 2,,,',
      'Exampleton Street List,,,',
      'Low,High,St_Name,Pct',
      '1,99,TOTAL WAY,5',
      'Total,,,',
      'Total: ,"1,872",,',
    );
    expect(rows).toEqual(['H LOW|HIGH|ST_NAME|PCT', '3 1|99|OAK|4', '7 1|99|TOTAL WAY|5']);
    expect(problems).toMatchObject([{ code: 'lines-left-out', row: 4 }]);
    expect(problems[0]!.message).toMatch(/^Rows 4, 5, 6, 8, 9\. /);
  });

  it('hands on the first record as data where no record names columns', async () => {
    const { rows } = await rowsOf('1,99,OAK ST,4', '101,199,OAK ST,5', '2,98,ELM ST,4');
    expect(rows).toEqual([
      'H column 1|column 2|column 3|column 4',
      '1 1|99|OAK ST|4',
      '2 101|199|OAK ST|5',
      '3 2|98|ELM ST|4',
    ]);
  });

  it.each([
    ['counts of a database client', ['(79 rows affected)', '', '']],
    ['the same in words', ['79 rows selected.', '', '']],
    ['a count of records', ['Records: 1,872', '', '']],
    ['a line drawn under the header', ['-----', '---------', '---']],
    ['the end of a report', ['*** End of report ***', '', '']],
    ['that it goes on', ['(Continued)', '', '']],
    ['a grand total with its count', ['Grand Total', '', '1872']],
  ])('leaves out %s', async (_, cells) => {
    const { rows } = await rowsOf(
      'PCT,POLL_NAME,POLL_ADDR',
      '1,City Hall,1 Main St',
      cells.map((cell) => `"${cell}"`).join(','),
      '2,School,9 Oak St',
    );
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['a place that is called so', ['12', 'Total Fitness', '1 Main St']],
    ['a precinct with a dash for its place', ['12', '-', '-']],
    ['a place with a number', ['Row 12', 'Hall 12', '12 Row Rd']],
  ])('keeps %s', async (_, cells) => {
    const { rows } = await rowsOf(
      'PCT,POLL_NAME,POLL_ADDR',
      '1,City Hall,1 Main St',
      cells.join(','),
      '2,School,9 Oak St',
    );
    expect(rows).toHaveLength(4);
  });

  it('leaves out titles that are printed on every page, with another number', async () => {
    const { rows } = await rowsOf(
      'Exampleton Street List - Page 1 of 31',
      'LOW,HIGH,ST_NAME,PCT',
      '1,99,OAK,4',
      'Exampleton Street List - Page 2 of 31,,,',
      'LOW,HIGH,ST_NAME,PCT',
      '1,99,ELM,4',
    );
    expect(rows).toEqual(['H LOW|HIGH|ST_NAME|PCT', '3 1|99|OAK|4', '6 1|99|ELM|4']);
  });

  it('tells a total from a precinct in a list of two columns by the count behind it alone', async () => {
    const { rows } = await rowsOf('PCT,PLACE', '1,City Hall', 'Total,Town Total', 'Total,79', '2,School');
    expect(rows.slice(1)).toEqual(['2 1|City Hall', '3 Total|Town Total', '5 2|School']);
  });

  it('takes a row with more than two cells for data whatever it says', async () => {
    const { rows } = await rowsOf('LOW,HIGH,ST_NAME,PCT', 'Total,9,OAK,4', '1,9,OAK,4');
    expect(rows).toHaveLength(3);
  });
});
