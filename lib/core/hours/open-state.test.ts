import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../vip';
import { closingTime, isReadable, minutesOf, offsetMinutesOf, openState } from './open-state';

const chicago = 'America/Chicago';
const electionDay = '2026-11-03';

function schedule(over: Partial<Schedule> = {}): Schedule {
  return {
    startDate: electionDay,
    endDate: electionDay,
    startTime: '07:00',
    endTime: '19:00',
    utcOffset: null,
    isByAppointment: false,
    ...over,
  };
}

function stateAt(now: string, schedules: readonly Schedule[], timeZone: string | null = chicago) {
  return openState({ schedules, text: null }, timeZone, new Date(now), electionDay);
}

describe('openState on election day, 7 am to 7 pm in Chicago', () => {
  const closed = { kind: 'closed', today: electionDay, closedAt: null, opensAt: null };
  const opening = { date: electionDay, time: '07:00' };
  const closing = { date: electionDay, time: '19:00' };

  it.each([
    ['a minute before opening', '2026-11-03T12:59:00Z', { ...closed, opensAt: opening }],
    ['at opening', '2026-11-03T13:00:00Z', { kind: 'open', until: closing, byAppointment: false }],
    [
      'a minute before closing',
      '2026-11-04T00:59:00Z',
      { kind: 'open', until: closing, byAppointment: false },
    ],
    ['at closing', '2026-11-04T01:00:00Z', { ...closed, closedAt: closing }],
    ['the next morning', '2026-11-04T13:00:00Z', { ...closed, today: '2026-11-04', closedAt: closing }],
    ['the evening before', '2026-11-03T03:00:00Z', { ...closed, today: '2026-11-02', opensAt: opening }],
  ])('%s', (_, now, expected) => {
    expect(stateAt(now, [schedule()])).toEqual(expected);
  });
});

describe('openState says unknown', () => {
  const noon = '2026-11-03T18:00:00Z';

  it.each<[string, readonly Schedule[], string | null]>([
    ['without schedules', [], chicago],
    ['without a zone and an offset', [schedule()], null],
    ['with a zone that does not exist', [schedule()], 'America/Natchez'],
    ['where closing comes before opening', [schedule({ startTime: '07:00', endTime: '06:00' })], chicago],
    ['over midnight', [schedule({ startTime: '20:00', endTime: '02:00' })], chicago],
    ['for hours of no length', [schedule({ startTime: '07:00', endTime: '07:00' })], chicago],
    ['for what is no time', [schedule({ startTime: '7 am' })], chicago],
    ['for minute 60', [schedule({ startTime: '07:60' })], chicago],
    ['for hour 25', [schedule({ endTime: '25:00' })], chicago],
    ['where the last day comes before the first', [schedule({ startDate: '2026-11-04' })], chicago],
    ['for a day that does not exist', [schedule({ startDate: '2026-10-99' })], chicago],
    ['for what is no day', [schedule({ startDate: 'Nov 3', utcOffset: '-06:00' })], chicago],
    ['for what is no offset', [schedule({ utcOffset: 'CST' })], chicago],
    ['where one of two schedules cannot be read', [schedule(), schedule({ endTime: '' })], chicago],
    ['where summer’s offset stands on a winter’s day', [schedule({ utcOffset: '-05:00' })], chicago],
  ])('%s', (_, schedules, timeZone) => {
    expect(stateAt(noon, schedules, timeZone)).toEqual({ kind: 'unknown' });
  });

  it('for a schedule without dates where no election day is known', () => {
    const hours = { schedules: [schedule({ startDate: null, endDate: null })], text: null };
    expect(openState(hours, chicago, new Date(noon))).toEqual({ kind: 'unknown' });
    expect(openState(hours, chicago, new Date(noon), electionDay)).toMatchObject({ kind: 'open' });
  });
});

describe('openState and offsets', () => {
  it('uses the feed’s offset where the zone is unknown', () => {
    const winter = schedule({ utcOffset: '-06:00' });
    expect(stateAt('2026-11-03T12:59:00Z', [winter], null)).toMatchObject({ kind: 'closed' });
    expect(stateAt('2026-11-03T13:00:00Z', [winter], null)).toMatchObject({ kind: 'open' });
  });

  it('believes an offset that agrees with the zone on its own day, also when asked in summer', () => {
    const winter = schedule({ utcOffset: '-06:00' });
    expect(stateAt('2026-09-01T18:00:00Z', [winter])).toMatchObject({
      kind: 'closed',
      opensAt: { time: '07:00' },
    });
    expect(stateAt('2026-11-03T13:00:00Z', [winter])).toMatchObject({ kind: 'open' });
  });

  it('refuses one offset for days on both sides of a change of clocks', () => {
    const both = schedule({ startDate: '2026-10-20', utcOffset: '-05:00' });
    expect(stateAt('2026-10-21T18:00:00Z', [both])).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['-06:00', -360],
    ['+05:30', 330],
    ['-0500', -300],
    ['Z', 0],
    ['CST', null],
    ['', null],
  ])('reads %j as %s', (offset, minutes) => {
    expect(offsetMinutesOf(offset)).toBe(minutes);
  });
});

