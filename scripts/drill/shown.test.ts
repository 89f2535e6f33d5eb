import { describe, expect, it } from 'vitest';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import { judgeShown, type NamedGolden, NOTHING, rungShown } from './shown';

const golden: NamedGolden = {
  address: '1 Elm St',
  kind: 'found',
  placeIds: ['pl-1'],
  placeNames: ['Elm School'],
};

describe('what a voter sees', () => {
  it('is right where the place is the true one, and only that', () => {
    const found = { ...NOTHING, outcome: 'found' };
    expect(judgeShown(golden, { ...found, placeNames: ['Elm School'] })).toBe('right');
    expect(judgeShown(golden, { ...found, placeNames: ['Oak School'] })).toBe('wrong');
    expect(judgeShown(golden, { ...found, placeNames: ['Elm School', 'Oak School'] })).toBe('wrong');
    expect(judgeShown(golden, found)).toBe('wrong');
  });

  it('is honest only with a number to call, and without a place', () => {
    const cannot = { ...NOTHING, outcome: 'cannotCheck', phones: 1 };
    expect(judgeShown(golden, cannot)).toBe('honest');
    expect(judgeShown(golden, { ...cannot, phones: 0 })).toBe('failed');
    expect(judgeShown(golden, { ...cannot, placeNames: ['Elm School'] })).toBe('wrong');
    expect(judgeShown(golden, NOTHING)).toBe('failed');
  });

  it('is a false "missing" where somebody who is listed is sent away', () => {
    expect(judgeShown(golden, { ...NOTHING, outcome: 'missing', phones: 1 })).toBe('falseMissing');
    expect(judgeShown(golden, { ...NOTHING, outcome: 'notCovered', phones: 1 })).toBe('falseMissing');
    expect(
      judgeShown({ ...golden, kind: 'missing', placeNames: [] }, { ...NOTHING, outcome: 'missing' }),
    ).toBe('right');
  });
});

describe('who answered, by the words', () => {
  it.each([en, es])('is read from the line in $tag', ({ ladder }) => {
    expect(rungShown(null)).toBe('live');
    expect(rungShown(ladder.secondSite)).toBe('mirror');
    expect(rungShown(ladder.fromDevice)).toBe('device');
    expect(rungShown(ladder.offline)).toBe('device');
    expect(rungShown(ladder.cameWithPage)).toBe('builtIn');
    expect(rungShown(ladder.notConfirmed)).toBe('live');
  });
});
