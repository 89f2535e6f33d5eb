// What the form of a late change starts with: times on each place's clock, and an earlier change as it was asked for.

import { describe, expect, it, test } from 'vitest';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { LivePlaces } from './live-places';
import { firstZone, freshWish, startTimes, wallTime, wishOf } from './notice-form';
import { type NoticeWish, noticeOf } from './notice-wish';

const place = (id: string, timeZone: string | null): PlaceAnswer => ({
  id,
  name: id,
  line1: `1 ${id} St`,
  city: 'NATCHEZ',
  state: 'MS',
  zip: '39120',
  latLng: null,
  timeZone,
  hours: {
    schedules: [
      {
        startDate: '2026-11-03',
        endDate: '2026-11-03',
        startTime: '07:00',
        endTime: '19:00',
        utcOffset: null,
        isByAppointment: false,
      },
    ],
    text: null,
  },
});
const live: LivePlaces = {
  places: [place('school', 'America/Chicago'), place('mesa', 'America/Phoenix'), place('hall', null)],
  election: { id: 'e', name: 'General', date: '2026-11-03' },
};
const now = new Date('2026-11-03T12:05:00Z');

describe('the times that a form starts with', () => {
  test.each([
    ['2026-10-01T12:00:00Z', '2026-10-01T07:00', '2026-11-04T00:00'],
    ['2026-11-03T12:05:00Z', '2026-11-03T06:05', '2026-11-04T00:00'],
    ['2026-11-04T05:59:00Z', '2026-11-03T23:59', '2026-11-04T00:00'],
    ['2026-11-04T06:00:00Z', '2026-11-04T00:00', '2026-11-05T00:00'],
  ])('at %s are from %s until %s in Chicago', (at, from, until) => {
    expect(freshWish(live, 'America/Chicago', new Date(at))).toMatchObject({ from, until });
  });

  it('are the same moments on the clock of each place', () => {
    expect(firstZone(live, 'America/New_York')).toBe('America/Chicago');
    expect(startTimes(live, 'America/New_York', now)).toEqual({
      'America/New_York': { from: '2026-11-03T07:05', until: '2026-11-04T00:00' },
      'America/Chicago': { from: '2026-11-03T06:05', until: '2026-11-04T00:00' },
      'America/Phoenix': { from: '2026-11-03T05:05', until: '2026-11-04T00:00' },
    });
  });

  it('are told in UTC where nobody knows the zone', () => {
    expect(wallTime(now, 'Nowhere/Land')).toBe('2026-11-03T12:05');
  });
});

describe('an earlier change in the form', () => {
  const text = { en: 'Words.', es: 'Palabras.' };
  const base = { placeIds: ['school'], from: '2026-11-03T06:05', until: '2026-11-03T21:00', text };
  const typed = {
    kind: 'typed',
    name: 'Gym',
    line1: '5 Oak St',
    city: 'Natchez',
    state: 'MS',
    zip: '39120',
  } as const;
  const hours = { opens: '07:00', closes: '19:00' };
  test.each<[string, NoticeWish]>([
    [
      'moved to a place of the list',
      { ...base, kind: 'moved', newPlace: { kind: 'known', id: 'hall' }, hours },
    ],
    ['moved to a place that was typed', { ...base, kind: 'moved', newPlace: typed, hours }],
    ['closed', { ...base, kind: 'closed', newPlace: null, hours: null }],
    ['longer hours', { ...base, kind: 'hours', newPlace: null, hours: { opens: '07:00', closes: '21:00' } }],
    ['call first', { ...base, kind: 'callFirst', newPlace: null, hours: null }],
  ])('reads as it was asked for: %s', (_, wish) => {
    const notice = noticeOf(wish, live, 'America/New_York', now);
    if (!notice.ok) throw new Error(notice.error.message);
    expect(wishOf({ id: 'n', officeId: 'ms-adams', ...notice.value }, live, 'America/New_York')).toEqual(
      wish,
    );
  });
});