describe('openState on the days on which clocks change', () => {
  // 2026-03-08 has 23 hours in Chicago, 2026-11-01 has 25.
  it.each([
    ['before opening, spring', '2026-03-08T11:59:00Z', '2026-03-08', 'closed'],
    ['at opening, spring', '2026-03-08T12:00:00Z', '2026-03-08', 'open'],
    ['at closing, spring', '2026-03-09T00:00:00Z', '2026-03-08', 'closed'],
    ['before opening, fall', '2026-11-01T12:59:00Z', '2026-11-01', 'closed'],
    ['at opening, fall', '2026-11-01T13:00:00Z', '2026-11-01', 'open'],
    ['at closing, fall', '2026-11-02T01:00:00Z', '2026-11-01', 'closed'],
  ])('%s', (_, now, date, kind) => {
    expect(stateAt(now, [schedule({ startDate: date, endDate: date })]).kind).toBe(kind);
  });
});

describe('openState over several days and schedules', () => {
  const early = schedule({
    startDate: '2026-10-20',
    endDate: '2026-10-31',
    startTime: '08:00',
    endTime: '17:00',
  });

  it.each([
    ['weeks before', '2026-10-01T18:00:00Z', null, { date: '2026-10-20', time: '08:00' }],
    [
      'after closing on the first day',
      '2026-10-20T23:00:00Z',
      { date: '2026-10-20', time: '17:00' },
      { date: '2026-10-21', time: '08:00' },
    ],
    [
      'at night between',
      '2026-10-22T08:00:00Z',
      { date: '2026-10-21', time: '17:00' },
      { date: '2026-10-22', time: '08:00' },
    ],
    [
      'after the last early day',
      '2026-11-01T23:00:00Z',
      { date: '2026-10-31', time: '17:00' },
      { date: electionDay, time: '07:00' },
    ],
    ['after all', '2026-11-05T18:00:00Z', { date: electionDay, time: '19:00' }, null],
  ])('%s', (_, now, closedAt, opensAt) => {
    expect(stateAt(now, [schedule(), early])).toMatchObject({ kind: 'closed', closedAt, opensAt });
  });

  it('is open on each of the days', () => {
    expect(stateAt('2026-10-25T18:00:00Z', [schedule(), early])).toMatchObject({
      kind: 'open',
      until: { date: '2026-10-25', time: '17:00' },
    });
  });

  it('closes over lunch, and says when it opens again', () => {
    const morning = schedule({ endTime: '12:00' });
    const afternoon = schedule({ startTime: '13:00' });
    expect(stateAt('2026-11-03T18:30:00Z', [afternoon, morning])).toMatchObject({
      kind: 'closed',
      closedAt: { time: '12:00' },
      opensAt: { date: electionDay, time: '13:00' },
    });
  });

  it('makes one of spans that touch or overlap', () => {
    const parts = [schedule({ startTime: '12:00', endTime: '15:00' }), schedule({ endTime: '12:00' })];
    const late = schedule({ startTime: '14:30' });
    expect(stateAt('2026-11-03T17:00:00Z', parts)).toMatchObject({ kind: 'open', until: { time: '15:00' } });
    expect(stateAt('2026-11-03T17:00:00Z', [late, ...parts])).toMatchObject({ until: { time: '19:00' } });
  });

  it('does not reach into hours by appointment, nor into another day’s', () => {
    const morning = schedule({ endTime: '12:00' });
    const appointment = schedule({ startTime: '12:00', isByAppointment: true });
    const tomorrow = schedule({ startDate: '2026-11-04', endDate: '2026-11-04', startTime: '12:00' });
    expect(stateAt('2026-11-03T17:00:00Z', [morning, appointment, tomorrow])).toMatchObject({
      until: { time: '12:00' },
      byAppointment: false,
    });
  });

  it('tells hours by appointment apart, and walk-in hours win', () => {
    const appointment = schedule({ endTime: '20:00', isByAppointment: true });
    expect(stateAt('2026-11-03T18:00:00Z', [appointment])).toMatchObject({
      kind: 'open',
      byAppointment: true,
    });
    expect(stateAt('2026-11-03T18:00:00Z', [appointment, schedule()])).toMatchObject({
      byAppointment: false,
      until: { time: '19:00' },
    });
    expect(stateAt('2026-11-03T11:00:00Z', [appointment])).toMatchObject({ kind: 'closed', opensAt: null });
  });

  it('opens until midnight', () => {
    expect(stateAt('2026-11-04T05:59:00Z', [schedule({ endTime: '24:00' })])).toMatchObject({ kind: 'open' });
    expect(stateAt('2026-11-04T06:00:00Z', [schedule({ endTime: '24:00' })])).toMatchObject({
      kind: 'closed',
    });
  });
});

