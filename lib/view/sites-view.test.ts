import { describe, expect, it } from 'vitest';
import type { LookupOutcome, VotingSite } from '@/lib/core/lookup/outcome';
import type { HoursOpen, Schedule } from '@/lib/core/vip';
import { en } from '@/lib/messages/en';
import { aNotice, aPlace, aSchedule, noonOnElectionDay, someHours, withPlaces } from './outcomes.fixture';
import { viewSites } from './sites-view';

const october = new Date('2026-10-20T15:00:00Z');

function days(startDate: string, endDate: string, over: Partial<Schedule> = {}): Schedule {
  return aSchedule({ startDate, endDate, startTime: '09:00', endTime: '17:00', ...over });
}

function aSite(hours: HoursOpen | null, over: Partial<VotingSite> = {}): VotingSite {
  const { hours: _, ...place } = aPlace({ id: 'ev1', name: 'ANNEX' });
  return {
    kind: 'earlyVoting',
    electionId: 'e1',
    place: hours === null ? place : { ...place, hours },
    ...over,
  };
}

function view(sites: readonly VotingSite[], now = october, over: Partial<LookupOutcome> = {}) {
  return viewSites(sites, withPlaces('found', [aPlace()], over), { messages: en, now, timeZone: null });
}

describe('sites below an answer', () => {
  const early = aSite(someHours(days('2026-10-19', '2026-10-30')));

  it('stand under their kind, early voting first, drop boxes saying when they close', () => {
    const lists = view([aSite(null, { kind: 'dropBox' }), early]);
    expect(lists.map(({ heading }) => heading)).toEqual(['Vote early', 'Drop boxes']);
    expect(lists[1]?.lead).toContain('Drop boxes close when voting ends.');
  });

  it('begin with the drop boxes where people vote by mail', () => {
    const outcome = withPlaces('byMail', []);
    const sites = [early, aSite(null, { kind: 'dropBox' })];
    const lists = viewSites(sites, outcome, { messages: en, now: october, timeZone: null });
    expect(lists.map(({ kind }) => kind)).toEqual(['dropBox', 'earlyVoting']);
  });

  it('tell their own days and hours, and if they are open now', () => {
    expect(view([early])[0]?.sites[0]?.place).toMatchObject({
      openLine: 'Open now until 5 pm',
      hours: { rows: [{ day: 'Monday, October 19 to Friday, October 30', hours: '9 am to 5 pm' }] },
    });
  });

  it.each([
    ['of another election', { electionId: 'e2' }],
    ['of another precinct', { precincts: ['p2', 'p3'] }],
  ])('leave out those %s', (_, over) => {
    expect(view([{ ...early, ...over }])).toEqual([]);
  });

  it('keep those of the voter’s precinct', () => {
    expect(view([{ ...early, precincts: ['p1'] }])).toHaveLength(1);
  });

  it('are none once the election is over', () => {
    const election = { id: 'e1', name: 'General Election', date: '2026-11-03', over: true };
    expect(view([aSite(null)], new Date('2026-11-05T12:00:00Z'), { election })).toEqual([]);
  });
});

describe('days that are past', () => {
  const twice = aSite(someHours(days('2026-10-12', '2026-10-16'), days('2026-10-26', '2026-10-30')));

  it('are not offered', () => {
    const [site] = view([twice])[0]?.sites ?? [];
    expect(site?.place.hours).toMatchObject({
      rows: [{ day: 'Monday, October 26 to Friday, October 30' }],
    });
  });

  it.each([
    ['on its last day, before it closes', '2026-10-30T21:59:00Z', 1],
    ['on its last day, once it has closed', '2026-10-30T22:01:00Z', 0],
    ['on the day after', '2026-10-31T15:00:00Z', 0],
    ['on election day', noonOnElectionDay.toISOString(), 0],
  ])('a site %s', (_, now, lists) => {
    expect(view([twice], new Date(now))).toHaveLength(lists);
  });

  it.each([
    ['2026-10-30', '2026-10-30T22:00:00Z', 1],
    ['2026-10-30', '2026-10-31T15:00:00Z', 0],
  ])('hours in words end with the office’s last day %s: at %s', (endDate, now, lists) => {
    const words = aSite({ schedules: [], text: 'Mon-Fri 9-5' }, { startDate: '2026-10-19', endDate });
    expect(view([words], new Date(now))).toHaveLength(lists);
  });

  it('a site that says nothing of its days stays until the election is over', () => {
    expect(view([aSite(null)], noonOnElectionDay)[0]?.sites[0]?.place).toMatchObject({
      openLine: null,
      hours: { kind: 'note' },
    });
  });
});

it('hours in words stand beside the office’s dates', () => {
  const words = aSite(
    { schedules: [], text: 'Mon-Fri 9-5' },
    { startDate: '2026-10-19', endDate: '2026-10-30' },
  );
  expect(view([words])[0]?.sites[0]).toMatchObject({
    datesLine: 'Open from Monday, October 19 to Friday, October 30',
    place: { hours: { kind: 'text', body: { text: 'Mon-Fri 9-5' } } },
  });
});

it('undated times of a site are not taken for election day’s', () => {
  const undated = aSite(someHours(aSchedule({ startDate: null, endDate: null })));
  expect(view([undated])[0]?.sites[0]?.place).toMatchObject({ openLine: null, hours: { kind: 'note' } });
});

describe('late changes of a site', () => {
  const early = aSite(someHours(days('2026-10-19', '2026-10-30')));
  const closed = (from: string, until: string) =>
    aNotice('closed', { pollingLocationIds: ['ev1'], from, until });

  it('for all days that are left close it', () => {
    const [site] = view([early], october, { notices: [closed('2026-10-20', '2026-11-03')] })[0]?.sites ?? [];
    expect(site).toMatchObject({ place: { isClosed: true, hours: null }, notices: [{ id: 'n-closed' }] });
  });

  it('before it opens count from its first day', () => {
    const notices = [closed('2026-10-19', '2026-10-30')];
    const [site] = view([early], new Date('2026-10-10T12:00:00Z'), { notices })[0]?.sites ?? [];
    expect(site?.place.isClosed).toBe(true);
  });

  it('for one day leave its hours, and nobody says "open now"', () => {
    const [site] = view([early], october, { notices: [closed('2026-10-20', '2026-10-20')] })[0]?.sites ?? [];
    expect(site).toMatchObject({
      place: { isClosed: false, openLine: null, hours: { kind: 'rows' } },
      notices: [{ period: 'On Tuesday, October 20' }],
    });
  });
});
