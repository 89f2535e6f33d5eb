// Whose late change it was that a list now says itself.

import { describe, expect, it } from 'vitest';
import { exampleCounty, place } from '@/lib/release/offices.fixture';
import type { NoticeRecord } from '../notices/notice-record';
import { changesBetween } from './changes-between';
import { lateChangeOf } from './late-changes';

const hall = place({ id: 'hall', name: 'City Hall', line1: '3 Example Plaza' });
const before = { ...exampleCounty, pollingLocations: [...exampleCounty.pollingLocations, hall] };
const to = (id: string) => ({
  ...before,
  precincts: before.precincts.map((row) => (row.id === 'p1' ? { ...row, pollingLocationIds: [id] } : row)),
});

function record(notice: Partial<NoticeRecord['notice']>, over: Partial<NoticeRecord> = {}): NoticeRecord {
  const dora = { id: 'dora', name: 'Dora', at: '2030-11-05T10:00:00Z' };
  return {
    notice: {
      id: 'n',
      officeId: 'xx-example',
      kind: 'moved',
      pollingLocationIds: ['school'],
      from: dora.at,
      until: '2030-11-06T00:00:00Z',
      text: {},
      newPlace: null,
      ...notice,
    },
    state: 'ended',
    requestedBy: dora,
    approvedBy: { ...dora, id: 'ben', name: 'Ben' },
    replaces: null,
    withdrawal: null,
    jobId: null,
    endedAt: null,
    ...over,
  };
}

const toHall = {
  newPlace: { ...hall, id: 'hall' } as unknown as NonNullable<NoticeRecord['notice']['newPlace']>,
};

describe('lateChangeOf', () => {
  it.each<[string, NoticeRecord, string | null]>([
    ['moved there', record(toHall), 'Dora'],
    ['closed', record({ kind: 'closed', ...toHall }), 'Dora'],
    ['closed without saying where to go', record({ kind: 'closed' }), 'Dora'],
    ['another place', record({ pollingLocationIds: ['library'], ...toHall }), null],
    ['moved somewhere else', record({ newPlace: { ...toHall.newPlace, name: 'Old Mill' } }), null],
    ['only “call before you go”', record({ kind: 'callFirst' }), null],
    ['never approved', record(toHall, { approvedBy: null, state: 'refused' }), null],
    [
      'asked for after the list',
      record(toHall, { requestedBy: { id: 'd', name: 'D', at: '2031-01-01' } }),
      null,
    ],
  ])('finds whose it was: %s', (_, late, expected) => {
    const after = to('hall');
    const [change] = changesBetween(before, after, { terms: 'after' }).filter(
      ({ about }) => about === 'precinct',
    );
    const of = lateChangeOf([late], before, '2030-11-20T00:00:00Z');
    expect(change).toBeDefined();
    expect(of(change!)?.by ?? null).toBe(expected);
  });

  it('knows other hours of the same place', () => {
    const after = {
      ...before,
      pollingLocations: before.pollingLocations.map((row) =>
        row.id === 'school' ? { ...row, hours: { schedules: [], text: '7 to 8' } } : row,
      ),
    };
    const [change] = changesBetween(before, after, { terms: 'after' });
    expect(lateChangeOf([record({ kind: 'hours' })], before, '2030-11-20')(change!)?.by).toBe('Dora');
    expect(lateChangeOf([record(toHall)], before, '2030-11-20')(change!)).toBeNull();
  });
});
