// Owns that a saved place tells the truth later: the same, changed, gone or not checked; and that the note holds no
// part of the address but the ZIP.

import { describe, expect, it } from 'vitest';
import type { LookupOutcome, Notice } from '@/lib/core/lookup/outcome';
import type { Dataset } from '@/lib/core/vip';
import { en } from '@/lib/messages/en';
import { Answerer } from '@/lib/release/answerer';
import { place, segment, VECTOR_NOW } from '@/lib/release/offices.fixture';
import { objectReader } from '@/lib/release/verified-objects';
import { ZipFinder } from '@/lib/release/zip-finder';
import { device, release } from './kept-release.fixture';
import { canBeSaved, checkSavedPlace, type PlaceList, readSavedPlace, savedPlaceOf } from './saved-place';

const reader = { messages: en, now: VECTOR_NOW, timeZone: 'America/Chicago' };
const ADDRESS = '5 Main St, Exampleton XX 00011';

type Change = (county: Dataset) => Dataset;

interface List extends PlaceList {
  readonly answer: (text: string) => Promise<LookupOutcome>;
}

/** A list as the office changed it, with late changes; `fresh` unless said otherwise. */
async function list(
  change: Change = (county) => county,
  { notices = [] as readonly Notice[], isFresh = true, issuedAt = VECTOR_NOW.toISOString() } = {},
): Promise<List> {
  const made = await release(change);
  const objects = objectReader(device(made).source);
  const root = await objects.root(made.pointer.root);
  if (!root.ok) throw new Error(root.error.code);
  const finder = new ZipFinder(root.value, objects);
  const pointer = { ...made.pointer, notices, issuedAt };
  return {
    pointer,
    isFresh,
    shardsOf: async (zip) => {
      const shards = await finder.shardsOf(zip);
      return shards.ok ? shards.value : null;
    },
    answer: (text) => new Answerer(pointer, finder).answer(text, VECTOR_NOW),
  };
}

async function saved(from?: List) {
  const now = from ?? (await list());
  const note = await savedPlaceOf(await now.answer(ADDRESS), now, reader);
  if (!note) throw new Error('it could not be saved');
  return note;
}

const precinctsWith =
  (placeId: string): Change =>
  (county) => ({
    ...county,
    pollingLocations: [...county.pollingLocations, place({ id: 'hall', name: 'Town Hall' })],
    precincts: county.precincts.map((each) =>
      each.id === 'p1' ? { ...each, pollingLocationIds: [placeId] } : each,
    ),
  });

const moved: Notice = {
  id: 'n1',
  officeId: 'xx-example',
  kind: 'moved',
  pollingLocationIds: ['school'],
  from: '2030-11-05T06:00:00-06:00',
  until: '2030-11-05T23:00:00-06:00',
  text: { en: 'The school has no power.' },
  newPlace: {
    id: 'gym',
    name: 'Example Gym',
    line1: '9 Gym Rd',
    city: 'Exampleton',
    state: 'XX',
    zip: '00011',
    latLng: null,
    timeZone: 'America/Chicago',
  },
};

describe('what is kept', () => {
  it('is the place, the precinct and the ZIP, and no other part of the address', async () => {
    const note = await saved();
    expect(note).toMatchObject({ precinctId: 'p1', zip: '00011', shown: [{ name: 'Example School' }] });
    const text = JSON.stringify({ ...note, shown: [] });
    expect(text).not.toMatch(/main|\b5\b|exampleton/i);
  });

  it('is read again as it was written, and nothing else is', async () => {
    const note = await saved();
    expect(readSavedPlace(JSON.parse(JSON.stringify(note)))).toEqual(note);
    for (const other of [
      null,
      'x',
      {},
      { ...note, version: 2 },
      { ...note, zip: 1 },
      { ...note, shown: [1] },
    ]) {
      expect(readSavedPlace(other)).toBeNull();
    }
  });

  it.each([
    ['6 Main St, Exampleton XX 00011', true],
    ['1 Mail Rd, 00012', false],
    ['1 Nowhere St, 00011', false],
    ['1 Oak St', false],
  ])('%s: %s', async (address, can) => {
    const outcome = await (await list()).answer(address);
    expect(canBeSaved(outcome)).toBe(can);
  });

  it('is nothing where the election is over', async () => {
    const outcome = await (await list()).answer(ADDRESS);
    if (!outcome.election) throw new Error('no election');
    expect(canBeSaved({ ...outcome, election: { ...outcome.election, over: true } })).toBe(false);
  });
});

