// Places that stand in one cell, name and address: each part is the truth's, or the cell stays whole as the name.

import { expect, it } from 'vitest';
import { textFile } from '@/lib/ingest/feed.fixture';
import { readUpload } from '@/lib/ingest/read-upload';
import { mappingOf } from './judge.fixture';
import type { Shape } from './shapes.fixture';
import { madeTruth, type TruePlace } from './truth.fixture';
import { writeTable } from './write-table.fixture';

const shape = (cell: string): Shape => ({
  kind: 'precinctPlaces',
  heading: `Precinct=precinctId;Polling Place=placeNameAddressWhole${cell}`,
});

async function placesOf(cell: string, county: object) {
  const truth = madeTruth(7, county);
  const written = writeTable(shape(cell), truth, 7);
  const read = await readUpload([textFile('list.csv', written.text)], {
    officeId: 'example',
    officeState: truth.state,
    mappings: [mappingOf(shape(cell), written, truth)],
    known: { name: truth.county, phone: '555-0100', election: { name: 'General', date: '2026-11-03' } },
  });
  const places = [...new Set(truth.precincts.map(({ place }) => place))];
  const told = read.dataset?.pollingLocations.map(({ name, line1, city, zip }) => [name, line1, city, zip]);
  return { places, told: told?.sort(), problems: read.problems };
}

const counties = [{}, { plainPlaces: true }, { spanish: true, state: 'PR' }, { precincts: 60 }] as const;
const cutOf = (withTown: boolean) => (place: TruePlace) => [
  place.name,
  `${place.number} ${place.street}`,
  ...(withTown ? [place.city, place.zip] : ['', '']),
];

it.each(counties)('is cut into what the office wrote: %j', async (county) => {
  for (const cell of ['', '/town', '/brackets', '/lines']) {
    const { places, told } = await placesOf(cell, county);
    expect(told).toEqual(places.map(cutOf(cell !== '')).sort());
  }
});

it('stays whole as the name where no mark parts it, and is told to have no address', async () => {
  const { places, told, problems } = await placesOf('/mixed', {});
  const expected = places.map((place) => {
    const line = `${place.number} ${place.street}`;
    return [
      [place.name, line, '', ''],
      [place.name, `${line}, Suite 2`, '', ''],
      [`${place.name}, Fellowship Hall`, line, '', ''],
      [`${place.name} ${line}`, '', '', ''],
      [place.name, '', '', ''],
    ][place.number % 5]!;
  });
  expect(told).toEqual(expected.sort());
  const missing = problems.filter(({ code }) => code === 'place-address-missing').map(({ row }) => row);
  expect(missing.length).toBe(expected.filter(([, line]) => line === '').length);
});
