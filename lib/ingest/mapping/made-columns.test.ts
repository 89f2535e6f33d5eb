import { describe, expect, it } from 'vitest';
import { textFile } from '../feed.fixture';
import { createProblemLog } from '../problems/problem';
import { csvRecords } from '../tables/csv';
import { MadeCells } from './made-columns';
import { dataRecords, layoutOf } from './table-layout';

async function read(...lines: readonly string[]) {
  const source = csvRecords(textFile('list.csv', `${lines.join('\n')}\n`));
  const layout = await layoutOf(source);
  const rows: string[] = [];
  const record = (cells: readonly string[], row: number) => rows.push(`${row} ${cells.join('|')}`) > 0;
  const reader = { isKnownColumn: () => false, header: () => true, record, refused: () => undefined };
  await dataRecords(source, layout).read(reader, createProblemLog());
  return { header: layout.header, rows };
}

describe('lines of their own', () => {
  it('are a column of the rows below them, under the word that they begin with', async () => {
    const streets = [
      'TOWN OF BARRE',
      'Oak St,1,99',
      'Elm St,1,49',
      'TOWN OF ACTON (cont.)',
      'Oak St,1,9',
      'Ash St,1,7',
    ];
    expect(await read('Street,Low,High', ...streets, ...streets)).toMatchObject({
      header: ['Street', 'Low', 'High', 'TOWN (above its rows)'],
      rows: expect.arrayContaining(['3 Oak St|1|99|BARRE', '4 Elm St|1|49|BARRE', '6 Oak St|1|9|ACTON']),
    });
  });

  it('are rows where one stands last, or two together, or only one is there', async () => {
    for (const lines of [
      ['A', 'Oak St,1,9', 'Elm St,1,9', 'B'],
      ['A', 'B', 'Oak St,1,9', 'C', 'Elm St,1,9'],
      ['A', 'Oak St,1,9', 'Elm St,1,9', 'Ash St,1,9'],
    ]) {
      const { header } = await read('Street,Low,High', ...lines);
      expect(header).toEqual(['Street', 'Low', 'High']);
    }
  });
});

describe('cells of the first row of a group', () => {
  it('go for the rows below them where none comes again', async () => {
    const rows = ['4,Oak St,1,9', ',Elm St,1,9', ',Ash St,1,9', '5,Oak St,11,19', ',Elm St,11,19'];
    expect(await read('Precinct,Street,Low,High', ...rows)).toMatchObject({
      header: ['Precinct', 'Street', 'Low', 'High', 'Precinct (as above where blank)'],
      rows: expect.arrayContaining(['4 |Ash St|1|9|4', '6 |Elm St|11|19|5']),
    });
  });

  it('are forgotten cells where they come again, or few are blank, or a place is what is not said', async () => {
    const again = [
      '4,Oak St,1,9',
      ',Elm St,1,9',
      ',Ash St,1,9',
      '5,Oak St,11,19',
      '4,Elm St,11,19',
      ',Ash St,11,19',
      ',Fir St,1,9',
    ];
    expect((await read('Precinct,Street,Low,High', ...again)).header).toHaveLength(4);
    const few = ['4,Oak St,1,9', '5,Elm St,1,9', ',Ash St,1,9'];
    expect((await read('Precinct,Street,Low,High', ...few)).header).toHaveLength(4);
    const places = ['1,City Hall,1 Oak St', '2,,', '3,,', '4,Library,2 Oak St', '5,,'];
    expect((await read('Precinct,Polling Place,Polling Place Address', ...places)).header).toHaveLength(3);
  });

  it('are of nobody behind a row that cannot be read, or has another number of cells', () => {
    const made = new MadeCells([{ name: 'Precinct (as above where blank)', from: 0 }], 3);
    expect(made.extended(['4', 'Oak St', '1'], 2)).toEqual(['4', 'Oak St', '1', '4']);
    expect(made.extended(['', 'Elm St', '1'], 3)).toEqual(['', 'Elm St', '1', '4']);
    expect(made.extended(['5', 'Elm St'], 4)).toEqual(['5', 'Elm St', '']);
    expect(made.extended(['', 'Ash St', '1'], 5)).toEqual(['', 'Ash St', '1', '']);
    made.extended(['6', 'Fir St', '1'], 6);
    made.forgetAll();
    expect(made.extended(['', 'Fir St', '3'], 7)).toEqual(['', 'Fir St', '3', '']);
  });
});

describe('a heading of two lines', () => {
  it('names each column by both, one above going for those behind it', async () => {
    const { header, rows } = await read(
      'House Numbers,,,Street,,Precinct,',
      'From,To,Side,Name,Type,Code,Name',
      '1,99,O,OAK,ST,001,North',
      '2,98,E,OAK,ST,002,South',
    );
    expect(header?.slice(0, 2)).toEqual(['House Numbers From', 'House Numbers To']);
    expect(header?.slice(5)).toEqual(['Precinct Code', 'Precinct Name']);
    expect(rows).toHaveLength(2);
  });

  it('is one line below a title', async () => {
    const { header } = await read(
      'Example County,Board of Elections,',
      'Street,From,To',
      'Oak St,1,99',
      'Elm St,1,99',
    );
    expect(header).toEqual(['Street', 'From', 'To']);
  });
});
