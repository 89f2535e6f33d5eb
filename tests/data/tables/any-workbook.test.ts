// The same tables as workbooks: what a cell holds, where the table stands, and what is beside it changes nothing.

import { describe, expect, it } from 'vitest';
import { answersOf, judge } from './judge.fixture';
import type { Shape } from './shapes.fixture';
import { madeTruth } from './truth.fixture';
import { writeTable } from './write-table.fixture';
import { type Sheeting, sheetName, writeWorkbook } from './write-workbook.fixture';

const ranges: Shape = {
  kind: 'ranges',
  heading:
    'Precinct=precinctId;Street=streetWhole;Low=rangeStart;High=rangeEnd;Side=side/words;City=city;ZIP=zip;Updated~date',
  // Its rows stand together, so that they can be merged.
  groups: 'precinct',
};
const places: Shape = {
  kind: 'precinctPlaces',
  heading:
    'Pct No.=precinctId;Voting Site=placeName;Site Address=placeAddressWhole;City=placeCity;Zip=placeZip',
};
const people: Shape = {
  kind: 'addresses',
  heading:
    'House No=houseNumber;Street=streetWhole;Apt=unit;Town=city;Zip=zip;Precinct=precinctId;Polling Place=placeName',
};

const together: Shape = {
  kind: 'precinctPlaces',
  heading: 'Pct No.=precinctId;Polling Place=placeNameAddressWhole/lines',
};
const streetsTogether: Shape = {
  kind: 'ranges',
  heading:
    'Street=streetWhole;Low=rangeStart;High=rangeEnd;Side=side/words;City=city;ZIP=zip;Precinct=precinctId;Vote Site=placeNameAddressWhole/brackets',
};

const workbooks: readonly (readonly [string, Shape, Sheeting])[] = [
  ['streets from the first cell on', ranges, { row: 0, column: 0 }],
  ['streets from C7 on, counted from 1904', ranges, { row: 6, column: 2, is1904: true }],
  ['streets of merged precincts', ranges, { row: 2, column: 0, merged: 'Precinct' }],
  ['places from C7 on', places, { row: 6, column: 2 }],
  ['places of merged towns', places, { row: 1, column: 1, merged: 'City' }],
  ['people', people, { row: 3, column: 0 }],
  ['places of one cell with line breaks', together, { row: 2, column: 1 }],
  ['streets with places of one cell', streetsTogether, { row: 0, column: 2 }],
];

describe.each(workbooks)('%s', (_, shape, sheeting) => {
  it.each(['padded', 'plain', 'lettered'] as const)('are read as they are seen, codes %s', async (codes) => {
    const county = { codes, state: 'MA' };
    const truth = madeTruth(sheeting.row + 7, county);
    const written = writeTable(shape, truth, 3);
    const file = writeWorkbook(written, sheeting);
    const table = { file, sheet: ` / ${sheetName}`, left: sheeting.column };
    const { verdict, differs, proposal } = await judge(shape, written, truth.state, table);
    expect({ verdict, differs }).toEqual({ verdict: 'right', differs: [] });
    const { wrong, right, kinds } = await answersOf(shape, written, truth, proposal.mapping, file);
    expect({
      wrong,
      kinds: Object.keys(kinds).filter((kind) => kind !== 'found' && kind !== 'choose'),
    }).toEqual({
      wrong: [],
      kinds: [],
    });
    expect(right).toBeGreaterThan(50);
  });
});
