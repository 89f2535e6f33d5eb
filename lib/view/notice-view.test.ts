import { describe, expect, it } from 'vitest';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { en } from '@/lib/messages/en';
import { languages } from '@/lib/messages/languages';
import type { OutcomeView } from './outcome-view';
import {
  allTexts,
  aNotice,
  anOffice,
  aPlace,
  aSchedule,
  missing,
  noonOnElectionDay,
  someHours,
  twoWeeksAhead,
  withPlaces,
} from './outcomes.fixture';
import { viewDirectory } from './view-directory';
import { viewOutcome } from './view-outcome';

const tel = 'tel:+16015550100';

function english(outcome: LookupOutcome, now = noonOnElectionDay): OutcomeView {
  return viewOutcome(outcome, en, now);
}

describe('notices', () => {
  const found = (...notices: readonly ReturnType<typeof aNotice>[]) =>
    withPlaces('found', [aPlace()], { notices });

  it('moved: the new place first, the old in words', () => {
    const view = english(found(aNotice('moved')), twoWeeksAhead);
    expect(view).toMatchObject({
      headline: 'If you are registered at this address, vote here on Tuesday, November 3',
      notices: [
        {
          heading: 'This polling place moved',
          body: { text: 'A pipe broke.', lang: 'en' },
          period: 'On Tuesday, November 3',
        },
      ],
      places: [
        {
          name: 'TOWN HALL',
          labels: ['New place'],
          formerLine: 'It was: LAKESIDE LIBRARY, 10 RIVER ST, SANDBOX, MS 00001',
        },
      ],
    });
    expect(allTexts(view).filter((text) => text.includes('destination='))).toEqual([
      'https://www.google.com/maps/dir/?api=1&destination=1%20MAIN%20ST%2C%20SANDBOX%20MS%2000001',
    ]);
  });

  it('who reads only the first is not sent to a place that has closed or moved since', () => {
    const isSecond = { pollingLocationIds: ['pl9'], newPlace: aPlace({ id: 'pl10', name: 'FIRE STATION' }) };
    const view = english(
      found(
        aNotice('moved', { text: { en: 'To the town hall.' } }),
        aNotice('moved', { ...isSecond, id: 'next', text: { en: 'To the fire station.' } }),
        aNotice('hours', { pollingLocationIds: ['pl10'], text: { en: 'It closes at nine.' } }),
      ),
    );
    expect(view).toMatchObject({ places: [{ name: 'FIRE STATION' }] });
    expect(view.notices.map(({ body }) => body.text)).toEqual([
      'To the fire station.',
      'It closes at nine.',
      'To the town hall.',
    ]);
  });

  it('of two offices’ changes neither counts for the other’s', () => {
    const view = english(
      found(
        aNotice('moved', { text: { en: 'To the town hall.' } }),
        aNotice('closed', { officeId: 'ms-other', pollingLocationIds: ['pl9'], text: { en: 'Closed.' } }),
      ),
    );
    expect(view.notices.map(({ body }) => body.text)).toEqual(['To the town hall.', 'Closed.']);
  });

  it.each([
    ['moved without a new place', aNotice('moved', { newPlace: null })],
    ['closed', aNotice('closed')],
  ])('%s: no "vote here", no directions, the phone instead', (_, notice) => {
    const view = english(found(notice));
    expect(view.headline).toBe('Your polling place is closed. Please call before you go');
    expect(allTexts(view.paragraphs)).toContain(tel);
    expect(view).toMatchObject({
      isPhoneFirst: true,
      places: [
        {
          isClosed: true,
          labels: ['Closed'],
          directionsLink: null,
          hours: null,
          openLine: null,
          latLng: null,
        },
      ],
    });
  });

  it('hours: the list’s hours are not shown any more', () => {
    const view = english(found(aNotice('hours')), new Date('2026-11-04T00:30:00Z'));
    expect(view).toMatchObject({
      inLine: null,
      places: [{ openLine: null, hours: { kind: 'note', text: 'The hours changed. See the notice above.' } }],
    });
    expect(english(found(aNotice('hours')), new Date('2026-11-04T02:00:00Z')).headline).not.toContain(
      'closed',
    );
  });

  it('callFirst: the number stands below the headline', () => {
    expect(allTexts(english(found(aNotice('callFirst'))).paragraphs)).toContain(tel);
  });

  it('one that has ended says nothing, and the list’s place holds again', () => {
    const ended = aNotice('moved', { from: '2026-11-03T12:00:00Z', until: '2026-11-03T17:00:00Z' });
    expect(english(found(ended))).toMatchObject({
      notices: [],
      places: [{ name: 'LAKESIDE LIBRARY', labels: [] }],
    });
  });

  it('one for another day is shown but moves nothing on election day', () => {
    const early = aNotice('moved', { from: '2026-10-20', until: '2026-10-21' });
    expect(english(found(early), twoWeeksAhead)).toMatchObject({
      notices: [{ heading: 'This polling place moved' }],
      places: [{ name: 'LAKESIDE LIBRARY' }],
    });
  });

  it('a day as the end lasts until that day is over everywhere', () => {
    const election = { id: 'e2', name: 'Runoff', date: '2026-11-24', over: false };
    const outcome = withPlaces('found', [aPlace()], { notices: [aNotice('closed')], election });
    expect(english(outcome, new Date('2026-11-04T10:30:00Z')).notices).toHaveLength(1);
    expect(english(outcome, new Date('2026-11-04T11:00:00Z')).notices).toEqual([]);
  });

  it('is marked with the language it is written in where the reader’s is missing', () => {
    const es = languages.find((language) => language.tag === 'es')?.messages ?? en;
    const only = aNotice('callFirst', { text: { en: 'Road closed.' } });
    expect(viewOutcome(found(only), es, noonOnElectionDay).notices[0]?.body).toEqual({
      text: 'Road closed.',
      lang: 'en',
    });
    expect(viewOutcome(found(aNotice('moved')), es, noonOnElectionDay).notices[0]?.body.lang).toBe('es');
  });

  it('two old places that moved to one become one', () => {
    const notices = [aNotice('moved', { pollingLocationIds: ['pl1', 'pl2'] })];
    const view = english(withPlaces('found', [aPlace(), aPlace({ id: 'pl2' })], { notices }));
    expect(view).toMatchObject({ tone: 'answer', places: [{ name: 'TOWN HALL' }] });
  });
});

