// Owns the tests of the desk's moments.

import { describe, expect, test } from 'vitest';
import { agoText, deskTime, officeTimeZone } from './desk-time';

describe('deskTime', () => {
  test.each([
    ['2026-10-01T12:00:00Z', 'America/Chicago', 'Oct 1, 2026, 7:00\u00a0am CDT'],
    ['2026-11-03T23:05:00Z', 'America/New_York', 'Nov 3, 2026, 6:05\u00a0pm EST'],
    ['2026-11-03T23:05:00Z', 'UTC', 'Nov 3, 2026, 11:05\u00a0pm UTC'],
  ])('%s in %s is %s', (at, zone, text) => {
    expect(deskTime(at, zone)).toBe(text);
  });
});

describe('agoText', () => {
  test.each([
    [20, 'just now'],
    [60, '1 minute ago'],
    [59 * 60, '59 minutes ago'],
    [47 * 3600, '47 hours ago'],
    [49 * 3600, '2 days ago'],
  ])('%i seconds before is %s', (seconds, text) => {
    const now = new Date('2026-10-01T12:00:00Z');
    expect(agoText(new Date(now.getTime() - seconds * 1000).toISOString(), now)).toBe(text);
  });
});

describe('officeTimeZone', () => {
  test.each([
    [{ state: 'MS' }, 'America/Chicago'],
    [{ state: 'FL', timeZone: 'America/Chicago' }, 'America/Chicago'],
    [{ state: 'ZZ' }, 'UTC'],
  ])('of %j is %s', (office, zone) => {
    expect(officeTimeZone(office)).toBe(zone);
  });
});
