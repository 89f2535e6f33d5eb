// Two rows with one id of which one is damaged: nobody can tell that they say the same, so that neither stands. End to end.

import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const precincts = soundFeed['precinct.txt']!;
const places = soundFeed['polling_location.txt']!;
const precinct = precincts[1]!;
const place = places[1]!;

/** Precincts whose streets are kept, and codes of errors. */
async function read(changes: Parameters<typeof feedWith>[0]) {
  const { dataset, problems } = await readVipFlat(filesOf(feedWith(changes)));
  return {
    kept: [...new Set((dataset?.streetSegments ?? []).map(({ precinctId }) => precinctId))],
    errors: problems.filter(({ severity }) => severity === 'error').map(({ code, row }) => `${code} ${row}`),
  };
}

const withRow = (file: string, rows: readonly string[], row: string, at: 'first' | 'last') => ({
  [file]: at === 'last' ? [...rows, row, rows[2]!] : [rows[0]!, row, ...rows.slice(1)],
});

describe.each(['first', 'last'] as const)('of two rows with one id, the %s one damaged,', (at) => {
  it.each([
    ['a cell too many', `${precinct.replace('pl1', 'pl2')},x`],
    ['a cell too few', precinct.replace(/,[^,]*$/, '').replace(/^([^,]*),[^,]*/, '$1')],
    ['bytes that are no text', precinct.replace(/^([^,]*),./, '$1,\ufffd')],
    ['an error of a formula', precinct.replace('pl1', '#REF!')],
  ])('neither precinct stands: %s', async (_, row) => {
    const found = await read(withRow('precinct.txt', precincts, row, at));
    expect(found.kept).toEqual(['p2']);
  });

  it.each([
    ['a cell too many', `${place.replace('1 Oak', '9 Oak')},x`],
    ['bytes that are no text', place.replace(/^([^,]*),./, '$1,\ufffd')],
  ])('neither place stands: %s', async (_, row) => {
    const found = await read(withRow('polling_location.txt', places, row, at));
    expect(found.kept).toEqual(['p2']);
    expect(found.errors).toContainEqual(expect.stringMatching(/^id-duplicate/));
  });

  it('the sound one stands where the other says the same, but for a blank cell', async () => {
    expect((await read(withRow('precinct.txt', precincts, `${precinct},`, at))).kept).toEqual(['p1', 'p2']);
  });

  it('the sound one stands where the other has an id of its own', async () => {
    const row = `${precinct.replace(/^p1/, 'p7')},x`;
    expect((await read(withRow('precinct.txt', precincts, row, at))).kept).toEqual(['p1', 'p2']);
  });
});

it('a precinct is not sent to its place by a split of which there are two, one damaged', async () => {
  const splits = ['id,precinct_id,name', 'sp1,p1,A', 'sp1,p1,A,x,y', 'sp2,p2,B'];
  const segments = soundFeed['street_segment.txt']!;
  const found = await read({
    'precinct_split.txt': splits,
    'street_segment.txt': segments.map(
      (row, at) => `${row},${['precinct_split_id', 'sp1', 'sp2'][at] ?? ''}`,
    ),
  });
  expect(found.kept).toEqual(['p2']);
});