describe('checked again', () => {
  it('is the same where nothing about it changed', async () => {
    const next = await list((county) => ({
      ...county,
      streetSegments: [
        ...county.streetSegments,
        segment({ id: 'new', precinctId: 'p2', streetName: 'NEW', streetSuffix: 'ST' }),
      ],
    }));
    expect(await checkSavedPlace(await saved(), next, reader)).toMatchObject({ kind: 'same' });
  });

  it('has changed where the precinct got another place', async () => {
    const check = await checkSavedPlace(await saved(), await list(precinctsWith('hall')), reader);
    expect(check).toMatchObject({ kind: 'changed', shown: [{ name: 'Town Hall' }] });
  });

  it('has changed where a late change moved it, and not again once that was saved', async () => {
    const next = await list(undefined, { notices: [moved] });
    const check = await checkSavedPlace(await saved(), next, reader);
    expect(check).toMatchObject({ kind: 'changed', shown: [{ name: 'Example Gym' }] });
    expect(await checkSavedPlace(await saved(next), next, reader)).toMatchObject({ kind: 'same' });
  });

  it.each([
    ['closed', { ...moved, kind: 'closed', newPlace: null }, { isClosed: true }],
    ['open at other hours', { ...moved, kind: 'hours', newPlace: null }, { hoursChanged: true }],
  ] as const)('has changed where the place is %s', async (_, notice, shown) => {
    const check = await checkSavedPlace(await saved(), await list(undefined, { notices: [notice] }), reader);
    expect(check).toMatchObject({ kind: 'changed', shown: [shown] });
  });

  it('is not touched by another office’s late change to a place of the same id', async () => {
    const next = await list(undefined, { notices: [{ ...moved, officeId: 'xx-sample' }] });
    expect(await checkSavedPlace(await saved(), next, reader)).toMatchObject({ kind: 'same' });
  });

  it.each<[string, Change]>([
    [
      'a street left the precinct',
      (county) => ({ ...county, streetSegments: county.streetSegments.filter(({ id }) => id !== 's3') }),
    ],
    [
      'a street came to it',
      (county) => ({
        ...county,
        streetSegments: county.streetSegments.map((row) =>
          row.id === 's4' ? { ...row, precinctId: 'p1' } : row,
        ),
      }),
    ],
    [
      'its numbers changed',
      (county) => ({
        ...county,
        streetSegments: county.streetSegments.map((row) =>
          row.id === 's1' ? { ...row, endHouseNumber: 49 } : row,
        ),
      }),
    ],
    [
      'the precinct has another id',
      (county) => ({
        ...county,
        precincts: county.precincts.map((row) => (row.id === 'p1' ? { ...row, id: 'p9' } : row)),
        streetSegments: county.streetSegments.map((row) =>
          row.precinctId === 'p1' ? { ...row, precinctId: 'p9' } : row,
        ),
      }),
    ],
    [
      'it votes by mail now',
      (county) => ({
        ...county,
        precincts: county.precincts.map((row) => (row.id === 'p1' ? { ...row, isMailOnly: true } : row)),
      }),
    ],
    [
      'another election is on the list',
      (county) => ({ ...county, election: { ...county.election, id: 'runoff' } }),
    ],
  ])('has to be looked up anew where %s', async (_, change) => {
    expect(await checkSavedPlace(await saved(), await list(change), reader)).toEqual({ kind: 'gone' });
  });

  it('is over the day after the election, without asking anybody', async () => {
    const after = { ...reader, now: new Date('2030-11-07T12:00:00Z') };
    expect(await checkSavedPlace(await saved(), null, after)).toEqual({ kind: 'over' });
  });
});

describe('not checked', () => {
  it.each<[string, () => Promise<PlaceList | null>]>([
    ['no list can be had', async () => null],
    ['its streets cannot be had', async () => ({ ...(await list()), shardsOf: async () => null })],
    ['the list is not fresh', () => list(undefined, { isFresh: false })],
    [
      'the list is older than the saved place',
      () => list(precinctsWith('hall'), { issuedAt: '2030-11-05T11:00:00.000Z' }),
    ],
  ])('where %s', async (_, from) => {
    expect(await checkSavedPlace(await saved(), await from(), reader)).toEqual({ kind: 'unchecked' });
  });

  it('but a change is told also from a list that is not fresh', async () => {
    const stale = await list(precinctsWith('hall'), { isFresh: false });
    expect(await checkSavedPlace(await saved(), stale, reader)).toMatchObject({ kind: 'changed' });
  });
});
