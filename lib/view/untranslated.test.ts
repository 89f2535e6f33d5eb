// Every view in the pseudo-language: a word that stands in no catalogue is found by its plain letters.
import { describe, expect, it } from 'vitest';
import type { PublishedOffice } from '@/lib/core/vip';
import { pseudoLanguage } from '@/lib/messages/pseudo';
import { textsWithin, untranslatedIn } from '@/lib/messages/untranslated.fixture';
import { viewOfficeFacts } from './office-facts';
import {
  aPlace,
  aSchedule,
  everyOutcome,
  noonOnElectionDay,
  someHours,
  twoWeeksAhead,
  withPlaces,
} from './outcomes.fixture';
import { rungLine } from './rung-line';
import { viewSites } from './sites-view';
import { confirmed, viewOutcome } from './view-outcome';

const { messages } = pseudoLanguage;
/** What a person never sees. */
const notShown = new Set([
  'id',
  'listedId',
  'lang',
  'outcome',
  'tone',
  'layout',
  'way',
  'kind',
  'href',
  'dateTime',
  'date',
  'ask',
  'votingDay',
]);

function shown(view: unknown): readonly string[] {
  if (typeof view === 'string') return [view];
  if (view === null || typeof view !== 'object') return [];
  if (Array.isArray(view)) return view.flatMap(shown);
  return Object.entries(view).flatMap(([key, value]) => (notShown.has(key) ? [] : shown(value)));
}

/** Texts of the view with what is wrong in them. A phone is said as people write it, a zone by its letters. */
function faults(view: unknown, data: unknown): readonly string[] {
  const check = untranslatedIn([...textsWithin(data), 'UTC']);
  return shown(view).flatMap((text) => check(text).map((word) => `${word}: ${text}`));
}

const late = new Date('2026-11-03T23:30:00Z');
const dayAfter = new Date('2026-11-04T18:00:00Z');
const reader = { messages, now: twoWeeksAhead, timeZone: 'America/Chicago' };

describe.each([twoWeeksAhead, noonOnElectionDay, late, dayAfter])('at %s', (now) => {
  it.each(everyOutcome)('%s', (_, outcome) => {
    // The town of an address line is put together from the data.
    const data = [outcome, withTowns(outcome)];
    expect(faults(viewOutcome(outcome, messages, now, 'America/New_York'), data)).toEqual([]);
    expect(faults(viewOutcome(confirmed(outcome), messages, now, null), data)).toEqual([]);
  });
});

describe('beside an answer', () => {
  it('early voting, drop boxes and hours of several days', () => {
    const days = someHours(
      aSchedule({ startDate: '2026-10-19', endDate: '2026-10-23' }),
      aSchedule({ startDate: '2026-10-26', endDate: '2026-10-30', isByAppointment: true }),
    );
    const sites = (['earlyVoting', 'dropBox'] as const).map((kind) => ({
      kind,
      electionId: 'e1',
      place: aPlace({ id: kind, name: 'ANNEX', hours: days, accessibility: { parking: true } }),
    }));
    const outcome = withPlaces('found', [aPlace()]);
    expect(faults(viewSites(sites, outcome, reader), [sites, outcome])).toEqual([]);
  });

  it('what an office says of itself', () => {
    const office: PublishedOffice = {
      id: 'ea1',
      name: 'Sandbox County',
      phone: '601-555-0100 ext. 7',
      email: 'clerk@elections.example',
      addressLines: [],
      hoursText: 'Mon-Fri 8-5',
      electionsUri: 'https://elections.example',
      registrationCheckUri: 'https://elections.example/registered',
      whatToBring: 'A photo ID.',
    };
    expect(faults(viewOfficeFacts(office, messages), office)).toEqual([]);
  });

  it.each(['live', 'mirror', 'device', 'builtIn'] as const)('the age of a list from %s', (rung) => {
    const origin = { rung, issuedAt: '2026-10-01T12:00:00Z', expiresAt: '2026-10-08T12:00:00Z' };
    for (const seemsOffline of [true, false]) {
      expect(faults(rungLine(origin, seemsOffline, reader), {})).toEqual([]);
    }
  });
});

it('a word of our own in a view would be found, and the data’s own are not', () => {
  const check = untranslatedIn(['Town Hall', 'ST']);
  expect(check('⟦Ööþééñ ⟧Town Hall, 12 N LAKE ST')).toEqual(['N', 'LAKE']);
  expect(check('⟦Çĺööšééđ⟧ today')).toEqual(['today']);
  expect(check('⟦ƒŕööɱ \u2068Town Hall\u2069⟧')).toEqual([]);
});

function withTowns(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const { city, state, zip } = value as Readonly<Record<string, unknown>>;
  const own = typeof city === 'string' ? [`${city}, ${state} ${zip}`] : [];
  return [...own, ...Object.values(value).flatMap(withTowns)];
}
