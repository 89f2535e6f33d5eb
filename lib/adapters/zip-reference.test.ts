// The reference as it is installed: a few facts that look-ups stand on, and the crosswalk's reading.

import { describe, expect, it } from 'vitest';
import { matchCounty } from '@/lib/release/zip-reference';
import { loadZipReference, readZipCounties } from './zip-reference';

const reference = loadZipReference();

describe('the ZIP reference', () => {
  it('knows county, town and zone of a ZIP', () => {
    expect(reference.counties('39120').map(({ county, state }) => `${county} ${state}`)).toEqual([
      'Adams MS',
    ]);
    expect(reference.town('39120')?.town).toBe('Natchez');
    expect(reference.timeZone('39120')).toBe('America/Chicago');
  });

  it('has no county for military mail, and nothing for ZIPs that are not assigned', () => {
    expect(reference.counties('09001')).toEqual([]);
    expect([reference.counties('00001'), reference.town('00001')]).toEqual([[], null]);
  });

  it('gives the zone of a state only where it has one', () => {
    expect([reference.stateTimeZone('MS'), reference.stateTimeZone('TN')]).toEqual(['America/Chicago', null]);
  });

  it('names only zones that this machine knows', () => {
    const zones = new Set(reference.zips().map((zip) => reference.timeZone(zip)));
    expect(zones.size).toBeGreaterThan(5);
    for (const timeZone of zones) {
      if (timeZone !== null) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });

  it.each([
    ['POWHATAN COUNTY', 'county', 'VA', 'Powhatan'],
    ['PORTSMOUTH CITY', 'city', 'VA', 'Portsmouth (city)'],
    ['Richmond City', 'city', 'VA', 'City of Richmond'],
    ['DE SOTO', 'county', 'MS', 'DeSoto'],
    ['Saint Louis', 'county', 'MO', 'St. Louis'],
    ['Doña Ana', 'county', 'NM', 'Doña Ana'],
    ['Carson City', 'city', 'NV', 'Carson City (city)'],
  ])('has a county for %s (%s), %s', (name, type, state, county) => {
    expect(matchCounty({ name, type }, state, reference)?.county).toBe(county);
  });
});

describe('readZipCounties', () => {
  it('reads columns in any order', () => {
    expect(readZipCounties('\uFEFFState,ZIP,County\nMS,39661,Adams\n\n')).toEqual({
      ok: true,
      value: [{ zip: '39661', county: 'Adams', state: 'MS' }],
    });
  });

  it.each([
    ['zip,county\n39661,Adams\n', 1],
    ['zip,county,state\n39661,Adams,MS\n9661,Adams,MS\n', 3],
    ['zip,county,state\n39661,,MS\n', 2],
    ['zip,county,state\n39661,Adams,Mississippi\n', 2],
    ['', 1],
  ])('refuses %j at row %i', (csv, row) => {
    expect(readZipCounties(csv)).toMatchObject({ ok: false, error: { code: 'badCrosswalk', row } });
  });
});
