import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const header = soundFeed['street_segment.txt']![0]!;
type Row = readonly [
  start: number,
  end: number,
  side: string,
  precinct: string,
  street?: string,
  zip?: string,
];

/** Rows with the code, of a street list with these ranges. */
async function reported(rows: readonly Row[]): Promise<readonly (number | null)[]> {
  const lines = rows.map(
    ([start, end, side, precinct, street = 'OAK', zip = '43999'], i) =>
      `s${i},${start},${end},${side},${street},ST,Springvale,OH,${zip},${precinct}`,
  );
  const { problems } = await readVipFlat(filesOf(feedWith({ 'street_segment.txt': [header, ...lines] })));
  return problems.filter(({ code }) => code === 'range-differs-from-neighbours').map(({ row }) => row);
}

/** Blocks of one side of a street, a hundred numbers each: `blocks('odd', 'p1', 'p1', 'p2')`. */
function blocks(side: 'odd' | 'even', ...precincts: readonly string[]): readonly Row[] {
  const first = side === 'odd' ? 1 : 2;
  return precincts.map((precinct, i) => [
    i * 100 + first,
    i * 100 + first + 98 - (first - 1),
    side,
    precinct,
  ]);
}

const A = 'p1';
const B = 'p2';

describe('a range that votes elsewhere than its neighbours', () => {
  it('is reported in its row, with where the others lead', async () => {
    expect(await reported(blocks('odd', A, A, A, B, A, A, A))).toEqual([5]);
  });

  it('is found whatever the order of the rows', async () => {
    const rows = [...blocks('odd', A, A, A, B, A, A, A)].reverse();
    expect(await reported(rows)).toEqual([5]);
  });

  it('is reported once where it stands on both sides', async () => {
    const rows = [0, 1, 2, 3, 4, 5, 6].map((i): Row => [i * 100 + 1, i * 100 + 99, 'both', i === 3 ? B : A]);
    expect(await reported(rows)).toEqual([5]);
  });

  it('is reported though far down the street, across, some lead there too', async () => {
    expect(await reported([...blocks('odd', A, A, A, A, A, B, A, A, A), [2, 98, 'even', B]])).toEqual([7]);
  });

  it.each<[string, readonly Row[]]>([
    ['two neighbours before it', blocks('odd', A, A, B, A, A, A, A)],
    ['two neighbours behind it', blocks('odd', A, A, A, A, B, A, A)],
    ['two ranges that differ together', blocks('odd', A, A, A, B, B, A, A, A)],
    ['a street that goes over to the other place', blocks('odd', A, A, A, A, B, B, B, B)],
    [
      'company across the street',
      [...blocks('odd', A, A, A, B, A, A, A), ...blocks('even', A, A, A, B, A, A, A)],
    ],
    [
      'the other side only, which has a place of its own',
      [...blocks('odd', A, A, A, A, A, A, A), ...blocks('even', B, B, B, B, B, B, B)],
    ],
    [
      'neighbours of another street',
      blocks('odd', A, A, A, B, A, A, A).map((row, i) =>
        i < 3 ? [row[0], row[1], row[2], row[3], 'ELM'] : row,
      ),
    ],
    [
      'neighbours of another ZIP',
      blocks('odd', A, A, A, B, A, A, A).map((row, i) =>
        i < 3 ? [row[0], row[1], row[2], row[3], 'OAK', '43998'] : row,
      ),
    ],
    ['a conflict, which is reported as one', [...blocks('odd', A, A, A, A, A, A, A), [301, 399, 'odd', B]]],
  ])('is not said of %s', async (_, rows) => {
    expect(await reported(rows)).toEqual([]);
  });

  it('is not said where the two precincts share one place', async () => {
    const rows = blocks('odd', A, A, A, 'p3', A, A, A).map(
      ([start, end, side, precinct], i) =>
        `s${i},${start},${end},${side},OAK,ST,Springvale,OH,43999,${precinct}`,
    );
    const { problems } = await readVipFlat(
      filesOf(
        feedWith({
          'street_segment.txt': [header, ...rows],
          'precinct.txt': [...soundFeed['precinct.txt']!, 'p3,West,loc1,pl1'],
        }),
      ),
    );
    expect(problems.map(({ code }) => code)).not.toContain('range-differs-from-neighbours');
  });
});
