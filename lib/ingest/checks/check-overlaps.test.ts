import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const header =
  'id,start_house_number,end_house_number,odd_even_both,house_number_prefix,house_number_suffix,street_direction,' +
  'street_name,street_suffix,address_direction,start_apartment_number,end_apartment_number,city,state,zip,' +
  'includes_all_addresses,precinct_id';

/** `range|side|prefix|suffix|street parts|units|city|zip|precinct` in short. */
function row(id: number, spec: Partial<Record<string, string>>): string {
  const cells = {
    start: '1',
    end: '99',
    side: 'both',
    prefix: '',
    suffix: '',
    pre: '',
    name: 'MAIN',
    type: 'ST',
    post: '',
    unitStart: '',
    unitEnd: '',
    city: 'Springvale',
    zip: '43999',
    all: 'false',
    precinct: 'p1',
    ...spec,
  };
  const {
    start,
    end,
    side,
    prefix,
    suffix,
    pre,
    name,
    type,
    post,
    unitStart,
    unitEnd,
    city,
    zip,
    all,
    precinct,
  } = cells;
  return [
    `x${id}`,
    ...[
      start,
      end,
      side,
      prefix,
      suffix,
      pre,
      name,
      type,
      post,
      unitStart,
      unitEnd,
      city,
      'OH',
      zip,
      all,
      precinct,
    ],
  ].join(',');
}

async function codesOf(...specs: readonly Partial<Record<string, string>>[]): Promise<readonly string[]> {
  const rows = [header, ...specs.map((spec, i) => row(i, spec))];
  const places = [...soundFeed['polling_location.txt']!, 'pl3,first school,1 OAK ST,SPRINGVALE,OH,43999'];
  const precincts = [...soundFeed['precinct.txt']!, 'p3,West,loc1,pl3', 'p4,East,loc1,pl1'];
  const changes = { 'street_segment.txt': rows, 'polling_location.txt': places, 'precinct.txt': precincts };
  const { problems } = await readVipFlat(filesOf(feedWith(changes)));
  return problems.map(({ code }) => code).filter((code) => code.startsWith('overlap'));
}

const conflict = ['overlap-conflict', 'overlap-conflict'];
const warning = ['overlap-same-place', 'overlap-same-place'];
const toOther = { precinct: 'p2' };

describe('overlaps within a feed', () => {
  it.each([
    ['the same numbers to another place', {}, toOther, conflict],
    ['the same numbers to the same precinct', {}, {}, warning],
    ['another precinct of the same place', {}, { precinct: 'p4' }, warning],
    ['the same place under another id', {}, { precinct: 'p3' }, warning],
    ['another spelling of the street', {}, { name: 'Main', type: 'Street', ...toOther }, conflict],
    ['the whole street in its name column', {}, { name: 'MAIN ST', type: '', ...toOther }, conflict],
    ['another street type', {}, { type: 'AVE', ...toOther }, []],
    ['another direction', { pre: 'N' }, { pre: 'S', ...toOther }, []],
    ['another ZIP', {}, { zip: '43998', ...toOther }, []],
    ['another town', {}, { city: 'Otherville', ...toOther }, []],
    ['the other side', { side: 'odd' }, { side: 'even', start: '2', end: '98', ...toOther }, []],
    [
      'all addresses of the street',
      { all: 'true', start: '', end: '' },
      { start: '500', end: '510', ...toOther },
      conflict,
    ],
    ['a half number of its own', {}, { start: '7', end: '7', suffix: '1/2', ...toOther }, []],
    ['a grid number of its own', {}, { prefix: 'N6W', ...toOther }, []],
    [
      'units that do not meet',
      { unitStart: '1', unitEnd: '10' },
      { unitStart: '11', unitEnd: '20', ...toOther },
      [],
    ],
    [
      'units that meet',
      { unitStart: '1', unitEnd: '11' },
      { unitStart: '11', unitEnd: '20', ...toOther },
      conflict,
    ],
    [
      'units of another make',
      { unitStart: 'A', unitEnd: 'F' },
      { unitStart: '1', unitEnd: '20', ...toOther },
      [],
    ],
    ['a unit named apart from the rest', {}, { unitStart: '5', unitEnd: '5', ...toOther }, []],
    [
      'units at other numbers',
      { unitStart: '1', unitEnd: '9' },
      { start: '101', end: '199', unitStart: '1', unitEnd: '9', ...toOther },
      [],
    ],
    [
      'every street of the town, twice',
      { name: '*', type: '' },
      { name: '*', type: '', ...toOther },
      conflict,
    ],
    ['every street and one street', { name: '*', type: '' }, toOther, []],
  ])('%s', async (_, a, b, codes) => {
    expect(await codesOf({ ...a }, { ...b })).toEqual(codes);
  });

  it('names the other row and both places', async () => {
    const rows = [header.toUpperCase(), row(1, {}), row(2, { start: '50', end: '60', ...toOther })];
    const { problems } = await readVipFlat(filesOf(feedWith({ 'street_segment.txt': rows })));
    expect(problems[0]).toMatchObject({ row: 2, column: 'START_HOUSE_NUMBER', value: '1-99 MAIN ST' });
    expect(problems[0]?.message).toContain('Row 3 (50-60) leads to Second School, this row to First School.');
  });

  it('finds the one unit that stands twice in a tower of ten thousand', async () => {
    const unit = (i: number) => String(i === 9_999 ? 5_000 : i);
    const tower = Array.from({ length: 10_000 }, (_, i) =>
      row(i, { start: '7', end: '7', unitStart: unit(i), unitEnd: unit(i), precinct: `p${(i % 2) + 1}` }),
    );
    const { problems } = await readVipFlat(filesOf(feedWith({ 'street_segment.txt': [header, ...tower] })));
    expect(problems.map(({ code, row: at }) => `${code}:${at}`)).toEqual([
      'overlap-conflict:5002',
      'overlap-conflict:10001',
    ]);
  });

  it('counts every row of a street that overlaps itself a thousand times, and lists the first fifty', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      row(i, { start: '1', end: '999999', precinct: `p${(i % 2) + 1}` }),
    );
    const { problems, counts } = await readVipFlat(
      filesOf(feedWith({ 'street_segment.txt': [header, ...rows] })),
    );
    expect(counts.conflicts).toBe(3000);
    expect(problems.filter(({ code }) => code === 'overlap-conflict')).toHaveLength(50);
    expect(problems.find(({ code }) => code === 'more-not-listed')).toMatchObject({
      value: 'overlap-conflict',
    });
  });
});
