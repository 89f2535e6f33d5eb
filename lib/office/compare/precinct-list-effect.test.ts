// What a list of precincts and their places does, in numbers.

import { describe, expect, it } from 'vitest';
import { RANGES } from '../drafts/foreign-tables.fixture';
import type { ListFacts, PrecinctChange } from './difference';
import { precinctListEffect } from './precinct-list-effect';

const places = [{ confirmed: { ...RANGES, kind: 'precinctPlaces' as const } }];
const facts = (ranges: number): ListFacts => ({
  electionName: 'General Election',
  electionDate: '2030-11-05',
  ranges,
  addresses: { numbers: 0, openRanges: 0 },
  precincts: 12,
  precinctsWithPlace: 11,
  places: 9,
  conflictingRanges: 0,
});
const change = (kind: PrecinctChange['kind']): PrecinctChange => ({ kind, name: '7', from: null, to: null });
const precincts = [change('changesPlace'), change('changesPlace'), change('losesPlace'), change('new')];

describe('precinctListEffect', () => {
  it('says what stays and what changes where the list is laid over live streets', () => {
    expect(precinctListEffect(places, { live: facts(1197), draft: facts(1197), precincts })).toEqual({
      kind: 'overLive',
      ranges: 1197,
      leftOut: 0,
      precincts: 2,
      losing: 1,
    });
  });

  it('says how many streets are left out, also where it is all of them', () => {
    const left = (ranges: number) =>
      precinctListEffect(places, { live: facts(1197), draft: facts(ranges), precincts: [] });
    expect(left(1190)).toMatchObject({ kind: 'overLive', ranges: 1190, leftOut: 7 });
    expect(left(0)).toMatchObject({ kind: 'overLive', ranges: 0, leftOut: 1197 });
  });

  it('says that it stands alone where there are no streets', () => {
    const effect = precinctListEffect(places, { live: null, draft: facts(0), precincts: [] });
    expect(effect).toEqual({ kind: 'alone', precincts: 11 });
  });

  it('says nothing of an upload that brings streets, nor where their number is another', () => {
    const both = [...places, { confirmed: RANGES }];
    expect(precinctListEffect(both, { live: facts(5), draft: facts(5), precincts })).toBeNull();
    expect(precinctListEffect(places, { live: facts(5), draft: facts(6), precincts })).toBeNull();
    expect(precinctListEffect([], { live: facts(5), draft: facts(5), precincts })).toBeNull();
  });
});
