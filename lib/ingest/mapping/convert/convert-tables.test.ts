import { expect, it } from 'vitest';
import { datasetOf, type MappedFile, problemsOf, readMapped } from './convert-tables.fixture';

const ranges: MappedFile = {
  name: 'joined.csv',
  kind: 'ranges',
  columns: {
    streetWhole: 'Street',
    rangeText: 'Numbers',
    city: 'Town',
    zip: 'Zip',
    precinctId: 'Pct',
    placeName: 'Votes at',
    placeAddressWhole: 'Where',
    placeHours: 'Hours',
  },
  text: [
    'Street,Numbers,Town,Zip,Pct,Votes at,Where,Hours',
    'Oak St,0-99 EVEN,Springvale,43999,01,First School,"1 Elm St, Springvale, OH 43999",7am-8pm',
    'Oak St,1-99 (odd),Springvale,43999-1234,02,Town Hall,"2 Elm Street, Springvale, OH 43999",',
    'E Lake Rd,all,Springvale,43999,02,TOWN HALL,"2 Elm St, Springvale, OH 43999",',
    'E Pond Rd,2-Jan,Springvale,43999,02,Town Hall,"2 Elm St, Springvale, OH 43999",',
    'Mill Rd,1-9,Springvale,43999,,Town Hall,"2 Elm St, Springvale, OH 43999",',
    'Ash Rd,1-9,Springvale,43999,03,Town Hall,"9 Ash St, Springvale, OH 43999",',
  ].join('\n'),
};

it('reads one joined table of ranges: streets, precincts, places', async () => {
  const read = await readMapped([ranges]);
  const dataset = datasetOf(read);
  expect(problemsOf(read)).toEqual(['range-unreadable 5 Numbers', 'precinct-missing 6 Pct']);
  expect(
    dataset.streetSegments.map((one) => [
      one.streetName,
      one.startHouseNumber,
      one.endHouseNumber,
      one.oddEvenBoth,
      one.includesAllAddresses,
      one.precinctId,
    ]),
  ).toEqual([
    ['Oak St', 2, 99, 'even', false, '01'],
    ['Oak St', 1, 99, 'odd', false, '02'],
    ['E Lake Rd', 0, 0, 'both', true, '02'],
    ['Ash Rd', 1, 9, 'both', false, '03'],
  ]);
  expect(
    dataset.pollingLocations.map(({ name, line1, city, state, zip }) => [name, line1, city, state, zip]),
  ).toEqual([
    ['First School', '1 Elm St', 'Springvale', 'OH', '43999'],
    ['Town Hall', '2 Elm Street', 'Springvale', 'OH', '43999'],
    ['Town Hall', '9 Ash St', 'Springvale', 'OH', '43999'],
  ]);
  expect(dataset.pollingLocations[0]?.hours?.schedules[0]?.endTime).toBe('20:00');
  expect(dataset.precincts.map(({ pollingLocationIds }) => pollingLocationIds.length)).toEqual([1, 1, 1]);
  expect(dataset.streetSegments.every(({ state }) => state === 'OH')).toBe(true);
});

it('gives the same ids to the same file in another order and spelling', async () => {
  const [header, ...rows] = ranges.text.split('\n');
  const again = {
    ...ranges,
    text: [header, ...rows.reverse()]
      .join('\n')
      .replaceAll('Town Hall', 'TOWN HALL')
      .replaceAll('Elm St,', 'ELM STREET,'),
  };
  const ids = async (file: MappedFile) =>
    datasetOf(await readMapped([file]))
      .precincts.map(({ id, pollingLocationIds }) => [id, ...pollingLocationIds].join(' '))
      .sort();
  expect(await ids(again)).toEqual(await ids(ranges));
});

const streets: MappedFile = {
  name: 'streets.csv',
  kind: 'ranges',
  columns: {
    streetName: 'Name',
    streetSuffix: 'Type',
    rangeStart: 'From',
    rangeEnd: 'To',
    side: 'Side',
    precinctId: 'Precinct',
  },
  always: { city: 'Springvale' },
  text: [
    'Name,Type,From,To,Side,Precinct',
    'Oak,St,1,99,Odds,1',
    'Oak,St,2,98,E,2',
    'Elm,St,,,,2',
    'Ash,St,101,199,,1',
    'Fir,St,100,199,,1',
    'Yew,St,1,,odd,1',
    'Box,St,,,even,1',
    'Gum,St,1,9,odd,9',
  ].join('\n'),
};
const list: MappedFile = {
  name: 'list.csv',
  kind: 'precinctPlaces',
  columns: {
    precinctId: 'Precinct',
    placeName: 'Place',
    placeHouseNumber: 'No',
    placeAddressWhole: 'Street',
    cityStateZipWhole: 'Town',
  },
  text: [
    'Precinct,Place,No,Street,Town',
    'Precinct 01,First School,1,Elm St,Springvale OH 43999',
    'Precinct 02,Town Hall,2,Elm St,Springvale OH 43999',
  ].join('\n'),
};

