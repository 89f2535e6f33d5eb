import { describe, expect, it } from 'vitest';
import { readTime } from './read-time';

describe('a time on the command line', () => {
  it.each([
    ['2026-11-03T12:00:00Z', '2026-11-03T12:00:00.000Z'],
    ['2026-11-03T07:00-05:00', '2026-11-03T12:00:00.000Z'],
    ['2026-11-03T12:00:00.5Z', '2026-11-03T12:00:00.500Z'],
    ['2026-11-03T12:00:00', '2026-11-03T12:00:00.000Z'],
    ['2026-11-03', '2026-11-03T00:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(readTime(text)?.toISOString()).toBe(iso);
  });

  it.each([
    '',
    'now',
    '2026',
    '11/03/2026',
    '2026-11-31',
    '2027-02-29',
    '2026-13-01',
    '2026-11-03T25:00Z',
    '2026-11-03 12:00',
  ])('"%s" is none', (text) => {
    expect(readTime(text)).toBeNull();
  });
});
