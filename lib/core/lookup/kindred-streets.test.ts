// Streets that a careless reading would take for one another. Each table is one class; all in ZIP 00001.

import { describe, expect, it } from 'vitest';
import { readAddress } from '../address/read-address';
import { lookup } from './lookup';
import { CONTEXT, shardOf } from './shard.fixture';

/** Outcome in one line, asked of a list in which every street has the numbers 1 to 99 and a place of its own. */
function ask(typed: string, streets: readonly string[], city = 'PRACTICE FALLS'): string {
  const rows = streets.map((street) => ({ street, numbers: [1, 99] as const, precinct: street, city }));
  const reading = readAddress(`${typed}, 00001`);
  if (reading.kind !== 'address') return `unreadable ${reading.reason}`;
  const outcome = lookup(reading.address, [shardOf({ rows })], CONTEXT);
  const places = outcome.pollingLocations.map((place) => place.name.replace('Place ', '')).join('+');
  return `${outcome.kind} ${places}`.trim();
}

describe('lookup among streets that are alike', () => {
  it.each([
    ['5 E Main St', ['NE MAIN ST'], 'choose'],
    ['5 NE Main St', ['N MAIN ST E'], 'choose'],
    ['5 N Main St E', ['NE MAIN ST'], 'choose'],
    ['5 E Main St N', ['N MAIN ST E'], 'found N MAIN ST E'],
    ['5 Main St E', ['N MAIN ST E'], 'found N MAIN ST E'],
    ['5 Main St North East', ['NE MAIN ST'], 'found NE MAIN ST'],
    ['5 N. E. Main', ['NE MAIN ST'], 'found NE MAIN ST'],
    ['5 Main N E', ['MAIN ST NE'], 'found MAIN ST NE'],
  ])('a quarter is not two directions: %s on %s -> %s', (typed, streets, expected) => {
    expect(ask(typed, streets)).toBe(expected);
  });
});