describe('a notice', () => {
  const found = (...notices: readonly ReturnType<typeof aNotice>[]) =>
    english(withPlaces('found', [aPlace()], { notices }), twoWeeksAhead);

  it('with times of day tells them in the place’s zone', () => {
    const notice = aNotice('callFirst', { from: '2026-11-03T12:00:00Z', until: '2026-11-04T01:00:00Z' });
    expect(found(notice).notices[0]?.period).toBe(
      'From Tuesday, November 3, 6 am until Tuesday, November 3, 7 pm',
    );
  });

  it.each([
    [
      'until midnight',
      '2026-11-01T11:00:00Z',
      '2026-11-04T06:00:00Z',
      'From Sunday, November 1, 5 am through Tuesday, November 3',
    ],
    [
      'from midnight until midnight',
      '2026-11-01T05:00:00Z',
      '2026-11-04T06:00:00Z',
      'From Sunday, November 1 through Tuesday, November 3',
    ],
    ['for one day, told in times', '2026-11-03T06:00:00Z', '2026-11-04T06:00:00Z', 'On Tuesday, November 3'],
    ['in days', '2026-11-02', '2026-11-03', 'From Monday, November 2 through Tuesday, November 3'],
    [
      'from a midnight until an hour',
      '2026-11-03T06:00:00Z',
      '2026-11-04T03:00:00Z',
      'From Tuesday, November 3, midnight until Tuesday, November 3, 9 pm',
    ],
  ])('%s: nobody has to guess which end of a day midnight is', (_, from, until, period) => {
    expect(found(aNotice('callFirst', { from, until })).notices[0]?.period).toBe(period);
  });

  it.each([
    [
      'in the evening of election day, which is the next day in UTC',
      '2026-11-04T00:30:00Z',
      '2026-11-04T05:00:00Z',
      true,
    ],
    ['from the morning after', '2026-11-04T06:00:00Z', '2026-11-05T05:00:00Z', false],
    [
      'until the evening before, which is election day in UTC',
      '2026-11-01T06:00:00Z',
      '2026-11-03T05:59:00Z',
      false,
    ],
    ['until the first minute of election day', '2026-11-01T06:00:00Z', '2026-11-03T06:00:00Z', true],
  ])('%s: holds on election day: %s', (_, from, until, moves) => {
    const view = found(aNotice('moved', { from, until }));
    expect(view).toMatchObject({ places: [{ name: moves ? 'TOWN HALL' : 'LAKESIDE LIBRARY' }] });
  });

  it('counts in doubt where the place’s zone is not known', () => {
    const notices = [aNotice('moved', { from: '2026-11-04T08:00:00Z', until: '2026-11-04T09:00:00Z' })];
    const view = english(withPlaces('found', [aPlace({ timeZone: null })], { notices }), twoWeeksAhead);
    expect(view).toMatchObject({ places: [{ name: 'TOWN HALL' }] });
  });

  it('whose times cannot be read is shown as it was written, and not lost', () => {
    const notice = aNotice('callFirst', { from: 'today', until: 'further notice' });
    expect(found(notice).notices[0]?.period).toBe('From today until further notice');
    const moved = aNotice('moved', { from: 'today', until: 'further notice' });
    expect(found(moved)).toMatchObject({ places: [{ name: 'TOWN HALL' }] });
  });

  it('names the office it comes from, where that is known', () => {
    expect(found(aNotice('closed')).notices[0]?.source).toBe('Notice from Sandbox County');
    expect(found(aNotice('closed', { officeId: 'someone' })).notices[0]?.source).toBeNull();
  });

  it('without a text in any language still has its heading', () => {
    expect(found(aNotice('closed', { text: {} })).notices[0]).toMatchObject({
      heading: 'This polling place is closed',
      body: { text: '' },
    });
  });

  it('of a second move wins over the first', () => {
    const first = aNotice('moved', { from: '2026-10-01', until: '2026-11-03' });
    const second = aNotice('moved', {
      id: 'n2',
      from: '2026-11-01',
      until: '2026-11-03',
      newPlace: aPlace({ id: 'pl10', name: 'GYM', line1: '5 ELM ST' }),
    });
    expect(found(first, second)).toMatchObject({ places: [{ name: 'GYM' }] });
    expect(found(second, first)).toMatchObject({ places: [{ name: 'GYM' }] });
  });

  it('that moves a place to where the list has it by now changes nothing', () => {
    expect(found(aNotice('moved', { newPlace: aPlace() }))).toMatchObject({
      places: [{ name: 'LAKESIDE LIBRARY', isClosed: false, formerLine: null, labels: [] }],
    });
  });

  it('that moves a party’s place keeps the party', () => {
    const notices = [aNotice('moved')];
    const places = [aPlace({ party: 'Blue' }), aPlace({ id: 'pl2', party: 'Red' })];
    expect(english(withPlaces('found', places, { notices }))).toMatchObject({
      places: [
        { name: 'TOWN HALL', labels: ['For a Blue ballot', 'New place'] },
        { name: 'LAKESIDE LIBRARY', labels: ['For a Red ballot'] },
      ],
    });
  });

  it('about the new place’s hours hides those too', () => {
    const hours = aNotice('hours', { pollingLocationIds: ['pl9'] });
    expect(found(aNotice('moved'), hours)).toMatchObject({
      places: [{ name: 'TOWN HALL', openLine: null, hours: { kind: 'note' } }],
    });
  });

  describe('of a place that voters of another are sent to', () => {
    const church = aPlace({ id: 'pl7', name: 'CHURCH', line1: '5 ELM ST' });
    const on = { pollingLocationIds: ['pl9'], from: '2026-11-03T10:00:00Z' };
    const onward = aNotice('moved', { ...on, newPlace: church });

    it.each([
      ['moved on: the last place, and the one on the list below', onward, 'CHURCH', false],
      ['closed: nobody is sent there', aNotice('closed', on), 'TOWN HALL', true],
      [
        'moved back: who is right, only the office can say',
        aNotice('moved', { ...on, newPlace: aPlace() }),
        'TOWN HALL',
        true,
      ],
    ])('%s', (_, notice, name, isClosed) => {
      expect(found(aNotice('moved'), notice)).toMatchObject({
        places: [{ name, isClosed, formerLine: 'It was: LAKESIDE LIBRARY, 10 RIVER ST, SANDBOX, MS 00001' }],
      });
    });
  });

  it('about the hours of a place that has moved sends nobody back there, nor tells its hours for the new one’s', () => {
    const longer = aPlace({ hours: someHours(aSchedule({ endTime: '21:00' })) });
    const hours = aNotice('hours', { from: '2026-11-03T10:00:00Z', newPlace: longer });
    expect(found(aNotice('moved'), hours)).toMatchObject({
      places: [{ name: 'TOWN HALL', openLine: null, hours: { kind: 'note' } }],
    });
  });

  it('that brings new hours changes what is said, the old ones below', () => {
    const later = aPlace({ hours: someHours(aSchedule({ endTime: '21:00' })) });
    const notices = [aNotice('hours', { newPlace: later })];
    const view = english(withPlaces('found', [aPlace()], { notices }), new Date('2026-11-04T01:30:00Z'));
    expect(view).toMatchObject({
      headline: 'If you are registered at this address, vote here on Tuesday, November 3',
      inLine: null,
      places: [
        {
          openLine: 'Open now until 9 pm',
          hours: { rows: [{ hours: '7 am to 9 pm' }] },
          formerHoursLine: 'It was: 7 am to 7 pm',
        },
      ],
    });
  });

  it('that tells new hours in words alone takes "open now" away', () => {
    expect(english(withPlaces('found', [aPlace()], { notices: [aNotice('hours')] }))).toMatchObject({
      places: [{ openLine: null, hours: { kind: 'note' }, formerHoursLine: null }],
    });
  });

  it('that moves a place brings the new place’s own hours', () => {
    const hall = aPlace({
      id: 'pl9',
      name: 'TOWN HALL',
      hours: someHours(aSchedule({ startTime: '08:00' })),
    });
    expect(found(aNotice('moved', { newPlace: hall }))).toMatchObject({
      places: [{ listedId: 'pl1', hours: { rows: [{ hours: '8 am to 7 pm' }] } }],
    });
  });

  it('stands beside a likely place, too', () => {
    const view = english(missing('numberUnknown', { likely: [aPlace()], notices: [aNotice('moved')] }));
    expect(view.notices).toHaveLength(1);
    expect(view).toMatchObject({ likely: { places: [{ name: 'TOWN HALL' }] } });
  });

  it('takes nobody to a place that is closed for everyone', () => {
    const closed = [aNotice('closed', { pollingLocationIds: ['pl1', 'pl2'] })];
    const all = english(withPlaces('anyPlace', [aPlace(), aPlace({ id: 'pl2' })], { notices: closed }));
    expect(all.headline).toBe('Your polling place is closed. Please call before you go');
    const some = english(
      withPlaces('anyPlace', [aPlace(), aPlace({ id: 'pl2' })], { notices: [aNotice('closed')] }),
    );
    expect(some).toMatchObject({ tone: 'answer', places: [{ isClosed: true }, { isClosed: false }] });
  });
});

