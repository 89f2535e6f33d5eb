import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { exportVipFlat } from '../export/vip-flat-export';
import { byteFile, feedWith, filesOf, soundFeed, textFile } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const segments = soundFeed['street_segment.txt']!;
const header = `${segments[0]!},unit_number`;

async function read(rows: readonly string[], text: (text: string) => string = (whole) => whole) {
  const whole = text(`${[header, ...rows].join('\n')}\n`);
  const files = [...filesOf(feedWith({ 'street_segment.txt': null })), textFile('street_segment.txt', whole)];
  const { dataset, problems } = await readVipFlat(files);
  if (dataset === null) throw new Error(problems.map(({ code }) => code).join());
  return { dataset, problems, withheld: (dataset.withheld ?? []).map(line) };
}

function line(segment: Dataset['streetSegments'][number]): string {
  const { startHouseNumber, endHouseNumber, units, streetName, zip } = segment;
  const numbers = segment.includesAllAddresses ? 'all' : `${startHouseNumber}-${endHouseNumber}`;
  return [numbers, streetName, ...units.map(({ start }) => `#${start}`), zip].join(' ');
}

const oak = 'o1,1,99,odd,OAK,ST,Springvale,OH,43999,p1,';
const elm = 'e1,1,99,both,ELM,ST,Springvale,OH,43998,p2,';

describe('rows that are set aside stay in the dataset as far as they can be read', () => {
  it.each<[string, string, readonly string[]]>([
    ['a precinct that is not there', 'x,1,99,odd,ASH,ST,Springvale,OH,43999,p9,', ['1-99 ASH 43999']],
    ['some units', 'x,1,1,odd,OAK,ST,Springvale,OH,43999,p9,"1,2"', ['1-1 OAK #1 #2 43999']],
    ['another state', 'x,1,99,odd,ASH,ST,Springvale,PA,43999,p1,', ['1-99 ASH 43999']],
    ['no ZIP: in those where its street is', 'x,1,9,odd,OAK,ST,Springvale,OH,,p1,', ['1-9 OAK 43999']],
    ['no ZIP: in those of another name', 'x,1,9,odd,N OAK,ST,Springvale,OH,,p1,', ['1-9 N OAK 43999']],
    ['no ZIP and a street of its own', 'x,1,9,odd,ASH,ST,Springvale,OH,,p1,', []],
    ['a cell too many', 'x,1,9,odd,ASH,ST,Springvale,OH,43999,p1,1,2', ['1-9 ASH #1 #2 43999']],
    ['no numbers on a street of its own', 'x,2-Jan,9,odd,ASH,ST,Springvale,OH,43999,p1,', ['all ASH 43999']],
    ['no numbers on a street that has others', 'x,2-Jan,3-Jan,odd,OAK,ST,Springvale,OH,43999,p1,', []],
    [
      'one end on a street that has others',
      'x,2-Jan,9,odd,OAK,ST,Springvale,OH,43999,p1,',
      ['9-9 OAK 43999'],
    ],
    [
      'one end on a street of its own',
      'x,7,,odd,ASH,ST,Springvale,OH,43999,p1,',
      ['7-7 ASH 43999', 'all ASH 43999'],
    ],
    ['no street', 'x,1,9,odd,,ST,Springvale,OH,43999,p1,', []],
    ['no street, but units', 'x,1,9,odd,,ST,Springvale,OH,43999,p1,4', ['1-9 * #4 43999']],
  ])('%s', async (_, row, expected) => {
    expect((await read([oak, elm, row])).withheld).toEqual(expect.arrayContaining([...expected]));
    if (expected.length === 0) expect((await read([oak, elm, row])).dataset).not.toHaveProperty('withheld');
  });

  it('finds the rows that an open quotation mark has swallowed', async () => {
    const swallowed = 'x,1,9,odd,"ASH,ST,Springvale,OH,43999,p1,\ny,1,9,odd,"FIR",ST,Springvale,OH,43999,p1,';
    const { withheld } = await read([oak, elm, swallowed]);
    expect(withheld).toEqual(expect.arrayContaining(['1-9 ASH 43999', '1-9 FIR 43999']));
  });

  it('lets no row for every street speak for a file that ends in the middle', async () => {
    const star = 's,,,,*,,,OH,43998,p2,';
    const { problems } = await read([oak, star, 'x,1,9'], (text) => text.trimEnd());
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['file-cut', 'every-street-uncertain']),
    );
  });

  it('are in an export as they are in the dataset', async () => {
    const lost = [
      'x,1,99,odd,ASH,ST,Springvale,OH,43999,p9,',
      'y,1,1,odd,OAK,ST,Springvale,OH,43999,p9,"1,2"',
      'z,12A,12A,both,OAK,ST,Springvale,OH,43999,p9,',
      'v,2-Jan,3-Jan,odd,FIR,ST,Springvale,OH,43999,p1,',
    ];
    const { dataset } = await read([oak, elm, ...lost]);
    expect(dataset.withheld).toHaveLength(4);
    const files = exportVipFlat(dataset).map(({ name, bytes }) => byteFile(name, bytes));
    expect((await readVipFlat(files, { officeId: dataset.officeId })).dataset).toEqual(dataset);
  });
});
