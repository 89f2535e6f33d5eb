import { describe, expect, it } from 'vitest';
import { mappingNeeds } from '../mapping-needs';
import { datasetOf, type MappedFile, problemsOf, readMapped } from './convert-tables.fixture';

const list = (...rows: readonly string[]): MappedFile => ({
  name: 'list.csv',
  kind: 'precinctPlaces',
  columns: { precinctId: 'Pct', placeNameAddressWhole: 'Votes at', placeCity: 'Town', placeZip: 'Zip' },
  text: ['Pct,Votes at,Town,Zip', ...rows].join('\n'),
});
const placesOf = async (file: MappedFile) =>
  datasetOf(await readMapped([file])).pollingLocations.map(({ name, line1, city, state, zip }) =>
    [name, line1, city, state, zip].join('|'),
  );

describe('places whose name and address are one cell', () => {
  it('are the same place in two spellings', async () => {
    const file = list(
      '1,"First Baptist Church, 123 Main St, Natchez MS 39120",,',
      '2,"FIRST BAPTIST CHURCH - 123 MAIN STREET, NATCHEZ, MS 39120",,',
      '3,"First Baptist Church (123 Main St)",Natchez,39120',
      '4,"First Baptist Church, 125 Main St",Natchez,39120',
    );
    const read = datasetOf(await readMapped([file], { state: 'MS' }));
    expect(read.pollingLocations.map(({ line1 }) => line1)).toEqual(['123 Main St', '125 Main St']);
    expect(new Set(read.precincts.map(({ pollingLocationIds }) => pollingLocationIds.length))).toEqual(
      new Set([1]),
    );
  });

  it('keep a cell whole that cannot be cut, and a ZIP that another column contradicts', async () => {
    expect(
      await placesOf(
        list(
          '1,Fire Station 4 Main St,Natchez,39120',
          '2,"City Hall, 200 Oak St, Natchez MS 39120",Natchez,39121',
          '3,"Library, 12 Elm St, Natchez",Natchez,39120',
          '4,"14 Elm St, Natchez",Natchez,39120',
        ),
      ),
    ).toEqual([
      'Fire Station 4 Main St||Natchez|OH|39120',
      'City Hall|200 Oak St, Natchez MS 39120|Natchez|OH|39121',
      'Library|12 Elm St|Natchez|OH|39120',
      '|14 Elm St|Natchez|OH|39120',
    ]);
  });

  it('name nobody’s place by mail', async () => {
    const read = await readMapped([
      list('1,By Mail,,', '2,is_mail_only,,', '3,"Library, 12 Elm St, Natchez OH 43999",,'),
    ]);
    expect(problemsOf(read)).toEqual(['place-says-by-mail 2 Votes at', 'place-dangling 2 Votes at']);
    expect(datasetOf(read).precincts.map(({ id, isMailOnly }) => [id, isMailOnly])).toContainEqual([
      '2',
      true,
    ]);
  });

  it('leave no room for a column with a name or an address of its own', () => {
    const mapping = { header: null, width: 4, always: { city: null, state: null, zip: null } };
    const columns = { precinctId: 0, placeNameAddressWhole: 1 };
    expect(mappingNeeds({ ...mapping, kind: 'precinctPlaces', columns })).toEqual([]);
    for (const other of ['placeName', 'placeAddressWhole', 'placeHouseNumber'] as const)
      expect(
        mappingNeeds({ ...mapping, kind: 'precinctPlaces', columns: { ...columns, [other]: 2 } }),
      ).toEqual([expect.stringContaining('leaves no room')]);
  });
});