it('joins a street list to a list of precincts by numbers alone, and takes a town for its ZIP', async () => {
  const read = await readMapped([list, streets]);
  const dataset = datasetOf(read);
  expect(problemsOf(read)).toEqual([
    'parity-unreadable 5 Side',
    'number-missing 7 To',
    'precinct-dangling 9 Precinct',
  ]);
  expect(
    dataset.streetSegments.map((one) => [
      one.streetName,
      one.startHouseNumber,
      one.endHouseNumber,
      one.oddEvenBoth,
      one.zip,
      one.precinctId,
    ]),
  ).toEqual([
    ['Oak', 1, 99, 'odd', '00000', 'PRECINCT 01'],
    ['Oak', 2, 98, 'even', '00000', 'PRECINCT 02'],
    ['Elm', 0, 0, 'both', '00000', 'PRECINCT 02'],
    ['Fir', 100, 199, 'both', '00000', 'PRECINCT 01'],
    ['Box', 2, 999_998, 'even', '00000', 'PRECINCT 01'],
  ]);
  expect(dataset.pollingLocations.map(({ line1, city, zip }) => `${line1}, ${city} ${zip}`)).toEqual([
    '1 Elm St, Springvale 43999',
    '2 Elm St, Springvale 43999',
  ]);
});

it('makes places and precincts of a list alone', async () => {
  const read = await readMapped([list]);
  expect(problemsOf(read)).toEqual([]);
  const dataset = datasetOf(read);
  expect([dataset.precincts.length, dataset.pollingLocations.length, dataset.streetSegments.length]).toEqual([
    2, 2, 0,
  ]);
});

it('gives streets that are live their new places, and reports the precincts that the list lacks', async () => {
  const live = datasetOf(await readMapped([list, streets]));
  const moved = { ...list, text: list.text.replace('2,Elm St', '20,Ash Ave').replace('Precinct 01', '3') };
  const read = await readMapped([moved], { live });
  const dataset = datasetOf(read);
  expect(problemsOf(read)).toEqual(['precinct-not-in-list null null']);
  expect(
    dataset.streetSegments.map(({ streetName, precinctId, oddEvenBoth }) => [
      streetName,
      precinctId,
      oddEvenBoth,
    ]),
  ).toEqual([
    ['Oak', 'PRECINCT 02', 'even'],
    ['Elm', 'PRECINCT 02', 'both'],
  ]);
  const [placeId] = dataset.precincts.find(({ id }) => id === 'PRECINCT 02')!.pollingLocationIds;
  expect(dataset.pollingLocations.find(({ id }) => id === placeId)?.line1).toBe('20 Ash Ave');
});

it('makes ranges of single addresses only where they are known', async () => {
  const read = await readMapped([
    {
      name: 'voters.csv',
      kind: 'addresses',
      columns: { addressWhole: 'Address', precinctId: 'P', placeName: 'Place', placeAddressWhole: 'At' },
      always: { zip: '43999' },
      text: [
        'Address,P,Place,At',
        ...[2, 4, 6, 10, 12].map((number) => `"${number} Oak St, Springvale",1,School,1 Elm St`),
        '"8 Oak Street, Springvale",2,Hall,2 Elm St',
        '"1 Oak St Apt 4, Springvale",1,School,1 Elm St',
        '"1 Oak St Apt 5, Springvale",2,Hall,2 Elm St',
        '"3 Oak St Apt 5, Springvale",2,Hall,2 Elm St',
        '"5 Oak St, Springvale",2,Hall,2 Elm St',
        '"5 Oak St, Springvale",1,School,1 Elm St',
        '7 Oak St 4,1,School,1 Elm St',
      ].join('\n'),
    },
  ]);
  const dataset = datasetOf(read);
  expect(
    dataset.streetSegments.map((one) => [
      one.startHouseNumber,
      one.endHouseNumber,
      one.oddEvenBoth,
      one.precinctId,
      one.units.map(({ start }) => start).join(),
    ]),
  ).toEqual([
    [1, 1, 'odd', '1', '4'],
    [1, 1, 'odd', '2', '5'],
    [3, 3, 'odd', '2', ''],
    [5, 5, 'odd', '2', ''],
    [5, 5, 'odd', '1', ''],
    [2, 6, 'even', '1', ''],
    [8, 8, 'even', '2', ''],
    [10, 12, 'even', '1', ''],
  ]);
  expect(problemsOf(read)).toEqual([
    'address-not-cut 13 Address',
    'overlap-conflict 11 Address',
    'overlap-conflict 12 Address',
  ]);
});

