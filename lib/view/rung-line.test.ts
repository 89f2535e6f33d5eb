// Owns what a voter reads of where the list came from: which words for which rung and age, and when none.

import { describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { languages } from '@/lib/messages/languages';
import { rungLine } from './rung-line';

const issuedAt = '2026-11-03T12:10:00Z';
const expiresAt = '2026-11-10T12:10:00Z';
const soon = new Date('2026-11-03T12:30:00Z');
const later = new Date('2026-11-03T13:10:00Z');
const afterExpiry = new Date('2026-11-11T00:00:00Z');
const timeZone = 'America/Chicago';

const CHECK = 'We could not check for changes since.';
const TIME = 'Tuesday, November 3, 6:10 am';

describe('rungLine', () => {
  it.each([
    ['live', soon, false, null],
    ['live', soon, true, null],
    ['live', later, false, `Last confirmed on ${TIME}. ${CHECK}`],
    [
      'mirror',
      soon,
      false,
      `Our main site does not answer. This is from our second site, confirmed on ${TIME}.`,
    ],
    ['mirror', later, false, `Last confirmed on ${TIME}. ${CHECK}`],
    ['device', soon, true, `You are offline. This is from ${TIME}.`],
    ['device', later, false, `We can’t reach our site right now. This is from ${TIME}. ${CHECK}`],
    [
      'builtIn',
      later,
      false,
      `We can’t get the newest list. This one came with the page. It is from ${TIME}. ${CHECK}`,
    ],
    ['live', afterExpiry, false, `Last confirmed on ${TIME}. ${CHECK} ${en.ladder.old}`],
    ['device', afterExpiry, true, `You are offline. This is from ${TIME}. ${en.ladder.old}`],
  ] as const)('%s at %s, offline %s: %j', (rung, now, isOffline, line) => {
    expect(rungLine({ rung, issuedAt, expiresAt }, isOffline, { messages: en, now, timeZone })).toBe(line);
  });

  it('warns of a list past its end even where it would count as fresh', () => {
    const origin = { rung: 'live', issuedAt, expiresAt: '2026-11-03T12:20:00Z' } as const;
    expect(rungLine(origin, false, { messages: en, now: soon, timeZone })).toContain(en.ladder.old);
  });

  it.each(languages.map(({ messages }) => [messages.tag, messages] as const))(
    'uses no jargon: %s',
    (_, say) => {
      expect(Object.values(say.ladder).join(' ')).not.toMatch(
        /mirror|cach|server|servidor|espejo|rung|release/i,
      );
    },
  );
});
