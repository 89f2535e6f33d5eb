// Which county a locality is: offices and the reference spell the same county in many ways.

import { describe, expect, it } from 'vitest';
import { countyKey, matchCounty } from './zip-reference';
import { zipTable } from './zip-table';

const counties: Readonly<Record<string, readonly string[]>> = {
  VA: ['Richmond', 'City of Richmond', 'Portsmouth (city)', 'Charles City', 'James City', 'Powhatan'],
  NV: ['Carson City (city)', 'Clark'],
  MA: ['Plymouth'],
  LA: ['Caddo Parish', 'St. John the Baptist'],
  AK: ['Juneau City and Borough', 'Bethel Census Area', 'Anchorage Municipality'],
  CA: ['City and County of San Francisco'],
  IL: ['LaSalle', 'St. Clair', 'DeKalb'],
  NM: ['Doña Ana'],
  MD: ["Prince George's", 'Baltimore', 'Baltimore (city)'],
};

const reference = zipTable(
  Object.entries(counties).flatMap(([state, names], s) =>
    names.map((county, c) => ({ zip: `${10_000 + s * 100 + c}`, town: '', state, county, timeZone: null })),
  ),
);

describe('matchCounty', () => {
  it.each<[string, string | null, string, string | null]>([
    ['POWHATAN COUNTY', 'county', 'VA', 'Powhatan'],
    ['PORTSMOUTH CITY', 'city', 'VA', 'Portsmouth (city)'],
    ['PORTSMOUTH CITY', null, 'VA', 'Portsmouth (city)'],
    ['Portsmouth', 'city', 'VA', 'Portsmouth (city)'],
    ['City of Richmond', 'city', 'VA', 'City of Richmond'],
    ['Richmond', 'county', 'VA', 'Richmond'],
    ['RICHMOND CITY', 'City', 'VA', 'City of Richmond'],
    ['CHARLES CITY COUNTY', 'county', 'VA', 'Charles City'],
    ['James City', 'county', 'VA', 'James City'],
    ['Carson City', 'city', 'NV', 'Carson City (city)'],
    ['Plymouth', 'county', 'MA', 'Plymouth'],
    ['Plymouth', 'town', 'MA', null],
    ['Caddo', 'parish', 'LA', 'Caddo Parish'],
    ['Saint John The Baptist Parish', 'parish', 'LA', 'St. John the Baptist'],
    ['City and Borough of Juneau', null, 'AK', 'Juneau City and Borough'],
    ['Bethel Census Area', 'other', 'AK', 'Bethel Census Area'],
    ['Municipality of Anchorage', null, 'AK', 'Anchorage Municipality'],
    ['San Francisco', 'county', 'CA', 'City and County of San Francisco'],
    ['La Salle County', 'county', 'IL', 'LaSalle'],
    ['SAINT CLAIR', 'county', 'IL', 'St. Clair'],
    ['De Kalb', 'county', 'IL', 'DeKalb'],
    ['Dona Ana', 'county', 'NM', 'Doña Ana'],
    ['PRINCE GEORGES', 'county', 'MD', "Prince George's"],
    ['Baltimore County', 'county', 'MD', 'Baltimore'],
    ['Baltimore City', 'city', 'MD', 'Baltimore (city)'],
    ['Bedford', 'borough', 'MD', null],
    ['Richmond', 'county', 'MD', null],
  ])('%s (%s) in %s is %s', (name, type, state, expected) => {
    expect(matchCounty({ name, type }, state, reference)?.county ?? null).toBe(expected);
  });
});

describe('countyKey', () => {
  it('keeps a city apart from the county of the same name', () => {
    expect(countyKey('Baltimore (city)')).not.toBe(countyKey('Baltimore'));
  });
});
