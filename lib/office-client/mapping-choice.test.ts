// What is chosen on the page of columns becomes a mapping, with and without script.

import { describe, expect, it } from 'vitest';
import { fieldWords } from '@/components/office/mapping-words';
import { startOf } from '@/lib/ingest/mapping/said-header';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import {
  choiceNeeds,
  choiceOf,
  choicesIn,
  confidenceOf,
  isSeen,
  mappingOf,
  type TableChoice,
  tablesIn,
} from './mapping-choice';

const mapping: TableMapping = {
  header: ['Street', 'Numbers', 'Zip', 'Pct', 'Place'],
  width: 5,
  kind: 'ranges',
  columns: { streetWhole: 0, rangeText: 1, zip: 2, precinctId: 3, precinctName: 3, placeName: 4 },
  always: { city: null, state: null, zip: null },
};
const proposal = {
  mapping,
  confidence: { streetWhole: 'sure', zip: 'likely' },
  headerRow: 1,
  samples: [],
} as const;
const beginning = startOf([
  { row: 1, cells: ['Street', 'Numbers', 'Zip', 'Pct', 'Place'] },
  { row: 2, cells: ['Oak St', '1-99', '39120', '7', 'City Hall'] },
  { row: 3, cells: ['Elm St', '2-98', '39120', '8', 'Oak School'] },
]);
const table = { name: 'streets.csv', proposal, confirmed: null, start: beginning };
const start = choiceOf(table, 'MS');
const withColumn = (column: number, field: TableChoice['columns'][number]): TableChoice => ({
  ...start,
  columns: start.columns.map((old, at) => (at === column ? field : old)),
});

describe('mappingOf', () => {
  it('gives back what was proposed where nothing was changed, with the office’s state', () => {
    expect(mappingOf(table, start)).toEqual({ ...mapping, always: { city: null, state: 'MS', zip: null } });
  });

  it('gives back what was confirmed, whatever is proposed', () => {
    const confirmed = {
      ...mapping,
      columns: { streetWhole: 1 },
      always: { city: 'Exampleton', state: null, zip: null },
    };
    const known = { ...table, confirmed };
    expect(mappingOf(known, choiceOf(known, 'MS'))).toEqual(confirmed);
  });

  it('lets go of the second meaning of a column where another was chosen for it', () => {
    expect(mappingOf(table, withColumn(3, 'precinctSplit')).columns).toEqual({
      streetWhole: 0,
      rangeText: 1,
      zip: 2,
      precinctSplit: 3,
      placeName: 4,
    });
  });

  it('gives what is true of every row only where no column says it', () => {
    const always = { city: ' Exampleton ', state: 'ms', zip: '00011' };
    expect(mappingOf(table, { ...start, always }).always).toEqual({
      city: 'Exampleton',
      state: 'MS',
      zip: null,
    });
    expect(mappingOf(table, { ...withColumn(2, ''), always }).always.zip).toBe('00011');
  });
});

describe('choiceNeeds', () => {
  it.each<[string, TableChoice, string[]]>([
    ['nothing where all is there', start, []],
    ['nothing of a table that is left out', { ...withColumn(0, ''), kind: 'ignored' }, []],
    ['the street', withColumn(0, ''), ['Say which column holds the street.']],
    ['one of two', withColumn(4, 'zip'), ['Two columns are “ZIP”. Choose one of them.']],
    [
      'a whole ZIP',
      { ...withColumn(2, ''), always: { city: 'Exampleton', state: '', zip: '1' } },
      ['A ZIP has five digits.'],
    ],
    [
      'a town or a ZIP',
      withColumn(2, ''),
      ['Say which column holds the town or the ZIP, or give the town that is the same in every row.'],
    ],
    [
      'both ends of a range',
      withColumn(1, 'rangeStart'),
      [
        'Say which column holds the house numbers: one with both ends, or one with the first and one with the last.',
      ],
    ],
    [
      'the precinct of a list of places',
      { ...withColumn(3, ''), kind: 'precinctPlaces' },
      ['Say which column holds the precinct.'],
    ],
  ])('asks for %s', (_, choice, needs) => {
    expect(choiceNeeds(table, choice, fieldWords)).toEqual(needs);
  });
});

describe('confidenceOf', () => {
  it('is the guess’s own until something else is chosen', () => {
    expect(confidenceOf(table, 0, 'streetWhole')).toBe('sure');
    expect(confidenceOf(table, 1, 'rangeText')).toBe('unsure');
    expect(confidenceOf(table, 1, 'side')).toBe('chosen');
    expect(confidenceOf({ ...table, confirmed: mapping }, 0, 'streetWhole')).toBe('chosen');
    const blank = { ...table, proposal: { ...proposal, mapping: { ...mapping, columns: {} } } };
    expect(confidenceOf(blank, 0, '')).toBeNull();
  });
});

describe('another row of names', () => {
  it('is taken from a form, with the columns as they look then, and what was chosen of others let go', () => {
    const form = new URLSearchParams('header-0=none&drawn-0=1&column-0-2=placeZip&kind-0=ignored');
    const [bare] = tablesIn(form, [table], 'MS');
    expect(bare?.proposal).toMatchObject({ headerRow: null, mapping: { header: null, width: 5 } });
    expect([...(bare?.proposal.samples ?? [])][0]).toEqual(['Street', 'Numbers', 'Zip', 'Pct', 'Place']);
    expect(choicesIn(form, [bare!], 'MS')).toEqual([choiceOf(bare!, 'MS')]);
    expect(isSeen(form, [bare!])).toBe(false);
    const seen = new URLSearchParams('header-0=none&drawn-0=none&column-0-2=placeZip');
    expect(isSeen(seen, tablesIn(seen, [table], 'MS'))).toBe(true);
    expect(choicesIn(seen, [bare!], 'MS')[0]?.columns[2]).toBe('placeZip');
  });

  it.each(['', 'first', '0', '99', '-1', '1e3'])('is none where the form says %j', (said) => {
    const form = new URLSearchParams({ 'header-0': said });
    expect(tablesIn(form, [table], 'MS')).toEqual([table]);
  });
});

describe('choicesIn', () => {
  it('reads a form’s fields, and takes what it does not know for what the page began with', () => {
    const form = new URLSearchParams(
      'kind-0=addresses&column-0-0=&column-0-1=houseNumber&column-0-2=no+such&city-0=Oakton',
    );
    expect(choicesIn(form, [table], 'MS')).toEqual([
      {
        kind: 'addresses',
        columns: ['', 'houseNumber', 'zip', 'precinctId', 'placeName'],
        always: { city: 'Oakton', state: 'MS', zip: '' },
      },
    ]);
  });
});
