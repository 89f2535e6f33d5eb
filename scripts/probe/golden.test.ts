// Reading golden addresses in every shape that offices and `levee generate` write, and what answers are worth beside them.

import { describe, expect, it } from 'vitest';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { type Golden, judge, readGolden } from './golden';

const read = (text: string) => {
  const goldens = readGolden(text);
  return goldens.ok ? goldens.value : goldens.error;
};

describe('readGolden', () => {
  it.each([
    ['a name', 'address,place\n"1 A St, 00001",City Hall\n', null, ['City Hall']],
    ['an id', '\uFEFFplace_id,address\npl-1,1 A St\n', null, ['pl-1']],
    ['two names', 'Address,Place\n1 A St,City Hall; Gym\n', null, ['City Hall', 'Gym']],
    [
      'what generate writes',
      'address,kind,place_ids,place_names,note\n1 A St,anyPlace,pl-1 pl-2,A; B,x\n',
      'anyPlace',
      ['pl-1', 'pl-2'],
    ],
    ['no place', 'address,kind\n1 A St,missing\n', 'missing', []],
    ['JSON', '[{"address":"1 A St","place":"City Hall"}]', null, ['City Hall']],
    [
      'JSON of practice',
      '[{"address":"1 A St","expectKind":"found","expectPlaceNames":["Gym"]}]',
      'found',
      ['Gym'],
    ],
    ['JSON of objects', '[{"address":"1 A St","places":[{"id":"pl-9","name":"Gym"}]}]', null, ['pl-9']],
  ])('takes %s', (_title, text, kind, places) => {
    expect(read(text)).toMatchObject([{ address: expect.stringContaining('1 A St'), kind, places }]);
  });

  it.each([
    ['', 'no column "address"'],
    ['street,place\n1 A St,x\n', 'no column "address"'],
    ['address,place\n', 'holds no address'],
    ['address,place\n1 A St,\n', 'line 2: it says neither'],
    ['address,kind\n1 A St,fund\n', 'line 2: "fund" is no kind'],
    ['[{"address":', 'no JSON'],
    ['[1]', 'no object'],
    ['[{"place":"x"}]', 'line 1: there is no address'],
  ])('refuses %j in a sentence', (text, sentence) => {
    expect(read(text)).toContain(sentence);
  });

  it('counts lines as an editor does, past blank ones', () => {
    expect(read('address,place\n1 A St,x\n\n2 A St,y\n')).toMatchObject([{ line: 2 }, { line: 4 }]);
  });
});

describe('judge', () => {
  const golden = (over: Partial<Golden>): Golden => ({
    line: 2,
    address: '1 A St',
    kind: null,
    places: ['City Hall'],
    ...over,
  });
  const outcome = (kind: LookupOutcome['kind'], ...names: string[]) =>
    ({
      kind,
      pollingLocations: names.map((name, index) => ({ id: `pl-${index}`, name })),
    }) as unknown as LookupOutcome;

  it.each([
    ['the place by name', golden({}), outcome('found', 'CITY  hall'), 'right'],
    ['the place by id', golden({ places: ['pl-0'] }), outcome('found', 'City Hall'), 'right'],
    ['a practice place', golden({}), outcome('found', 'City Hall (practice place)'), 'right'],
    ['another place', golden({}), outcome('found', 'Gym'), 'wrong'],
    ['two places for one', golden({ kind: 'found' }), outcome('found', 'City Hall', 'Gym'), 'wrong'],
    ['another kind', golden({ kind: 'found' }), outcome('conflict', 'City Hall'), 'wrong'],
    ['"we cannot check"', golden({}), outcome('cannotCheck'), 'honest'],
    ['"not on the list" for one that is', golden({}), outcome('missing'), 'falseMissing'],
    [
      '"not on the list" for one that is not',
      golden({ kind: 'missing', places: [] }),
      outcome('missing'),
      'right',
    ],
    ['a choice', golden({ kind: 'choose' }), outcome('choose'), 'right'],
  ])('%s', (_title, expected, answer, verdict) => {
    expect(judge(expected, answer)).toBe(verdict);
  });
});
