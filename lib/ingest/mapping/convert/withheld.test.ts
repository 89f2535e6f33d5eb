import { describe, expect, it } from 'vitest';
import { datasetOf, type MappedFile, problemsOf, readMapped } from './convert-tables.fixture';

const places: MappedFile = {
  name: 'places.csv',
  kind: 'precinctPlaces',
  columns: {
    precinctId: 'Pct',
    placeName: 'Name',
    placeAddressWhole: 'Where',
    placeCityStateZipWhole: 'Town',
  },
  text: [
    'Pct,Name,Where,Town',
    '1,First School,1 Elm St,"Springvale, OH 43999"',
    '2,Town Hall,2 Elm St,"Springvale, OH 43999"',
    // Enough rows to tell by which width they are.
    ...Array.from({ length: 40 }, (_, at) => at + 3).map(
      (at) => `${at},Hall ${at},${at} Elm St,"Springvale, OH 43999"`,
    ),
  ].join('\n'),
};
/** Numbers of another street. */
const others = Array.from({ length: 40 }, (_, at) => 3 * at + 1);
const listOf = (...rows: readonly string[]): MappedFile => ({
  name: 'voters.csv',
  kind: 'addresses',
  columns: {
    houseNumber: 'No',
    streetWhole: 'Street',
    unit: 'Apt',
    city: 'Town',
    zip: 'Zip',
    precinctId: 'Pct',
  },
  text: [
    'No,Street,Apt,Town,Zip,Pct',
    ...others.map((no) => `${no},Zed St,,Springvale,43999,8`),
    ...rows,
  ].join('\n'),
});
const rangesOf = (...rows: readonly string[]): MappedFile => ({
  name: 'streets.csv',
  kind: 'ranges',
  columns: { rangeText: 'Numbers', streetWhole: 'Street', city: 'Town', zip: 'Zip', precinctId: 'Pct' },
  text: [
    'Numbers,Street,Town,Zip,Pct',
    ...others.map((no) => `${no}-${no},Zed St,Springvale,43999,8`),
    ...rows,
  ].join('\n'),
});

async function read(...files: readonly MappedFile[]) {
  const found = await readMapped(files);
  const { streetSegments, withheld = [] } = datasetOf(found);
  const line = (one: (typeof streetSegments)[number]) =>
    [
      `${one.startHouseNumber}-${one.endHouseNumber}`,
      ...one.units.map(({ start }) => `#${start}`),
      one.precinctId,
    ]
      .join(' ')
      .trim();
  const kept = streetSegments.filter(({ streetName }) => streetName.toUpperCase() !== 'ZED ST').map(line);
  return { kept, withheld: withheld.map(line), problems: problemsOf(found) };
}

const at = (no: number, pct: string, apt = '', more = '') =>
  `${no},Oak St,${apt},Springvale,43999,${pct}${more}`;

describe('an address that is set aside', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['breaks a run', [at(12, '1'), at(14, ''), at(16, '1')], ['12-12 1', '16-16 1'], ['14-14']],
    [
      'of a precinct that is not there',
      [at(12, '1'), at(14, 'X9'), at(16, '1')],
      ['12-12 1', '16-16 1'],
      ['14-14'],
    ],
    [
      'keeps the units of its building apart',
      [at(12, '', '1'), at(12, '2', '2')],
      ['12-12 #2 2'],
      ['12-12 #1'],
    ],
    ['contradicts a row without a unit', [at(12, '', '1'), at(12, '2')], ['12-12 2'], ['12-12']],
    [
      'for a cell too many',
      [at(12, '1'), at(14, '1', '', ',x'), at(16, '1')],
      ['12-12 1', '16-16 1'],
      ['14-14'],
    ],
  ])('%s', async (_, rows, kept, withheld) => {
    expect(await read(listOf(...rows), places)).toMatchObject({
      kept,
      withheld: expect.arrayContaining([...withheld]),
    });
  });
});

describe('an address that cannot be cut for sure', () => {
  const cell = (address: string, pct: string) => `"${address}",Springvale,43999,${pct}`;
  const whole = (...rows: readonly string[]): MappedFile => ({
    name: 'voters.csv',
    kind: 'addresses',
    columns: { addressWhole: 'Address', city: 'Town', zip: 'Zip', precinctId: 'Pct' },
    text: ['Address,Town,Zip,Pct', ...others.map((no) => cell(`${no} Zed St`, '8')), ...rows].join('\n'),
  });

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    // Its unit may be any: the building of which all other rows agree does not answer for it.
    ['12 Oak St 4', [cell('12 Oak St Apt 1', '1')], ['12-12 1'], ['12-12']],
    [
      '12-14 Oak St',
      [cell('12 Oak St', '1'), cell('14 Oak St', '1')],
      ['12-12 1', '14-14 1'],
      ['12-12', '14-14'],
    ],
    ['12 A Oak St', [cell('12 Oak St', '1')], ['12-12 1'], ['12-12']],
    ['12 Oak St, Weston', [cell('12 Oak St', '1')], ['12-12 1'], ['12-12']],
    ['12 Oak St 43001', [cell('12 Oak St', '1')], ['12-12 1'], ['12-12']],
    ['12 Oak St Apt \ufffd', [cell('12 Oak St Apt 1', '1')], ['12-12 1'], ['12-12']],
    // A direction that no row has is no street of the list.
    ['12 N Oak St 4', [cell('12 Oak St', '1')], ['12-12 1'], ['12-12']],
    ['12 Elm Ave 4', [cell('12 Oak St', '1')], ['12-12 1'], []],
  ])('leaves a hole wherever it may lie: %s', async (address, rows, kept, withheld) => {
    const found = await read(whole(...rows, cell(address, '2')), places);
    expect(found.kept).toEqual(kept);
    expect([...new Set(found.withheld)].sort()).toEqual(expect.arrayContaining([...withheld]));
    if (withheld.length === 0) expect(found.withheld).toEqual([]);
  });

  it.each([
    ['12-14', ['12-12', '14-14'], ['12-12 1', '14-14 1']],
    ['twelve', [], ['12-14 1']],
  ])('leaves one in a column of numbers: %s', async (no, withheld, kept) => {
    const found = await read(listOf(at(12, '1'), at(14, '1'), `${no},Oak St,,Springvale,43999,2`), places);
    expect([...new Set(found.withheld)].sort()).toEqual(expect.arrayContaining([...withheld]));
    expect(found.kept).toEqual(kept);
  });
});

