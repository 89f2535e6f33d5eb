// Signs that stand for numbers beside a house number's digits, however Unicode has them: read as what they say, or not at all, and
// never as further digits of it, nor left out of it.

import { describe, expect, it } from 'vitest';
import { lookup } from '../lookup/lookup';
import { CONTEXT, type Row, shardOf } from '../lookup/shard.fixture';
import { readAddress } from './read-address';

/** `number|words behind it`, or why there is none. */
function read(typed: string): string {
  const reading = readAddress(typed);
  if (reading.kind !== 'address') return reading.reason;
  const { houses, words } = reading.address;
  return `${houses[0]!.text}|${words.slice(houses[0]!.taken).join(' ')}`;
}

describe('a house number with a sign for a number beside it', () => {
  it.each([
    ['12½ Main St', '12 1/2|MAIN ST'],
    ['12 ½ Main St', '12 1/2|MAIN ST'],
    ['12 1⁄2 Main St', '12 1/2|MAIN ST'],
    ['12⅕ Main St', '12 1/5|MAIN ST'],
    ['12⅞ Main St', '12 7/8|MAIN ST'],
    ['12⅑ Main St', '12 1/9|MAIN ST'],
    ['12⅒ Main St', '12 1/10|MAIN ST'],
    ['12½4 Main St', '12 1/2|4 MAIN ST'],
    ['12⅕4 Main St', '12 1/5|4 MAIN ST'],
    ['½ Main St', 'noHouseNumber'],
    ['121/2 Main St', 'noHouseNumber'],
    ['12² Main St', '12|2 MAIN ST'],
    ['12₂ Main St', '12|2 MAIN ST'],
    ['12② Main St', '12|2 MAIN ST'],
    ['12⑫ Main St', '12|12 MAIN ST'],
    ['12⒉ Main St', '12|2 MAIN ST'],
    ['12Ⅳ Main St', '12|IV MAIN ST'],
    ['12〇 Main St', 'noHouseNumber'],
    ['12㊀ Main St', 'noHouseNumber'],
    ['12٣ Main St', 'noHouseNumber'],
    ['1٢3 Main St', 'noHouseNumber'],
    ['１２ Main St', '12|MAIN ST'],
    ['𝟏𝟐 Main St', '12|MAIN ST'],
    ['1️⃣2️⃣ Main St', '12|MAIN ST'],
    ['12\u00ad14 Main St', '12-14|MAIN ST'],
    ['12 Oak\u00adwood', '12|OAK WOOD'],
    ['1\u20602 Main St', '12|MAIN ST'],
    ['12 Main St Apt ½', '12|MAIN ST APT 1/2'],
    ['12 Philip Ⅳ St', '12|PHILIP IV ST'],
  ])('%s -> %s', (typed, expected) => {
    expect(read(`${typed}, 00001`)).toBe(expected);
  });

  it('is never another number, whatever the sign', () => {
    const rows: readonly Row[] = [
      { street: 'MAIN ST', numbers: [12, 12], precinct: 'A' },
      { street: 'MAIN ST', numbers: [0, 11], precinct: 'B' },
      { street: 'MAIN ST', numbers: [13, 9_999_999], precinct: 'B' },
    ];
    const shard = shardOf({ rows });
    let signs = 0;
    const wrong: string[] = [];
    for (let code = 128; code < 0x20000; code++) {
      const sign = String.fromCodePoint(code);
      if (!/\p{N}/u.test(sign)) continue;
      signs++;
      const isDigit = /^\d$/.test(sign.normalize('NFKD')) && /\p{Nd}/u.test(sign);
      for (const typed of [
        `12${sign} Main St`,
        `12${sign}4 Main St`,
        `1${sign}2 Main St`,
        `${sign}12 Main St`,
      ]) {
        const reading = readAddress(`${typed}, 00001`);
        if (reading.kind !== 'address') continue;
        const outcome = lookup(reading.address, [shard], CONTEXT);
        // A house with a fraction or a letter of its own is in the row of its number.
        const isBeside = new RegExp(`^(?:12${sign}|${sign}12) `, 'u').test(typed) && isOfHouse(sign);
        const isRight = isDigit || (isBeside && outcome.pollingLocations[0]?.name === 'Place A');
        if (outcome.kind === 'found' && !isRight) wrong.push(`${code.toString(16)} ${typed}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(signs).toBeGreaterThan(1500);
  });
});

const isOfHouse = (sign: string): boolean =>
  /^(?:[1-9]\u2044(?:\d|10)|[A-Z]+)$/i.test(sign.normalize('NFKD'));