it('names each file of a list that comes in several', async () => {
  const more = {
    ...streets,
    name: 'more.csv',
    columns: { ...streets.columns, side: 'OE' },
    text: ['Name,Type,From,To,OE,Precinct', 'Ivy,St,1,99,Odd,1', 'Bay,St,9,1,Odd,1', 'Oak,St,1,9,Odd,2'].join(
      '\n',
    ),
  };
  const { problems, dataset } = await readMapped([list, streets, more]);
  const found = problems.filter(({ file, severity }) => file === 'more.csv' && severity !== 'warning');
  expect(found.map(({ code, row, column, message }) => [code, row, column, message.split('. ')[0]])).toEqual([
    ['range-reversed', 3, 'From', 'From 9 to 1'],
    ['overlap-conflict', 4, 'From', expect.stringMatching(/^Row 2 of streets.csv/)],
  ]);
  expect(dataset?.streetSegments.filter(({ streetName }) => streetName === 'Ivy').length).toBe(1);
});

it('puts a kind of street that has a column of its own before the name', async () => {
  const file: MappedFile = {
    name: 'nena.csv',
    kind: 'ranges',
    columns: {
      rangeStart: 'Low',
      rangeEnd: 'High',
      streetPreType: 'St_PreTyp',
      streetName: 'St_Name',
      streetSuffix: 'St_PosTyp',
      zip: 'Zip',
      precinctId: 'Pct',
      placeName: 'Hall',
    },
    text: `Low,High,St_PreTyp,St_Name,St_PosTyp,Zip,Pct,Hall
1,99,COUNTY ROAD,4,,43999,1,A Hall
1,99,STATE HWY,4,,43999,2,B Hall
1,99,US HWY,US HWY 61,,43999,1,A Hall
1,99,,OAK,ST,43999,2,B Hall`,
  };
  const read = await readMapped([file]);
  expect(datasetOf(read).streetSegments.map(({ streetName }) => streetName)).toEqual([
    'COUNTY ROAD 4',
    'STATE HWY 4',
    'US HWY 61',
    'OAK',
  ]);
  expect(problemsOf(read).filter((one) => one.startsWith('overlap'))).toEqual([]);
});

it('keeps the words that a street has before and behind in columns of their own: Old Main St is not Main St', async () => {
  const file: MappedFile = {
    name: 'nena.csv',
    kind: 'ranges',
    columns: {
      rangeStart: 'Low',
      rangeEnd: 'High',
      streetPreMod: 'St_PreMod',
      streetName: 'St_Name',
      streetSuffix: 'St_PosTyp',
      streetPostMod: 'St_PosMod',
      streetDirection: 'St_PreDir',
      zip: 'Zip',
      precinctId: 'Pct',
      placeName: 'Hall',
    },
    text: `Low,High,St_PreMod,St_PreDir,St_Name,St_PosTyp,St_PosMod,Zip,Pct,Hall
1,99,,,MAIN,ST,,43999,1,A Hall
1,99,OLD,N,MAIN,ST,,43999,2,B Hall
1,99,,,MAIN,ST,EXT,43999,3,C Hall`,
  };
  const read = await readMapped([file]);
  expect(
    datasetOf(read).streetSegments.map(({ streetName, streetSuffix }) =>
      `${streetName} ${streetSuffix ?? ''}`.trim(),
    ),
  ).toEqual(['MAIN ST', 'OLD N MAIN ST', 'MAIN ST EXT']);
  expect(problemsOf(read).filter((one) => one.startsWith('overlap'))).toEqual([]);
});
