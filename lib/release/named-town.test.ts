// Which town is meant where no ZIP was typed: a wrong one would be a wrong answer.

import { describe, expect, it } from 'vitest';
import { readAddress } from '@/lib/core/address/read-address';
import { TownFinder } from './named-town';
import { readTowns } from './town-directory';

const towns = readTowns({
  kind: 'towns',
  states: {
    MS: [
      ['Natchez', ['39120', '39121']],
      ['Washington', ['39190']],
      ['Greenville', ['38701']],
    ],
    PA: [
      ['California', ['15419']],
      ['Greenville', ['16125']],
      ['Washington', ['15301']],
    ],
  },
});

describe('zipsOf', () => {
  const finder = new TownFinder(towns);

  it.each<[string, readonly string[] | null]>([
    ['5 Main St, Natchez', ['39120', '39121']],
    ['5 Main St Natchez', ['39120', '39121']],
    ['5 Main St, NATCHEZ, MS', ['39120', '39121']],
    ['5 Main St Natchez Mississippi', ['39120', '39121']],
    ['5 Main St, Natchez, LA', null],
    ['5 Main St Natchez LA', null],
    ['5 Main St, Natchez, Louisiana', null],
    ['5 Main St Natchez PA', null],
    ['5 Main St, Greenville', ['38701', '16125']],
    ['5 Main St Greenville PA', ['16125']],
    ['5 Main St, Greenville, MS', ['38701']],
    ['5 Main St, Greenville, SC', null],
    ['5 Main St California PA', ['15419']],
    ['5 Main St California', ['15419']],
    ['5 Main St, Washington, PA', ['15301']],
    ['5 Main St, Nowhere', null],
  ])('%s: %j', (text, expected) => {
    const reading = readAddress(text);
    if (reading.kind !== 'address') throw new Error(reading.reason);
    expect(finder.zipsOf(reading.address)).toEqual(expected);
  });
});
