import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { canonicalJson } from './canonical-json';
import { compileOffice } from './compile-office';
import { exampleCounty, locality, place, precinct, vectorReference } from './offices.fixture';
import { readLocality } from './read-objects';
import { votingSites } from './voting-sites';

const box = place({ id: 'box', name: 'Box', isDropBox: true });
const annex = place({
  id: 'annex',
  name: 'Annex',
  isEarlyVoting: true,
  hours: { schedules: [], text: 'Mon-Fri' },
  openDates: { startDate: '2030-10-20', endDate: '2030-11-01' },
});
const school = place({ id: 'school', name: 'School' });

function sitesOf(fields: Partial<Dataset>, siteIds: readonly string[] = []) {
  const dataset: Dataset = {
    ...exampleCounty,
    localities: [locality({ id: '1', name: 'Example', siteIds })],
    pollingLocations: [school, box, annex],
    precincts: [
      precinct({ id: 'p1', localityId: '1', pollingLocationIds: ['school'] }),
      precinct({ id: 'p2', localityId: '1', pollingLocationIds: ['school'] }),
    ],
    ...fields,
  };
  const { localities } = compileOffice(dataset, vectorReference);
  return localities.find(({ object }) => object.id === '1')?.object.sites;
}

describe('the sites of a locality', () => {
  it('are those that serve all of it, sorted by kind and id', () => {
    expect(sitesOf({}, ['box', 'annex'])?.map(({ kind, place: { id } }) => [kind, id])).toEqual([
      ['dropBox', 'box'],
      ['earlyVoting', 'annex'],
    ]);
  });

  it('are none, and no member, where nothing links to it', () => {
    expect(sitesOf({})).toBeUndefined();
  });

  it('name their precincts where only some link to them', () => {
    const precincts = [
      precinct({ id: 'p1', localityId: '1', pollingLocationIds: ['school', 'box'] }),
      precinct({ id: 'p2', localityId: '1', pollingLocationIds: ['school'] }),
    ];
    expect(sitesOf({ precincts })).toMatchObject([{ place: { id: 'box' }, precincts: ['p1'] }]);
    expect(sitesOf({ precincts }, ['box'])?.[0]).not.toHaveProperty('precincts');
  });

  it('carry the office’s days, and never the hours of election day', () => {
    const election = {
      ...exampleCounty.election,
      hours: { schedules: [], text: 'Polls are open 7 to 7' },
    };
    expect(sitesOf({ election }, ['box', 'annex'])).toMatchObject([
      { kind: 'dropBox', place: { timeZone: 'America/Chicago' } },
      {
        kind: 'earlyVoting',
        startDate: '2030-10-20',
        endDate: '2030-11-01',
        place: { hours: { text: 'Mon-Fri' } },
      },
    ]);
    expect(sitesOf({ election }, ['box'])?.[0]?.place).not.toHaveProperty('hours');
  });

  it('stand twice where one place is both', () => {
    const both = place({ id: 'both', name: 'Both', isDropBox: true, isEarlyVoting: true });
    expect(sitesOf({ pollingLocations: [school, both] }, ['both'])?.map(({ kind }) => kind)).toEqual([
      'dropBox',
      'earlyVoting',
    ]);
  });

  it('are none for a place that the compiler does not know', () => {
    expect(votingSites(exampleCounty, locality({ id: '1', name: 'E', siteIds: ['x'] }), new Map())).toEqual(
      [],
    );
  });
});

describe('a reader', () => {
  const [object] = compileOffice(
    {
      ...exampleCounty,
      localities: [locality({ id: '1', name: 'Example', siteIds: ['box'] })],
      pollingLocations: [school, box],
      precincts: [precinct({ id: 'p1', localityId: '1', pollingLocationIds: ['school'] })],
    },
    vectorReference,
  ).localities.map((each) => each.object);
  const read = (changes: object) =>
    readLocality(new TextEncoder().encode(canonicalJson({ ...object, ...changes })));

  it('reads what was written', () => {
    expect(read({})).toEqual({ ok: true, value: object });
  });

  it('leaves out kinds of site that it does not know', () => {
    const [site] = object?.sites ?? [];
    expect(read({ sites: [{ ...site, kind: 'tent' }, site] })).toMatchObject({ value: { sites: [site] } });
  });

  it.each([
    ['sites that are no list', { sites: {} }],
    ['a site without a place', { sites: [{ kind: 'dropBox', electionId: 'e' }] }],
    ['languages that are no list', { office: { ...object?.office, languages: 'en' } }],
  ])('refuses %s', (_, changes) => {
    expect(read(changes)).toMatchObject({ ok: false, error: { code: 'shape' } });
  });
});
