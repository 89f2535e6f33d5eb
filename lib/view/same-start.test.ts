import { describe, expect, it } from 'vitest';
import { sameStart } from './same-start';

const move = {
  officeId: 'adams',
  kind: 'moved' as const,
  pollingLocationIds: ['pl-1'],
  from: '2026-11-03T08:40:00Z',
  until: '2026-11-04T02:00:00Z',
};

describe('two late changes that begin at the same time', () => {
  it.each([
    ['a second move of the place', move, true],
    ['its closing', { ...move, kind: 'closed' as const }, true],
    ['the same time in another spelling', { ...move, from: '2026-11-03T02:40:00-06:00' }, true],
    ['a move of several, this one among them', { ...move, pollingLocationIds: ['pl-2', 'pl-1'] }, true],
    ['longer hours: another matter', { ...move, kind: 'hours' as const }, false],
    ['"call before you go": it changes no place', { ...move, kind: 'callFirst' as const }, false],
    ['a minute later: that one holds', { ...move, from: '2026-11-03T08:41:00Z' }, false],
    ['another place', { ...move, pollingLocationIds: ['pl-2'] }, false],
    ['a place of another office that is called the same', { ...move, officeId: 'clay' }, false],
  ])('%s', (_, other, isSame) => expect(sameStart(move, [other])).toBe(isSame ? other : null));

  it('two of longer hours contradict each other', () => {
    const hours = { ...move, kind: 'hours' as const };
    expect(sameStart(hours, [hours])).toBe(hours);
  });
});
