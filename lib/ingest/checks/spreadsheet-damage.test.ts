import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const segments = soundFeed['street_segment.txt']!;

async function problemsOf(changes: Parameters<typeof feedWith>[0]) {
  const { problems } = await readVipFlat(filesOf(feedWith(changes)));
  return problems.map(({ code, row, column, value, message }) => ({ code, row, column, value, message }));
}

const oneMore = (row: string) => problemsOf({ 'street_segment.txt': [...segments, row] });

describe('damage by spreadsheets in a street list', () => {
  it.each([
    ['ss3,2-Jan,299,odd,OAK,ST,Springvale,OH,43999,p1', 'number-became-date', 'start_house_number', '2-Jan'],
    ['ss3,201,Jan-99,odd,OAK,ST,Springvale,OH,43999,p1', 'number-became-date', 'end_house_number', 'Jan-99'],
    [
      'ss3,2026-01-02,299,odd,OAK,ST,Springvale,OH,43999,p1',
      'number-became-date',
      'start_house_number',
      '2026-01-02',
    ],
    ['ss3,1.2E+3,1299,odd,OAK,ST,Springvale,OH,43999,p1', 'number-formatted', 'start_house_number', '1.2E+3'],
    ['ss3,201.0,299,odd,OAK,ST,Springvale,OH,43999,p1', 'number-formatted', 'start_house_number', '201.0'],
    ['ss3,201,"1,299",odd,OAK,ST,Springvale,OH,43999,p1', 'number-formatted', 'end_house_number', '1,299'],
    ['ss3,201,299,odd,OAK,ST,#N/A,OH,43999,p1', 'formula-error', 'city', '#N/A'],
    ['ss3,201,299,odd,OAK,ST,Springvale,OH,43999,#REF!', 'formula-error', 'precinct_id', '#REF!'],
  ])('%s: %s', async (row, code, column, value) => {
    expect(await oneMore(row)).toMatchObject([{ code, row: 4, column, value }]);
  });

  it('tells a ZIP that lost its zero from one that is merely wrong', async () => {
    const [lost] = await oneMore('ss3,201,299,odd,OAK,ST,Springvale,MA,1234,p1');
    expect(lost).toMatchObject({ code: 'zip-unreadable', row: 4, column: 'zip', value: '1234' });
    expect(lost?.message).toMatch(/leading zero\. The ZIP/);
    const [wrong] = await oneMore('ss3,201,299,odd,OAK,ST,Springvale,OH,1234,p1');
    expect(wrong?.message).toMatch(/^The ZIP/);
  });

  it('finds units that became dates', async () => {
    const rows = segments.map(
      (row, i) => `${row},${['start_apartment_number,end_apartment_number', '1-Feb,3', ','][i]}`,
    );
    expect(await problemsOf({ 'street_segment.txt': rows })).toMatchObject([
      { code: 'number-became-date', row: 2, column: 'start_apartment_number' },
      { code: 'precinct-without-streets' },
    ]);
  });

  it.each([
    ['right', 'ss3,201,299,odd,,OAK,ST,Springvale,OH,43999'],
    ['left', 'ss3,201,299,odd,OAK,Springvale,OH,43999,p1,'],
  ])('finds cells that stand one column to the %s, row by row', async (side, row) => {
    const problems = await problemsOf({
      'street_segment.txt': [...segments, row, row, segments[1]!.replace(/ss1,1,99/, 'ss6,301,399')],
    });
    const shifted = problems.filter(({ code }) => code === 'cells-shifted');
    expect(shifted.map((problem) => problem.row)).toEqual([4, 5]);
    expect(shifted[0]?.message).toContain(`One to the ${side}.`);
    expect(shifted[0]?.column).toBe('state');
  });

  it('shows voters no #N/A', async () => {
    const places = soundFeed['polling_location.txt']!.map(
      (row, i) => `${row},${['directions', '#N/A', 'Rear door'][i]}`,
    );
    const { dataset } = await readVipFlat(filesOf(feedWith({ 'polling_location.txt': places })));
    expect(dataset?.pollingLocations.map(({ directions }) => directions)).toEqual([null, 'Rear door']);
  });

  it('sets a place aside whose flag is #N/A, since "no" would be a guess', async () => {
    const places = soundFeed['polling_location.txt']!.map(
      (row, i) => `${row},${['is_early_voting', '#N/A', 'no'][i]}`,
    );
    const codes = (await problemsOf({ 'polling_location.txt': places })).map(({ code }) => code);
    expect(codes).toContain('formula-error');
    expect(codes).toContain('place-dangling');
  });
});
