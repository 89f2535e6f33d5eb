// Signs on doors after late changes about the places that they send people to.

import { describe, expect, it } from 'vitest';
import type { Notice } from '@/lib/core/lookup/outcome';
import { aNotice, aPlace } from '@/lib/view/outcomes.fixture';
import { noticeOnSign, signsOvertakenBy } from './door-sign';

/** From one place to another; `to` null: it is closed. */
function change(id: string, from: string, to: string | null, over: Partial<Notice> = {}): Notice {
  const newPlace = to === null ? null : aPlace({ id: to });
  return aNotice(to === null ? 'closed' : 'moved', { id, pollingLocationIds: [from], newPlace, ...over });
}

const ab = change('ab', 'a', 'b');
const bc = change('bc', 'b', 'c');
const cClosed = change('c', 'c', null);

describe('a sign for a door', () => {
  it.each<[string, readonly Notice[], string]>([
    ['its own, while nothing came after it', [ab], 'ab'],
    ['where the place that it led to has moved', [ab, bc], 'bc'],
    ['the last of several', [ab, bc, cClosed], 'c'],
    [
      'its own, where only the hours of that place have changed',
      [ab, aNotice('hours', { pollingLocationIds: ['b'] })],
      'ab',
    ],
    ['its own, where another office has a place of that id', [ab, { ...bc, officeId: 'other' }], 'ab'],
    ['the one that starts last', [ab, { ...bc, from: '2026-11-02' }, change('bd', 'b', 'd')], 'bd'],
  ])('says %s', (_, live, id) => {
    expect(noticeOnSign(ab, live).id).toBe(id);
  });

  it('says something where places send people to each other', () => {
    expect(['ab', 'ba']).toContain(noticeOnSign(ab, [ab, change('ba', 'b', 'a')]).id);
  });

  it('has to be printed anew when a place that it leads to closes or moves', () => {
    expect(signsOvertakenBy(bc, [ab]).map(({ id }) => id)).toEqual(['ab']);
    expect(signsOvertakenBy(cClosed, [ab, bc, cClosed]).map(({ id }) => id)).toEqual(['ab', 'bc']);
  });

  it('stays on the door when something else changes', () => {
    expect(signsOvertakenBy(ab, [ab, bc])).toEqual([]);
    expect(signsOvertakenBy(aNotice('hours', { pollingLocationIds: ['b'] }), [ab])).toEqual([]);
    expect(signsOvertakenBy(change('xy', 'x', 'y'), [ab])).toEqual([]);
  });
});
