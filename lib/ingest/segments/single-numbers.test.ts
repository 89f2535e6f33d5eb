import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const header = `${soundFeed['street_segment.txt']![0]!},unit_number,includes_all_addresses`;
/** `20-40 even p1` on ELM ST. */
const rowOf = (text: string, at: number) => {
  const [numbers = '', side = '', precinct = '', units = ''] = text.split(' ');
  const [start, end] = numbers === 'all' ? ['', ''] : numbers.split('-');
  return `r${at},${start},${end},${side},ELM,ST,Springvale,OH,43999,${precinct},${units},${numbers === 'all'}`;
};

async function read(rows: readonly string[], singleNumberBeatsRange = true) {
  const files = filesOf(feedWith({ 'street_segment.txt': [header, ...rows.map(rowOf)] }));
  const { dataset, problems } = await readVipFlat(files, { singleNumberBeatsRange });
  const line = (segment: NonNullable<typeof dataset>['streetSegments'][number]) =>
    `${segment.includesAllAddresses ? 'all' : `${segment.startHouseNumber}-${segment.endHouseNumber}`} ${segment.oddEvenBoth} ${segment.precinctId}`;
  return {
    rows: dataset?.streetSegments.map(line),
    withheld: (dataset?.withheld ?? []).map(line),
    codes: problems
      .map(({ code, row }) => `${code} ${row}`)
      .filter((code) => !code.startsWith('precinct-without')),
  };
}

describe('a single number that beats a range', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'in the middle',
      ['20-40 even p1', '30-30 even p2'],
      ['20-28 even p1', '32-40 even p1', '30-30 even p2'],
    ],
    ['of both sides', ['1-9 both p1', '5-5 both p2'], ['1-4 both p1', '6-9 both p1', '5-5 both p2']],
    ['at the start', ['20-40 even p1', '20-20 even p2'], ['22-40 even p1', '20-20 even p2']],
    ['at the end', ['21-41 odd p1', '41-41 both p2'], ['21-39 odd p1', '41-41 both p2']],
    ['all of a range', ['40-41 even p1', '40-40 both p2'], ['40-40 both p2']],
    [
      'several',
      ['1-9 odd p1', '3-3 odd p2', '5-5 odd p2'],
      ['1-1 odd p1', '7-9 odd p1', '3-3 odd p2', '5-5 odd p2'],
    ],
    ['of all numbers', ['all both p1', '5-5 odd p2'], ['0-4 both p1', '6-9999999 both p1', '5-5 odd p2']],
  ])('%s', async (_, rows, expected) => {
    const found = await read(rows);
    expect(found.rows).toEqual(expected);
    expect(found.codes).toEqual(['range-yields 2']);
  });

  it.each<[string, readonly string[]]>([
    ['with the same place', ['20-40 even p1', '30-30 even p1']],
    ['of the other side', ['20-40 even p1', '31-31 odd p2']],
    ['for some units', ['20-40 even p1', '30-30 even p2 4']],
  ])('takes nothing where it is %s', async (_, rows) => {
    const found = await read(rows);
    expect(found.rows).toHaveLength(2);
    expect(found.codes).not.toContain('range-yields 2');
  });

  it('contradicts the range where the office has declared nothing', async () => {
    const found = await read(['20-40 even p1', '30-30 even p2'], false);
    expect(found.codes).toEqual(['overlap-conflict 2', 'overlap-conflict 3']);
  });

  it('stays out of the range where it was set aside', async () => {
    const found = await read(['20-40 even p1', '30-30 even p9']);
    expect(found).toMatchObject({ rows: ['20-40 even p1'], withheld: ['30-30 even '] });
    expect(found.codes).toEqual(['precinct-dangling 3', 'numbers-withheld 2']);
  });

  it('answers in a range that was set aside', async () => {
    const found = await read(['20-40 even p9', '30-30 even p2']);
    expect(found).toMatchObject({ rows: ['30-30 even p2'], withheld: ['20-28 even ', '32-40 even '] });
  });

  it('takes every range of the street with it where its number cannot be read', async () => {
    const found = await read(['20-40 even p1', '1/2/2026-1/2/2026 even p2', '7-7 both p1']);
    expect(found.rows).toEqual(['7-7 both p1']);
    expect(found.codes).toContain('street-uncertain 2');
  });
});
