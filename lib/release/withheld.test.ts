// Rows that were set aside, in a release: where they would have stood, and leading nowhere.

import { describe, expect, it } from 'vitest';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { claimedRows, withoutRows } from './claimed-rows';
import { compileOffice } from './compile-office';
import { exampleCounty, segment, vectorReference } from './offices.fixture';

const lost = (fields: Partial<StreetSegment> = {}) =>
  segment({ id: 'x', precinctId: '', streetName: 'LOST', ...fields });
const office = (withheld: readonly StreetSegment[], fields: Partial<Dataset> = {}): Dataset => ({
  ...exampleCounty,
  streetSegments: [segment({ id: 's', precinctId: 'p1' })],
  ...fields,
  withheld,
});

/** ZIP -> places of the precinct that the lost street leads to. */
function placesOfLost(dataset: Dataset) {
  const found: [string, readonly number[], number][] = [];
  for (const [zip, layer] of compileOffice(dataset, vectorReference).layers) {
    const street = layer.streets.find(([core]) => core === 'LOST');
    const precinct = street && layer.precincts[street[5][3]!];
    if (precinct !== undefined) found.push([zip, precinct[4], precinct[5]]);
  }
  return found;
}

describe('a row that was set aside', () => {
  it.each<[string, Partial<StreetSegment>, readonly string[]]>([
    ['stands in its ZIP', {}, ['00011']],
    ['stands in a ZIP of its own', { zip: '00021' }, ['00021']],
    ['without a ZIP stands in those of its town', { zip: '00000', city: 'EXAMPLETON' }, ['00011', '00013']],
    ['without ZIP and town stands in all of the office', { zip: '00000', city: '' }, ['00011']],
  ])('%s', (_, fields, zips) => {
    expect(placesOfLost(office([lost(fields)]))).toEqual(zips.map((zip) => [zip, [], 0]));
  });

  it('changes no count', () => {
    const { counts } = compileOffice(office([lost()]), vectorReference);
    expect(counts).toMatchObject({ segments: 1, unplacedSegments: 0, danglingIds: 0 });
  });

  it('leaves a list without such rows as it was', () => {
    const { withheld: _, ...plain } = office([]);
    const bytes = (dataset: Dataset) => JSON.stringify([...compileOffice(dataset, vectorReference).layers]);
    expect(bytes(office([]))).toBe(bytes(plain));
  });

  it('yields to numbers that another office has published, and holds none against anybody', () => {
    const holder = { ...office([]), officeId: 'xx-holder' };
    const newcomer = office([segment({ id: 'x', precinctId: '' })], { streetSegments: [] });
    const parts = [newcomer, holder].map((each) => compileOffice(each, vectorReference));
    const claimed = claimedRows(newcomer, parts[0]!, [parts[1]!]);
    expect(claimed).toMatchObject([{ officeIds: ['xx-holder'] }]);
    expect(withoutRows(newcomer, claimed).withheld).toEqual([]);
    expect(claimedRows(holder, parts[1]!, [parts[0]!])).toEqual([]);
  });
});