describe('a range that is set aside', () => {
  it.each([
    ['of a precinct that is not there', '1-9,Oak St,Springvale,43999,X9'],
    ['for a cell too many', '1-9,Oak St,Springvale,43999,1,x'],
    ['for a cell too few', '1-9,Oak St,Springvale,43999'],
  ])('%s is withheld', async (_, row) => {
    const found = await read(
      rangesOf('1-99,Oak St,Springvale,43999,2', row, '2-8,Ash St,Springvale,43999,1'),
      places,
    );
    expect(found.kept).toEqual(['1-99 2', '2-8 1']);
    expect(found.withheld).toContain('1-9');
    expect(found.problems.at(-1)).toMatch(/^numbers-withheld 42/);
  });
});

describe('a precinct one of whose rows cannot be read', () => {
  it.each([
    ['its town', '1,Fire House,9 Elm St,Springvale 4399'],
    ['a cell too many', '1,Fire House,9 Elm St,"Springvale, OH 43999",x'],
    ['bytes that are no text', '1,Fire H\ufffduse,9 Elm St,"Springvale, OH 43999"'],
  ])('is set aside: %s', async (_, row) => {
    const list = { ...places, text: `${places.text}\n${row}` };
    const found = await read(
      rangesOf('1-99,Oak St,Springvale,43999,1', '2-8,Ash St,Springvale,43999,2'),
      list,
    );
    expect(found.kept).toEqual(['2-8 2']);
    expect(found.withheld).toEqual(['1-99']);
  });
});

describe('a row of a list of precincts that names none', () => {
  it.each([
    // As a spreadsheet leaves cells that were one.
    [',Fire House,9 Elm St,"Springvale, OH 43999"', true],
    // What it says is said of the precinct above already.
    [',First School,1 Elm St,"Springvale, OH 43999"', false],
    ['\ufffd,Fire House,9 Elm St,"Springvale, OH 43999"', false],
    // What is left of the line above is no place.
    [',SPRINGVALE OH 43999,,', false],
    [',SPRINGVALE OH 43999,OH 43999,', false],
  ])('may name a second place of the precinct above: %s', async (row, isConflict) => {
    const text = places.text.replace('\n2,Town', `\n${row}\n2,Town`);
    const found = await read(rangesOf('1-99,Oak St,Springvale,43999,1'), { ...places, text });
    expect(found.problems.some((problem) => problem.startsWith('precinct-several-places'))).toBe(isConflict);
  });
});

describe('a precinct whose row is damaged', () => {
  it('is not taken for one that is written nearly so', async () => {
    const damaged = '007,Fire House,9 Elm St,"Springvale, OH 43999",x';
    const list = { ...places, text: `${places.text}\n${damaged}` };
    const found = await read(
      rangesOf('1-99,Oak St,Springvale,43999,007', '2-8,Ash St,Springvale,43999,2'),
      list,
    );
    expect(found).toMatchObject({ kept: ['2-8 2'], withheld: ['1-99'] });
  });
});

describe('a row whose numbers are no text', () => {
  it('keeps its street on the list: nobody there is sent to a street of the same name with another direction', async () => {
    const north = '2-2,N Oak St,Springvale,43999,2';
    const files = [places, rangesOf(north, '2-\ufffd,Oak St,Springvale,43999,1')];
    const { streetSegments, withheld = [] } = datasetOf(await readMapped(files));
    expect(
      streetSegments.filter(({ streetName }) => streetName.includes('OAK') || streetName.includes('Oak')),
    ).toHaveLength(1);
    expect(withheld).toMatchObject([
      {
        streetName: expect.stringMatching(/oak/i),
        streetDirection: '',
        includesAllAddresses: true,
        zip: '43999',
      },
    ]);
  });

  it('does so where a cell too many stands in its numbers', async () => {
    const list = rangesOf('2-2,N Oak St,Springvale,43999,2', 'x,2-8,Oak St,Springvale,43999,1');
    const { withheld = [] } = datasetOf(await readMapped([places, list]));
    const oak = withheld.filter(({ streetName }) => /^oak( st)?$/i.test(streetName));
    expect(oak).toMatchObject([{ includesAllAddresses: true, zip: '43999' }]);
  });
});
