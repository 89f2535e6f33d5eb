import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const segments = soundFeed['street_segment.txt']!;
const row = (at: number, name: string) => `o${at},${at},${at},both,${name},ST,Springvale,OH,43999,p1`;

async function found(rows: readonly string[]): Promise<readonly string[]> {
  const { problems } = await readVipFlat(filesOf(feedWith({ 'street_segment.txt': [...segments, ...rows] })));
  return problems.map(({ code, row: at, column }) => `${code} ${at} ${column}`);
}

const of = (length: number, letter: string) => letter.repeat(length);

describe('names of streets that were cut off', () => {
  it.each([
    ['three streets of 40 characters', [row(1, of(40, 'a')), row(2, of(40, 'b')), row(3, of(40, 'c'))]],
    ['one street of 255', [row(1, of(255, 'a'))]],
  ])('%s', async (_, rows) => {
    expect(await found(rows)).toEqual(['cells-cut-off 4 street_name']);
  });

  it.each([
    ['two streets of 40 characters', [row(1, of(40, 'a')), row(2, of(40, 'b'))]],
    ['one street of 40 characters in many rows', [1, 2, 3, 4].map((at) => row(at, of(40, 'a')))],
    [
      'a longer one beside them',
      ['a', 'b', 'c'].map((one, at) => row(at + 1, of(40, one))).concat(row(9, of(41, 'd'))),
    ],
    ['39 characters', ['a', 'b', 'c'].map((one, at) => row(at + 1, of(39, one)))],
  ])('are not: %s', async (_, rows) => {
    expect(await found(rows)).toEqual([]);
  });
});