describe('closingTime', () => {
  it.each<[string, readonly Schedule[], string | null]>([
    ['of the latest schedule', [schedule({ endTime: '12:00' }), schedule({ startTime: '13:00' })], '19:00'],
    ['of a schedule without dates', [schedule({ startDate: null, endDate: null })], '19:00'],
    ['not of hours by appointment', [schedule({ isByAppointment: true })], null],
    ['not of another day', [schedule({ startDate: '2026-11-02', endDate: '2026-11-02' })], null],
    ['not of what cannot be read', [schedule({ endTime: '06:00' })], null],
    ['of nothing', [], null],
  ])('%s', (_, schedules, expected) => {
    expect(closingTime({ schedules, text: null }, electionDay, electionDay)).toBe(expected);
  });
});

describe('minutesOf', () => {
  it.each([
    ['00:00', 0],
    ['07:30', 450],
    ['07:30:00', 450],
    ['24:00', 1440],
    ['24:01', null],
    ['7:30', null],
    ['', null],
  ])('%j is minute %s', (time, minutes) => {
    expect(minutesOf(time)).toBe(minutes);
  });
});

describe('properties', () => {
  const clock = fc.integer({ min: 0, max: 1440 }).map((minutes) => {
    const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
    return `${hour}:${String(minutes % 60).padStart(2, '0')}`;
  });
  const day = fc
    .integer({ min: 0, max: 30 })
    .map((days) => new Date(Date.UTC(2026, 9, 15 + days)).toISOString().slice(0, 10));
  const anySchedule = fc
    .tuple(day, day, clock, clock, fc.boolean())
    .map(([day1, day2, clock1, clock2, isByAppointment]) => {
      const [startDate = day1, endDate = day2] = [day1, day2].sort();
      const [startTime = clock1, endTime = clock2] = [clock1, clock2].sort();
      return schedule({ startDate, endDate, startTime, endTime, isByAppointment });
    });
  const moment = fc
    .integer({ min: 0, max: 40 * 1440 })
    .map((minutes) => new Date(Date.UTC(2026, 9, 10) + minutes * 60_000));

  it('open means: some schedule’s span holds now, minute by minute', () => {
    fc.assert(
      fc.property(fc.array(anySchedule, { minLength: 1, maxLength: 4 }), moment, (schedules, now) => {
        const state = openState({ schedules, text: null }, 'UTC', now, null);
        const isAnyUnreadable = !schedules.every(isReadable);
        const stamp = now.toISOString();
        const holds = schedules.some(
          ({ startDate, endDate, startTime, endTime }) =>
            (startDate ?? '') <= stamp.slice(0, 10) &&
            stamp.slice(0, 10) <= (endDate ?? '') &&
            startTime <= stamp.slice(11, 16) &&
            stamp.slice(11, 16) < endTime,
        );
        expect(state.kind).toBe(isAnyUnreadable ? 'unknown' : holds ? 'open' : 'closed');
      }),
      { seed: 20261103, numRuns: 2000 },
    );
  });

  it('where it is closed, the last closing is not ahead and the next opening is not behind', () => {
    fc.assert(
      fc.property(fc.array(anySchedule, { minLength: 1, maxLength: 4 }), moment, (schedules, now) => {
        const state = openState({ schedules: schedules.filter(isReadable), text: null }, 'UTC', now, null);
        if (state.kind !== 'closed') return;
        const stamp = now.toISOString().slice(0, 16);
        if (state.closedAt) expect(`${state.closedAt.date}T${state.closedAt.time}` <= stamp).toBe(true);
        if (state.opensAt) expect(`${state.opensAt.date}T${state.opensAt.time}` > stamp).toBe(true);
      }),
      { seed: 20261103, numRuns: 2000 },
    );
  });
});
