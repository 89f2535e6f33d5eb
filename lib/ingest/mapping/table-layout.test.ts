import { describe, expect, it } from 'vitest';
import { csvRecords } from '../csv';
import { textFile } from '../feed.fixture';
import { createProblemLog } from '../problem';
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

  it('takes a row with more than two cells for data whatever it says', async () => {
    const { rows } = await rowsOf('LOW,HIGH,ST_NAME,PCT', 'Total,9,OAK,4', '1,9,OAK,4');
    expect(rows).toHaveLength(3);
  });
});
