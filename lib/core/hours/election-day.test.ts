import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electionOver } from './election-day';
import { isTimeZone, localDate, wallClock } from './local-time';

describe('electionOver', () => {
  it.each([
    ['a minute before midnight in Chicago', 'America/Chicago', '2026-11-04T05:59:59Z', false],
    ['at midnight in Chicago', 'America/Chicago', '2026-11-04T06:00:00Z', true],
    ['midnight in Chicago is not midnight in Denver', 'America/Denver', '2026-11-04T06:00:00Z', false],
    ['midnight in Guam comes first of all', 'Pacific/Guam', '2026-11-03T14:00:00Z', true],
    ['a minute before midnight in Guam', 'Pacific/Guam', '2026-11-03T13:59:00Z', false],
    ['midnight in Honolulu', 'Pacific/Honolulu', '2026-11-04T10:00:00Z', true],
    ['no zone waits for the last US midnight', null, '2026-11-04T10:59:59Z', false],
    ['no zone, after the last US midnight', null, '2026-11-04T11:00:00Z', true],
    ['a zone that does not exist counts as none', 'America/Natchez', '2026-11-04T10:59:59Z', false],
    ['an empty zone counts as none', '', '2026-11-04T11:00:00Z', true],
    ['months before', 'America/Chicago', '2026-06-01T12:00:00Z', false],
    ['years after', null, '2028-06-01T12:00:00Z', true],
  ])('%s', (_, timeZone, now, over) => {
    expect(electionOver('2026-11-03', timeZone, new Date(now))).toBe(over);
  });

  it('counts the 25 hours of the day on which the clocks go back', () => {
    expect(electionOver('2026-11-01', 'America/New_York', new Date('2026-11-02T04:59:59Z'))).toBe(false);
    expect(electionOver('2026-11-01', 'America/New_York', new Date('2026-11-02T05:00:00Z'))).toBe(true);
  });

  it('agrees with the local calendar at every minute of the days around it', () => {
    const zone = fc.constantFrom('America/New_York', 'America/Phoenix', 'America/Adak', 'Pacific/Guam');
    const minute = fc.integer({ min: -3 * 1440, max: 3 * 1440 });
    fc.assert(
      fc.property(zone, minute, (timeZone, offset) => {
        const now = new Date(Date.parse('2026-11-04T00:00:00Z') + offset * 60_000);
        expect(electionOver('2026-11-03', timeZone, now)).toBe(localDate(now, timeZone) > '2026-11-03');
      }),
      { seed: 20261103, numRuns: 500 },
    );
  });
});

describe('wallClock', () => {
  it.each([
    ['2026-11-04T00:05:00Z', 'America/Chicago', '2026-11-03', 18 * 60 + 5],
    ['2026-07-04T05:00:00Z', 'America/Chicago', '2026-07-04', 0],
    ['2026-03-08T08:30:00Z', 'America/Chicago', '2026-03-08', 3 * 60 + 30],
    ['2026-11-01T06:30:00Z', 'America/Chicago', '2026-11-01', 60 + 30],
    ['2026-11-01T07:30:00Z', 'America/Chicago', '2026-11-01', 60 + 30],
  ])('%s in %s is %s, minute %i', (now, timeZone, date, minutes) => {
    expect(wallClock(new Date(now), timeZone)).toEqual({ date, minutes });
  });

  it('knows no zone by a name that does not exist', () => {
    expect(wallClock(new Date('2026-11-04T00:05:00Z'), 'Mars/Olympus')).toBeNull();
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('America/Chicago')).toBe(true);
    expect(() => localDate(new Date('2026-11-04T00:05:00Z'), 'Mars/Olympus')).toThrow(RangeError);
  });
});
