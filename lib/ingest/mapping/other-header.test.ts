// A second list below the first, its columns in another order, is not read by the first one's columns, wherever in the file it begins.

import { describe, expect, it } from 'vitest';
import { readMapped } from './convert/convert-tables.fixture';
import { createOtherHeaderTest } from './other-header';

describe('a header in the middle of a list', () => {
  const isOther = createOtherHeaderTest(['Low', 'High', 'Street', 'Zip', 'Pct', 'Address 1']);
  it.each([
    [['Pct', 'High', 'Street', 'Zip', 'Low', 'Address 1'], true],
    [['PCT', '', 'STREET', 'ZIP', '', ''], true],
    [['From', 'To', 'Road Name', 'Zip Code', 'Precinct', ''], true],
    [['1', '99', 'Oak St', '43001', '12', ''], false],
    [['', '', 'Street', '', '', ''], false],
    [['All', 'All', 'Oak St', '', 'North', ''], false],
  ])('%j: %s', (cells, expected) => {
    expect(isOther(cells)).toBe(expected);
  });

  it('stops the list far behind the rows that are looked at first', async () => {
    const names = ['Low', 'Street', 'Pct', 'Zip'];
    const rows = Array.from({ length: 2200 }, (_, at) => {
      const group = Math.floor(at / 9);
      return [10 + (at % 9), `S${group} St`, 10 + (group % 9), 43001];
    });
    const turned = (cells: readonly (string | number)[]) =>
      [cells[2], cells[1], cells[0], cells[3]].join(',');
    const text = [
      names.join(','),
      ...rows.slice(0, 1500).map((cells) => cells.join(',')),
      turned(names),
      ...rows.slice(1500).map(turned),
      '',
    ].join('\n');
    const places = Array.from({ length: 9 }, (_, at) => `${10 + at},Hall ${at},${at + 1} Hall Rd`);
    const { dataset, problems } = await readMapped([
      {
        name: 'places.csv',
        kind: 'precinctPlaces',
        columns: { precinctId: 'Code', placeName: 'Place', placeAddressWhole: 'Where' },
        text: ['Code,Place,Where', ...places, ''].join('\n'),
      },
      {
        name: 'streets.csv',
        kind: 'ranges',
        columns: { houseNumber: 'Low', streetWhole: 'Street', precinctId: 'Pct', zip: 'Zip' },
        always: { city: 'Springvale' },
        text,
      },
    ]);
    expect(dataset).toBe(null);
    expect(problems.filter(({ severity }) => severity === 'fatal')).toMatchObject([
      { code: 'header-in-the-middle', file: 'streets.csv', row: 1502 },
    ]);
  });
});
