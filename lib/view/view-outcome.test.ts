import { describe, expect, it } from 'vitest';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { en } from '@/lib/messages/en';
import { languages } from '@/lib/messages/languages';
import type { OutcomeView } from './outcome-view';
import {
  aChoice,
  allTexts,
  aNotice,
  anOffice,
  aPlace,
  aSchedule,
  cannotCheck,
  everyOutcome,
  missing,
  noonOnElectionDay,
  someCandidates,
  someHours,
  unreadable,
  withPlaces,
} from './outcomes.fixture';
import { plainText } from './paragraph';
import { confirmed, viewOutcome } from './view-outcome';

const tel = 'tel:+16015550100';

function english(outcome: LookupOutcome, now = noonOnElectionDay): OutcomeView {
  return viewOutcome(outcome, en, now);
}

describe.each(languages.map(({ tag, messages }) => [tag, messages] as const))('in %s', (tag, messages) => {
  describe.each(everyOutcome)('%s', (name, outcome) => {
    const view = viewOutcome(outcome, messages, noonOnElectionDay);
    const texts = allTexts(view);

    it('has a headline, and no text is empty, unfilled or of code', () => {
      expect(view.headline).not.toBe('');
      expect(view.announcement).toContain(view.headline.slice(0, -1));
      expect(texts.filter((text) => /^\s*$|[{}]|undefined|null|NaN|\[object/.test(text))).toEqual([]);
      expect(view.outcome).toBe(outcome.kind);
      expect(view.lang).toBe(tag);
    });

    it('offers the phone of an office that gave one, and never one that was not given', () => {
      // Someone whose ZIP lies elsewhere has another office.
      const given = outcome.kind !== 'notCovered' && outcome.offices.some((office) => office.phone !== null);
      expect(view.offices.some((office) => office.phone !== null)).toBe(given);
      expect(texts.some((text) => text.startsWith('tel:'))).toBe(given);
    });

    it('puts nothing of the voter’s address into a link', () => {
      const links = texts.filter((text) => /^(https?|tel|geo):/.test(text));
      expect(links.filter((link) => /112|LAKE%20ST|LAKE ST/.test(link))).toEqual([]);
      expect(name).not.toBe('');
    });

    it('can be sent as JSON without loss', () => {
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    });
  });
});

describe('Spanish views', () => {
  const english = new Set(
    everyOutcome.flatMap(([, outcome]) => allTexts(viewOutcome(outcome, en, noonOnElectionDay))),
  );
  const es = languages.find((language) => language.tag === 'es')?.messages ?? en;
  const names = new Set(['Sandbox County', 'General Election']);
  // Sentences and labels; not links, ids, phone numbers, or what an office writes in capitals.
  const isWords = (text: string) => /[a-z]{2}/.test(text) && /^[A-Z¿(]|\s/.test(text) && !names.has(text);

  it.each(everyOutcome)('%s shares no words with English', (_, outcome) => {
    const shared = allTexts(viewOutcome(outcome, es, noonOnElectionDay)).filter((text) => english.has(text));
    expect(shared.filter(isWords)).toEqual([]);
  });
});

describe('found', () => {
  it('says where and when, without promising a registration', () => {
    const view = english(withPlaces('found', [aPlace()]));
    expect(view.headline).toBe('If you are registered at this address, vote here on Tuesday, November 3');
    expect(view).toMatchObject({
      registrationLink: { text: expect.stringContaining('registered') },
      links: [],
    });
    expect(view.electionLine).toEqual({
      text: 'General Election, Tuesday, November 3, 2026',
      dateTime: '2026-11-03',
    });
  });

  it('says where to find a phone that the list does not have', () => {
    const view = english(withPlaces('found', [aPlace()], { offices: [anOffice({ phone: null })] }));
    expect(view.links.map(({ href }) => href)).toEqual([expect.stringContaining('usa.gov')]);
  });

  it('shows the name as the office wrote it', () => {
    const view = english(withPlaces('found', [aPlace({ name: 'EUDORA WELTY LIBRARY' })]));
    expect(view).toMatchObject({ places: [{ name: 'EUDORA WELTY LIBRARY' }] });
  });

  it('says which address it is for; a question does not', () => {
    expect(english(withPlaces('found', [aPlace()])).understoodLine).toBe(
      'Answer for 112 LAKE ST, SANDBOX, MS 00001',
    );
    expect(english(aChoice(true)).understoodLine).toBeNull();
    const confirmLocality = { id: 'l1', name: 'Adams County' };
    expect(english(withPlaces('found', [aPlace()], { confirmLocality })).understoodLine).toBeNull();
  });

  it('names its source and precinct, for the call to the office', () => {
    const view = english(withPlaces('found', [aPlace()]));
    expect(view).toMatchObject({
      sourceLine: 'Source: Sandbox County',
      precinctLine: 'Precinct 07 Lakeside',
    });
    expect(view.officesNote).toBe('The office can confirm your polling place.');
  });

  it.each([
    [
      'a number that is in the name is not said twice',
      [{ id: 'p', name: '034- THIRTY-FOUR', number: '034', locality: 'l' }],
      'Precinct 034- THIRTY-FOUR',
    ],
    [
      'nor is one that is padded with zeros',
      [{ id: 'p', name: '033- THIRTY-THREE', number: '0033', locality: 'l' }],
      'Precinct 033- THIRTY-THREE',
    ],
    [
      'a number that only begins like one in the name is said',
      [{ id: 'p', name: 'Ward 12', number: '1', locality: 'l' }],
      'Precinct 1 Ward 12',
    ],
    ['no number', [{ id: 'p', name: 'Duncan Park', number: null, locality: 'l' }], 'Precinct Duncan Park'],
    ['several precincts', ['a', 'b'].map((id) => ({ id, name: id, number: null, locality: 'l' })), null],
    ['no precinct', [], null],
  ])('precinct line: %s', (_, precincts, line) => {
    expect(english(withPlaces('found', [aPlace()], { precincts })).precinctLine).toBe(line);
  });

  it('tells the age of the list in the place’s zone, and says so when it is old', () => {
    const outcome = withPlaces('found', [aPlace()]);
    expect(english(outcome).asOfLine?.text).toBe('List as of Tuesday, November 3, 11:50 am');
    const later = new Date('2026-11-03T18:20:01Z');
    expect(english(outcome, later).asOfLine?.text).toBe(
      'List last confirmed on Tuesday, November 3, 11:50 am',
    );
  });

  it('names the year of a list from another year', () => {
    const outcome = withPlaces('found', [aPlace()], { asOf: '2025-11-03T17:50:00Z' });
    expect(english(outcome).asOfLine?.text).toBe('List last confirmed on Monday, November 3, 2025, 11:50 am');
  });

  it('says UTC where the zone is unknown', () => {
    const view = english(withPlaces('found', [aPlace({ timeZone: null })]));
    expect(view.asOfLine?.text).toBe('List as of Tuesday, November 3, 5:50 pm UTC');
  });

  it('labels places by party, and asks for none', () => {
    const view = english(
      withPlaces('found', [aPlace({ party: 'Blue' }), aPlace({ id: 'pl2', party: 'Red' })]),
    );
    expect(view).toMatchObject({
      layout: 'places',
      places: [{ labels: ['For a Blue ballot'] }, { labels: ['For a Red ballot'] }],
    });
  });

  it('never says "vote here" of several places without a party, or of none', () => {
    expect(english(withPlaces('found', [aPlace(), aPlace({ id: 'pl2' })])).tone).toBe('caution');
    const none = english(withPlaces('found', []));
    expect(none.headline).toBe('The list has no place for this address yet');
    expect(allTexts(none)).toContain(tel);
  });

  it('links to a map by the place’s address alone', () => {
    expect(english(withPlaces('found', [aPlace()]))).toMatchObject({
      places: [
        {
          directionsLink: {
            text: 'Directions',
            href: 'https://www.google.com/maps/dir/?api=1&destination=10%20RIVER%20ST%2C%20SANDBOX%20MS%2000001',
          },
        },
      ],
    });
    expect(english(withPlaces('found', [aPlace({ line1: ' ' })]))).toMatchObject({
      places: [{ directionsLink: null, addressLines: ['SANDBOX, MS 00001'] }],
    });
  });
});

describe('on election day', () => {
  const at = (now: string) => english(withPlaces('found', [aPlace()]), new Date(now));

  it.each([
    ['before opening', '2026-11-03T12:30:00Z', 'Opens at 7 am today', null],
    ['at noon', '2026-11-03T18:00:00Z', 'Open now until 7 pm', null],
    [
      'in the last hour',
      '2026-11-04T00:30:00Z',
      'Open now until 7 pm',
      'In line by 7 pm? Stay in line. You can still vote.',
    ],
    [
      'after closing',
      '2026-11-04T01:00:00Z',
      'Closed at 7 pm',
      'In line by 7 pm? Stay in line. You can still vote.',
    ],
    ['the day before', '2026-11-02T15:00:00Z', 'Opens at 7 am on Tuesday, November 3', null],
    ['two weeks ahead, the hours alone say it', '2026-10-20T15:00:00Z', null, null],
  ])('%s', (_, now, openLine, inLine) => {
    expect(at(now)).toMatchObject({ inLine, places: [{ openLine }] });
  });

  it('does not say "vote here" after closing', () => {
    expect(at('2026-11-04T01:00:00Z').headline).toBe('Your polling place closed at 7 pm');
  });
});

describe('several places', () => {
  const two = [aPlace({ id: 'b', city: 'ZION' }), aPlace({ id: 'a', city: 'Sandbox', name: 'GYM' })];

  it('are told by town, the voter’s own first', () => {
    const other = aPlace({ id: 'c', city: 'ALMA' });
    expect(english(withPlaces('anyPlace', [other, ...two]))).toMatchObject({
      places: [{ id: 'a' }, { id: 'c' }, { id: 'b' }],
    });
  });

  it.each(['anyPlace', 'found'] as const)('of %s are said to be closed once all are', (kind) => {
    const places = two.map((place, index) => ({ ...place, party: ['Blue', 'Red'][index] ?? '' }));
    const view = english(withPlaces(kind, places), new Date('2026-11-04T01:30:00Z'));
    expect(view.headline).toBe('These polling places closed at 7 pm');
    expect(view).toMatchObject({ inLine: 'In line by 7 pm? Stay in line. You can still vote.' });
  });

  it('are not said to be closed while one may be open, and no line is promised for all', () => {
    const later = aPlace({ id: 'c', hours: someHours(aSchedule({ endTime: '20:00' })) });
    const view = english(withPlaces('anyPlace', [...two, later]), new Date('2026-11-04T01:30:00Z'));
    expect(view.headline).toContain('You can vote at any of these places');
    expect(view).toMatchObject({ inLine: null });
  });

  it('by party without a known election name no day, and never "any of these"', () => {
    const places = two.map((place, index) => ({ ...place, party: ['Blue', 'Red'][index] ?? '' }));
    const view = english(withPlaces('found', places, { election: null }));
    expect(view.headline).toBe('If you are registered at this address, vote at one of these places');
  });
});

describe('over', () => {
  it('is noticed by a page left open past midnight', () => {
    const outcome = withPlaces('found', [aPlace()]);
    expect(english(outcome, new Date('2026-11-04T05:59:00Z')).layout).toBe('places');
    expect(english(outcome, new Date('2026-11-04T06:00:00Z')).layout).toBe('over');
  });

  const over = { id: 'e1', name: 'General Election', date: '2026-11-03', over: true };

  it.each(['found', 'anyPlace', 'byMail', 'conflict'] as const)(
    'is said first for %s, the place behind',
    (kind) => {
      const view = english(
        withPlaces(kind, [aPlace()], { election: over }),
        new Date('2026-11-04T12:00:00Z'),
      );
      expect(view).toMatchObject({
        layout: 'over',
        headline: 'Voting for this election ended on Tuesday, November 3',
        places: [{ name: 'LAKESIDE LIBRARY', openLine: null, directionsLink: null }],
      });
    },
  );

  it('keeps the place out while "Do you live in …?" is unanswered', () => {
    const confirmLocality = { id: 'l1', name: 'Adams County' };
    expect(english(withPlaces('found', [aPlace()], { election: over, confirmLocality }))).toMatchObject({
      layout: 'over',
      places: [],
    });
  });

  it.each([
    ['choose', aChoice(false, { election: over })],
    ['missing', missing('numberUnknown', { election: over })],
    [
      'noElection',
      {
        ...missing('numberUnknown'),
        kind: 'noElection',
        election: over,
        nextElection: null,
      } as LookupOutcome,
    ],
  ])('is said first for %s too', (_, outcome) => {
    expect(english(outcome).paragraphs[0]).toEqual([
      'Voting for this election ended on Tuesday, November 3.',
    ]);
  });
});

describe('questions', () => {
  it.each([
    [false, 'Which one is yours?'],
    [true, 'We could not find that street. Is it one of these?'],
  ])('choose (did you mean: %s) shows no place', (didYouMean, headline) => {
    const view = english(aChoice(didYouMean));
    expect(view.headline).toBe(headline);
    expect(allTexts(view).filter((text) => /SECRET|HIDDEN/.test(text))).toEqual([]);
    expect(view).toMatchObject({
      layout: 'choose',
      choices: [
        { text: '112 N LAKE ST', detail: 'SANDBOX, MS 00001', ask: '112 N LAKE ST, SANDBOX, MS 00001' },
        { text: '112 S LAKE ST, # 4B', ask: '112 S LAKE ST, # 4B, SANDBOX, MS 00002' },
      ],
      noneOfThese: 'None of these',
    });
  });

  it.each([
    [true, 'We could not find that street. Is it this one?'],
    [false, 'Is this your address?'],
  ])('of a single candidate (did you mean: %s) ask for a yes or no', (didYouMean, headline) => {
    const view = english(
      aChoice(didYouMean, { candidates: someCandidates().slice(0, 1) } as Partial<LookupOutcome>),
    );
    expect(view).toMatchObject({ headline, noneOfThese: 'No, it is another address' });
  });

  it('"None of these" leads to the phone', () => {
    const view = english(aChoice(true));
    if (view.layout !== 'choose') throw new Error(view.layout);
    expect(allTexts(view.ifNone.paragraphs)).toContain(tel);
    expect(view.ifNone.paragraphs.map(plainText).join(' ')).toContain('does not mean you are not registered');
  });

  it('asks "Do you live in …?" before it shows a place, and shows it after a yes', () => {
    const outcome = withPlaces('found', [aPlace()], { confirmLocality: { id: 'l1', name: 'Adams County' } });
    const view = english(outcome);
    expect(view).toMatchObject({
      layout: 'confirm',
      headline: 'Do you live in Adams County?',
      yes: 'Yes',
      no: 'No, I do not live in Adams County',
    });
    expect(allTexts(view).filter((text) => /LIBRARY|RIVER/.test(text))).toEqual([]);
    expect(english(confirmed(outcome))).toMatchObject({
      layout: 'places',
      places: [{ name: 'LAKESIDE LIBRARY' }],
    });
  });

  it('keeps notices, which name places, out of questions', () => {
    const notices = [aNotice('moved')];
    const confirmLocality = { id: 'l1', name: 'Adams County' };
    expect(english(aChoice(false, { notices })).notices).toEqual([]);
    expect(english(withPlaces('found', [aPlace()], { notices, confirmLocality })).notices).toEqual([]);
  });
});

describe('conflict', () => {
  it('shows both places where two offices use the same id', () => {
    const view = english(withPlaces('conflict', [aPlace(), aPlace({ line1: '1 MAIN ST' })]));
    expect(view.layout === 'places' && view.places).toHaveLength(2);
  });

  it('says that the list disagrees with itself, and to call before going', () => {
    const view = english(withPlaces('conflict', [aPlace(), aPlace({ id: 'pl2', line1: '1 MAIN ST' })]));
    expect(view.headline).toBe('The election office’s list shows two places for this address');
    expect(plainText(view.paragraphs[0] ?? [])).toBe(
      'Please call (601) 555-0100 before you go. Have your address ready.',
    );
    expect(view).toMatchObject({
      isPhoneFirst: true,
      places: [
        { id: 'pl1', directionsLink: null },
        { id: 'pl2', directionsLink: null },
      ],
    });
  });

  it('asks to call the office where no number is known', () => {
    const view = english(
      withPlaces('conflict', [aPlace(), aPlace({ id: 'pl2' }), aPlace({ id: 'pl3' })], { offices: [] }),
    );
    expect(view.headline).toContain('shows 3 places');
    expect(plainText(view.paragraphs[0] ?? [])).toContain('Please call your election office before you go.');
    expect(view.links[0]?.href).toBe('https://www.usa.gov/state-election-office');
  });

  it.each<[string, LookupOutcome]>([
    ['the only place', withPlaces('found', [aPlace({ line1: ' ' })])],
    [
      'one of several',
      withPlaces('anyPlace', [aPlace(), aPlace({ id: 'pl2', name: 'TOWN HALL', line1: '' })]),
    ],
  ])('asks to call before one goes where %s has no street address', (_, outcome) => {
    const said = english(outcome).paragraphs.map(plainText).join(' ');
    expect(said).toContain(
      'A street address is missing on the list. Please call (601) 555-0100 before you go.',
    );
  });
});

describe('byMail', () => {
  it('shows where help in person is, under a heading of its own', () => {
    const view = english(withPlaces('byMail', [aPlace()]));
    expect(view.headline).toBe('People at this address vote by mail');
    expect(view).toMatchObject({
      placesHeading: 'You can get help in person here:',
      places: [{ id: 'pl1' }],
    });
  });

  it('names the phone where no such place is known', () => {
    const view = english(withPlaces('byMail', []));
    expect(view.paragraphs.map(plainText)).toContain(
      'If your ballot did not come, please call (601) 555-0100.',
    );
    expect(view).toMatchObject({ placesHeading: null, places: [] });
  });
});

describe('missing', () => {
  it.each([
    ['numberUnknown', 'We know LAKE ST, but not number 112'],
    ['streetUnknown', 'We could not find that street in ZIP 00001'],
    ['zipUnknown', 'We do not have ZIP 00001 on our list'],
    ['streetsNotLoaded', 'We can’t look up this address yet'],
  ] as const)('%s', (reason, headline) => {
    const view = english(missing(reason));
    expect(view.headline).toBe(headline);
    expect(allTexts(view.paragraphs)).toContain(tel);
    expect(view.paragraphs.map(plainText)).toContain('This does not mean you are not registered.');
    expect(view.ways.map(({ way }) => way)).toContain('knowPrecinct');
  });

  it('says which numbers the street has', () => {
    const ranges = [
      { start: 1, end: 999999, oddEvenBoth: 'both' },
      { start: 101, end: 199, oddEvenBoth: 'odd' },
    ] as const;
    expect(english(missing('numberUnknown', { ranges }))).toMatchObject({
      lists: [{ heading: 'Numbers we have for LAKE ST', items: ['all numbers', '101 to 199, odd numbers'] }],
    });
  });

  it('names a likely place only beside a phone number', () => {
    expect(english(missing('numberUnknown', { likely: [aPlace()] }))).toMatchObject({
      likely: {
        heading: 'This may be your place, but we are not sure',
        places: [
          { name: 'LAKESIDE LIBRARY', hours: null, openLine: null, directionsLink: null, latLng: null },
        ],
      },
    });
    const noPhone = english(
      missing('numberUnknown', { likely: [aPlace()], offices: [anOffice({ phone: null })] }),
    );
    expect(noPhone).toMatchObject({ likely: null });
    expect(allTexts(noPhone).filter((text) => text.includes('LIBRARY'))).toEqual([]);
  });

  it('lists the streets that there are', () => {
    expect(english(missing('streetUnknown', { streets: ['ELM ST', 'LAKE ST'] }))).toMatchObject({
      lists: [
        { heading: 'Some streets we have in ZIP 00001', isFolded: false, items: ['ELM ST', 'LAKE ST'] },
      ],
    });
  });
});

describe('a long list', () => {
  it('is folded, so that what to do next stays in sight', () => {
    const streets = Array.from({ length: 300 }, (_, index) => `${index + 1}TH ST`);
    expect(english(missing('streetUnknown', { streets }))).toMatchObject({ lists: [{ isFolded: true }] });
  });
});

describe('notCovered', () => {
  const elsewhere = (county: string | null, state: string): LookupOutcome => {
    const { kind: _, ...common } = withPlaces('found', []);
    return {
      ...common,
      kind: 'notCovered',
      covers: ['Sandbox County', 'Drill Harbor'],
      coveredBy: { county, state },
    } as LookupOutcome;
  };

  it.each([
    ['Hinds County', 'MS', 'That ZIP is in Hinds County, Mississippi.'],
    [null, 'DC', 'That ZIP is in the District of Columbia.'],
    [null, 'ZZ', 'That ZIP is in ZZ.'],
  ])('%s, %s', (county, state, text) => {
    const view = english(elsewhere(county, state));
    expect(view.headline).toBe('ZIP 00001 is somewhere else');
    expect(view.paragraphs.map(plainText)).toEqual([
      'This site covers Sandbox County and Drill Harbor.',
      text,
    ]);
    expect(view.links.map(({ href }) => href)).toContain(
      'https://www.nass.org/can-i-vote/find-your-polling-place',
    );
  });

  it('names whom the site covers, and does not send the voter to an office that is not theirs', () => {
    expect(english(elsewhere(null, 'DC'))).toMatchObject({
      offices: [],
      officesSummary: null,
      reportLine: null,
    });
  });
});

describe('unreadable', () => {
  it.each([
    ['noHouseNumber', 'Please add your house number, like this: 112 Lake Street, 00001'],
    ['noZipOrTown', 'Please add your ZIP code or town, like this: 112 Lake Street, 00001'],
    ['poBox', 'You vote where you live, not where you get mail'],
    ['ruralRoute', 'You vote where you live, not where you get mail'],
  ] as const)('%s', (reason, headline) => {
    expect(english(unreadable(reason)).headline).toBe(headline);
  });

  it.each(['poBox', 'ruralRoute', 'noHouseNumber'] as const)(
    '%s offers the way without a street address',
    (reason) => {
      expect(english(unreadable(reason)).ways.map(({ way }) => way)).toContain('noStreetAddress');
    },
  );
});

describe('cannotCheck', () => {
  it.each(['unreachable', 'notVerified', 'rolledBack', 'unsupported'] as const)(
    '%s is our fault',
    (reason) => {
      const view = english(cannotCheck(reason));
      expect(view.headline).toBe('We can’t check right now');
      expect(plainText(view.paragraphs[0] ?? [])).toBe(
        'This is a problem on our side. It does not mean you are not registered.',
      );
      expect(view).toMatchObject({ tone: 'ours', isPhoneFirst: true });
      expect(view.ways.map(({ way }) => way)).toContain('allPlaces');
    },
  );

  it('says whom to call where nothing is loaded', () => {
    const view = english(cannotCheck('unreachable', { offices: [] }));
    expect(view.isPhoneFirst).toBe(false);
    expect(view.paragraphs.map(plainText)).toContain(
      'Please call your election office to ask where you vote.',
    );
    expect(view.links.map(({ href }) => href)).toEqual([
      '/en/phones/',
      'https://www.usa.gov/state-election-office',
    ]);
  });
});

describe('offices', () => {
  const another = anOffice({ id: 'ms-town', name: 'Sandbox Town', phone: '(601) 555-0150' });

  it('with different phones are listed, and no sentence picks one of them', () => {
    const view = english(missing('zipUnknown', { offices: [anOffice(), another] }));
    expect(view.paragraphs.map(plainText)).toContain(
      'Please call your election office to ask where you vote.',
    );
    expect(view).toMatchObject({ isPhoneFirst: true, officesSummary: null });
    expect(view.offices.map((office) => office.name)).toEqual(['Sandbox County', 'Sandbox Town']);
  });

  it('with one phone between them count as one', () => {
    const view = english(
      missing('zipUnknown', { offices: [anOffice(), anOffice({ id: 'x', phone: '6015550100' })] }),
    );
    expect(view.paragraphs.map(plainText)).toContain('Please call (601) 555-0100 to ask where you vote.');
  });

  it('of a whole state are folded away', () => {
    const offices = Array.from({ length: 82 }, (_, index) =>
      anOffice({ id: `o${index}`, phone: `601-555-01${10 + index}` }),
    );
    const view = english(cannotCheck('unreachable', { offices }));
    expect(view).toMatchObject({ isPhoneFirst: false, officesSummary: 'Phones of 82 election offices' });
    expect(view.offices).toHaveLength(82);
    expect(view.links).toHaveLength(2);
  });
});

describe('times and days', () => {
  it('that belong to no place are told in the reader’s zone', () => {
    const view = viewOutcome(missing('zipUnknown'), en, noonOnElectionDay, 'America/Denver');
    expect(view.asOfLine?.text).toBe('List as of Tuesday, November 3, 10:50 am');
    expect(english(missing('zipUnknown')).asOfLine?.text).toBe('List as of Tuesday, November 3, 5:50 pm UTC');
  });

  it('in another year name it', () => {
    expect(english(withPlaces('found', [aPlace()]), new Date('2025-12-01T12:00:00Z')).headline).toBe(
      'If you are registered at this address, vote here on Tuesday, November 3, 2026',
    );
  });
});