describe('once voting is over', () => {
  it('the place behind is the one that people were sent to, though its notice has ended', () => {
    const outcome = withPlaces('found', [aPlace()], { notices: [aNotice('moved')] });
    expect(english(outcome, new Date('2026-11-20T12:00:00Z'))).toMatchObject({
      layout: 'over',
      notices: [],
      places: [{ name: 'TOWN HALL' }],
    });
  });
});

describe('viewDirectory', () => {
  const reader = { messages: en, now: noonOnElectionDay, timeZone: 'America/Denver' };
  const directory = {
    officeName: anOffice().name,
    places: [aPlace(), aPlace({ id: 'pl2', name: 'GYM', line1: '5 ELM ST' })],
    notices: [aNotice('moved'), aNotice('closed', { id: 'other', pollingLocationIds: ['pl77'] })],
    election: { date: '2026-11-03' },
  };

  it('shows places as late changes leave them, and only the notices that concern them', () => {
    expect(viewDirectory(directory, reader)).toMatchObject({
      notices: [{ id: 'n-moved', source: 'Notice from Sandbox County' }],
      places: [
        { name: 'TOWN HALL', labels: ['New place'] },
        { name: 'GYM', labels: [] },
      ],
    });
  });

  it('forgets notices that have ended', () => {
    const later = { ...reader, now: new Date('2026-11-10T12:00:00Z') };
    expect(viewDirectory(directory, later)).toMatchObject({
      notices: [],
      places: [{ name: 'LAKESIDE LIBRARY' }, { name: 'GYM' }],
    });
  });

  it('has nothing to show for no places', () => {
    expect(viewDirectory({ ...directory, places: [] }, reader)).toEqual({ notices: [], places: [] });
  });
});
