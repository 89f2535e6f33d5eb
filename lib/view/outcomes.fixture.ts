// Owns made-up outcomes for tests, one for every kind and reason. All of it is fictional: ZIPs that the
// postal service does not assign, phones from the range kept for fiction.

import type {
  Candidate,
  CannotCheckReason,
  LookupOutcome,
  MissingReason,
  Notice,
  OfficeAnswer,
  PlaceAnswer,
  UnreadableReason,
} from '@/lib/core/lookup/outcome';
import type { HoursOpen, Schedule } from '@/lib/core/vip';

/** Every text in a view, links' addresses included. */
export function allTexts(view: unknown): readonly string[] {
  if (typeof view === 'string') return [view];
  if (view === null || typeof view !== 'object') return [];
  return Object.values(view).flatMap(allTexts);
}

/** Noon on election day in the fixture's zone (Chicago). */
export const noonOnElectionDay = new Date('2026-11-03T18:00:00Z');
/** Two weeks ahead of it. */
export const twoWeeksAhead = new Date('2026-10-20T15:00:00Z');

const common = {
  understood: {
    houseNumber: '112',
    street: 'LAKE ST',
    unit: null,
    city: 'SANDBOX',
    state: 'MS',
    zip: '00001',
  },
  pollingLocations: [],
  precincts: [{ id: 'p1', name: 'Lakeside', number: '07', locality: 'l1' }],
  offices: [anOffice()],
  confirmLocality: null,
  election: { id: 'e1', name: 'General Election', date: '2026-11-03', over: false },
  notices: [],
  asOf: '2026-11-03T17:50:00Z',
  sequence: 12,
} as const;

/** `aSchedule({endTime: '20:00'})`: 7 am to 7 pm on election day. */
export function aSchedule(over: Partial<Schedule> = {}): Schedule {
  return {
    startDate: '2026-11-03',
    endDate: '2026-11-03',
    startTime: '07:00',
    endTime: '19:00',
    utcOffset: null,
    isByAppointment: false,
    ...over,
  };
}

/** Hours of one schedule or several. */
export function someHours(...schedules: readonly Schedule[]): HoursOpen {
  return { schedules: schedules.length === 0 ? [aSchedule()] : schedules, text: null };
}

/** `aPlace({name: 'Old Hall'})`: a polling place in Chicago's zone. */
export function aPlace(over: Partial<PlaceAnswer> = {}): PlaceAnswer {
  return {
    id: 'pl1',
    name: 'LAKESIDE LIBRARY',
    line1: '10 RIVER ST',
    city: 'SANDBOX',
    state: 'MS',
    zip: '00001',
    latLng: [31.5, -91.4],
    timeZone: 'America/Chicago',
    hours: someHours(),
    ...over,
  };
}

/** `anOffice({phone: null})`. */
export function anOffice(over: Partial<OfficeAnswer> = {}): OfficeAnswer {
  return { id: 'ms-sandbox', name: 'Sandbox County', phone: '601-555-0100', ...over };
}

/** A notice on place `pl1` for election day. */
export function aNotice(kind: Notice['kind'], over: Partial<Notice> = {}): Notice {
  return {
    id: `n-${kind}`,
    officeId: 'ms-sandbox',
    kind,
    pollingLocationIds: ['pl1'],
    from: '2026-11-03',
    until: '2026-11-03',
    text: { en: 'A pipe broke.', es: 'Se rompió una tubería.' },
    newPlace: kind === 'moved' ? aPlace({ id: 'pl9', name: 'TOWN HALL', line1: '1 MAIN ST' }) : null,
    ...over,
  };
}

/** An outcome with places: `withPlaces('found', [aPlace()])`. */
export function withPlaces(
  kind: 'found' | 'anyPlace' | 'byMail' | 'conflict',
  pollingLocations: readonly PlaceAnswer[],
  over: Partial<LookupOutcome> = {},
): LookupOutcome {
  return { ...common, kind, pollingLocations, ...over } as LookupOutcome;
}

/** Candidates that lead to a place each, whose name no page may show yet. */
export function someCandidates(): readonly Candidate[] {
  const secret = aPlace({ name: 'SECRET HALL', line1: '99 HIDDEN WAY' });
  return [
    { street: 'N LAKE ST', unit: null, city: 'SANDBOX', zip: '00001', pollingLocations: [secret] },
    { street: 'S LAKE ST', unit: '4B', city: 'SANDBOX', zip: '00002', pollingLocations: [secret] },
  ];
}

/** "Which one is yours?", or near spellings. */
export function aChoice(didYouMean: boolean, over: Partial<LookupOutcome> = {}): LookupOutcome {
  return { ...common, kind: 'choose', didYouMean, candidates: someCandidates(), ...over } as LookupOutcome;
}

