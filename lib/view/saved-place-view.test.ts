import { describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { areSame, type SavedCheck, type ShownPlace, viewSavedPlace } from './saved-place-view';

const hall: ShownPlace = {
  name: 'Town Hall',
  lines: ['1 Main St'],
  party: null,
  isClosed: false,
  hoursChanged: false,
};
const gym: ShownPlace = { ...hall, name: 'Gym', lines: ['9 Gym Rd'] };
const saved = { shown: [hall], asOf: '2030-11-05T12:00:00Z' };
const reader = { messages: en, now: new Date('2030-11-05T12:30:00Z'), timeZone: 'America/Chicago' };
const view = (check: SavedCheck | null) => viewSavedPlace(saved, check, reader);

describe('viewSavedPlace', () => {
  it('is quiet about a place that is the same', () => {
    expect(view({ kind: 'same', shown: [hall] })).toMatchObject({
      isUrgent: false,
      heading: 'Your saved place',
      places: [{ name: 'Town Hall' }],
      formerLines: [],
      status: 'Checked on Tuesday, November 5, 6 am. Nothing has changed.',
    });
  });

  it('says first where to go, then where it was', () => {
    expect(view({ kind: 'changed', shown: [gym] })).toMatchObject({
      isUrgent: true,
      heading: 'Your place changed',
      lead: 'Vote here now:',
      places: [{ name: 'Gym' }],
      formerLines: ['It was: Town Hall, 1 Main St'],
      canKeepNew: true,
    });
  });

  it('sends nobody to a place that closed', () => {
    const closed = view({ kind: 'changed', shown: [{ ...hall, isClosed: true }] });
    expect(closed).toMatchObject({ isUrgent: true, lead: null, formerLines: [], canLookUpAgain: true });
    expect(closed.status).toBe(en.savedPlace.closed);
    expect(closed.places[0]?.labels).toHaveLength(1);
  });

  it('says of other hours no more than that', () => {
    const other = view({ kind: 'changed', shown: [{ ...hall, hoursChanged: true }] });
    expect(other).toMatchObject({ isUrgent: true, lead: null, formerLines: [], canLookUpAgain: false });
    expect(other.places[0]?.labels).toEqual([en.hours.changed]);
  });

  it.each([
    ['gone', true],
    ['over', false],
  ] as const)('leads back to the form where it is %s', (kind, isUrgent) => {
    expect(view({ kind })).toMatchObject({ isUrgent, canLookUpAgain: true, canKeepNew: false });
  });

  it('says when it was last checked, where it cannot be checked', () => {
    expect(view({ kind: 'unchecked' }).status).toContain('November 5, 6 am');
  });

  it('says nothing yet while it is being checked', () => {
    expect(view(null).status).toBeNull();
  });
});

it('the order of places says nothing, everything else does', () => {
  expect(areSame([hall, gym], [gym, hall])).toBe(true);
  expect(areSame([hall], [hall, gym])).toBe(false);
  for (const other of [
    { ...hall, party: 'X' },
    { ...hall, lines: ['2 Main St'] },
    { ...hall, hoursChanged: true },
  ]) {
    expect(areSame([hall], [other])).toBe(false);
  }
});