/** Not on the list, for a reason. */
export function missing(
  reason: MissingReason,
  over: Partial<Extract<LookupOutcome, { kind: 'missing' }>> = {},
): LookupOutcome {
  return { ...common, kind: 'missing', reason, ...over };
}

/** What was typed is no address. */
export function unreadable(reason: UnreadableReason): LookupOutcome {
  const nothing = { houseNumber: null, street: null, unit: null, city: null, state: null, zip: null };
  return { ...common, kind: 'unreadable', reason, understood: nothing, precincts: [] };
}

/** Our side failed. */
export function cannotCheck(
  reason: CannotCheckReason,
  over: Partial<Extract<LookupOutcome, { kind: 'cannotCheck' }>> = {},
): LookupOutcome {
  return { ...common, kind: 'cannotCheck', reason, election: null, asOf: null, sequence: null, ...over };
}

const missingReasons = ['streetUnknown', 'numberUnknown', 'zipUnknown', 'streetsNotLoaded'] as const;
const unreadableReasons = [
  'empty',
  'noHouseNumber',
  'noStreet',
  'noZipOrTown',
  'poBox',
  'ruralRoute',
  'tooLong',
] as const;
const cannotCheckReasons = ['unreachable', 'notVerified', 'rolledBack', 'unsupported'] as const;

const over = { id: 'e1', name: 'General Election', date: '2026-11-03', over: true } as const;
const parties = [aPlace({ party: 'Blue' }), aPlace({ id: 'pl2', name: 'TOWN HALL', party: 'Red' })];
const two = [aPlace(), aPlace({ id: 'pl2', name: 'TOWN HALL', line1: '1 MAIN ST' })];

/** Every kind of outcome in every shape a page must show, by name. */
export const everyOutcome: readonly (readonly [name: string, outcome: LookupOutcome])[] = [
  ['found', withPlaces('found', [aPlace()])],
  ['found, no election', withPlaces('found', [aPlace()], { election: null })],
  ['found, by party', withPlaces('found', parties)],
  ['found, hours unknown', withPlaces('found', [bare()])],
  ['found, no street address', withPlaces('found', [aPlace({ line1: '' })])],
  ['found, moved', withPlaces('found', [aPlace()], { notices: [aNotice('moved')] })],
  ['found, closed', withPlaces('found', [aPlace()], { notices: [aNotice('closed')] })],
  ['found, new hours', withPlaces('found', [aPlace()], { notices: [aNotice('hours')] })],
  ['found, call first', withPlaces('found', [aPlace()], { notices: [aNotice('callFirst')] })],
  ['found, over', withPlaces('found', [aPlace()], { election: over })],
  [
    'found, to confirm',
    withPlaces('found', [aPlace()], { confirmLocality: { id: 'l1', name: 'Adams County' } }),
  ],
  ['found, no phone', withPlaces('found', [aPlace()], { offices: [anOffice({ phone: null })] })],
  ['any place', withPlaces('anyPlace', two)],
  ['by mail, help in person', withPlaces('byMail', [aPlace()])],
  ['by mail, no help', withPlaces('byMail', [])],
  ['conflict', withPlaces('conflict', two)],
  ['conflict, no phone', withPlaces('conflict', two, { offices: [anOffice({ phone: null })] })],
  ['no election, next known', { ...common, kind: 'noElection', nextElection: { ...over, over: false } }],
  ['no election', { ...common, kind: 'noElection', election: null, nextElection: null }],
  ['choose', aChoice(false)],
  ['did you mean', aChoice(true)],
  ...missingReasons.map((reason) => [`missing, ${reason}`, missing(reason)] as const),
  [
    'missing, number, with ranges and a likely place',
    missing('numberUnknown', { likely: [aPlace()], ranges: ranges() }),
  ],
  ['missing, street, with streets', missing('streetUnknown', { streets: ['ELM ST', 'LAKE ST'] })],
  ['missing, no phone', missing('streetUnknown', { offices: [] })],
  ['not covered', { ...common, kind: 'notCovered', coveredBy: { county: 'Hinds County', state: 'MS' } }],
  ['not covered, state known', { ...common, kind: 'notCovered', coveredBy: { county: null, state: 'OH' } }],
  ['not covered, nothing known', { ...common, kind: 'notCovered', coveredBy: null, offices: [] }],
  ...unreadableReasons.map((reason) => [`unreadable, ${reason}`, unreadable(reason)] as const),
  ...cannotCheckReasons.map((reason) => [`cannot check, ${reason}`, cannotCheck(reason)] as const),
  ['cannot check, no phone', cannotCheck('unreachable', { offices: [] })],
];

function bare(): PlaceAnswer {
  const { hours: _, ...place } = aPlace({ latLng: null, timeZone: null });
  return place;
}

function ranges() {
  return [
    { start: 1, end: 99, oddEvenBoth: 'odd' },
    { start: 1, end: 999999, oddEvenBoth: 'both' },
  ] as const;
}
