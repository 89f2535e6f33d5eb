// Owns the list of everything the voter side can say, as a type: one language is one value of it.
// Knows no language. Plain data only (no functions), so that a catalogue can be sent to the browser alone.

import type { DataMessages, EmbedMessages } from './elsewhere-messages';
import type { Plural, Text } from './format';
import type { ForgetMessages, SavedCountyMessages, SavedPlaceMessages } from './kept-messages';
import type {
  AccessMessages,
  KeepMessages,
  NearbyMessages,
  ReportMessages,
  SiteMessages,
} from './place-messages';
import type { PlainMessages } from './plain-messages';
import type { StatusMessages } from './status-messages';

/** A heading with its text below. */
export interface Passage {
  readonly heading: string;
  readonly text: string;
}

/** Every text of the voter side in one language: its whole file. `{places}` are filled by `format`. */
export interface Catalogue {
  /** BCP 47 tag: `en`, `es`. Also decides dates, numbers and plurals. */
  readonly tag: string;
  readonly shell: ShellMessages;
  readonly ladder: LadderMessages;
  readonly phones: PhonesMessages;
  readonly form: FormMessages;
  readonly suggest: SuggestMessages;
  readonly waysIn: WaysInMessages;
  readonly practice: PracticeMessages;
  readonly outcome: OutcomeMessages;
  readonly result: ResultMessages;
  readonly hours: HoursMessages;
  readonly notice: NoticeMessages;
  readonly access: AccessMessages;
  readonly sites: SiteMessages;
  readonly keep: KeepMessages;
  readonly nearby: NearbyMessages;
  readonly report: ReportMessages;
  readonly map: MapMessages;
  readonly print: PrintMessages;
  readonly office: OfficeMessages;
  readonly embed: EmbedMessages;
  readonly data: DataMessages;
  readonly status: StatusMessages;
  readonly savedCounty: SavedCountyMessages;
  readonly savedPlace: SavedPlaceMessages;
  readonly forget: ForgetMessages;
  readonly plain: PlainMessages;
  readonly errors: ErrorMessages;
  /** Postal code of a state or territory -> how it is named in a sentence. */
  readonly states: Readonly<Record<string, string>>;
}

/** Which groups, or which texts of a group, each part of a page carries: a voter waits for no text that the answer
 *  does not need. What stands in neither is said by pages that are drawn while the site is built. */
const IN_PAGE = {
  tag: 'whole',
  shell: 'whole',
  ladder: 'whole',
  form: 'whole',
  suggest: 'whole',
  outcome: 'whole',
  result: 'whole',
  hours: 'whole',
  notice: 'whole',
  access: 'whole',
  print: 'whole',
  waysIn: ['heading', 'noZip', 'townLabel', 'noStreetAddress', 'knowPrecinct', 'saveCounty', 'allPlaces'],
  practice: ['marker', 'banner', 'listLink'],
  office: ['heading', 'noPhone', 'many', 'extension', 'relay', 'confirm'],
  phones: ['link'],
  plain: ['fromMainPage', 'zipSubmit', 'rangeUp', 'rangeUpOdd', 'rangeUpEven'],
} as const satisfies Division;

const AFTER_ANSWER = {
  waysIn: 'whole',
  practice: 'whole',
  office: 'whole',
  sites: 'whole',
  keep: 'whole',
  nearby: 'whole',
  report: 'whole',
  map: 'whole',
  savedCounty: 'whole',
  savedPlace: 'whole',
  states: 'whole',
} as const satisfies Division;

type Division = { readonly [Group in keyof Catalogue]?: 'whole' | readonly (keyof Catalogue[Group])[] };

type Part<Of extends Division> = {
  readonly [Group in keyof Of & keyof Catalogue]: Of[Group] extends readonly (infer Name)[]
    ? Pick<Catalogue[Group], Name & keyof Catalogue[Group]>
    : Catalogue[Group];
};

/** What a voter's page carries: all that an answer may need. */
export type Messages = Part<typeof IN_PAGE> & Partial<Pick<Catalogue, 'states'>>;

/** What is fetched after the answer, with the script that says it. */
export type LaterMessages = Part<typeof AFTER_ANSWER>;

/** Both. */
export type AllMessages = Omit<Messages, keyof LaterMessages> & LaterMessages;

/** The texts that stand in a voter's page. */
export function forPage(catalogue: Catalogue): Messages {
  return partOf(catalogue, IN_PAGE);
}

/** The texts for after the answer. */
export function forLater(catalogue: Catalogue): LaterMessages {
  return partOf(catalogue, AFTER_ANSWER);
}

function partOf<Of extends Division>(catalogue: Catalogue, division: Of): Part<Of> {
  const groups = Object.entries(division).map(([name, texts]) => {
    const group: object | string = catalogue[name as keyof Catalogue];
    const isNamed = ([text]: [string, unknown]) => texts.includes(text as never);
    return [name, texts === 'whole' ? group : Object.fromEntries(Object.entries(group).filter(isNamed))];
  });
  return Object.fromEntries(groups);
}

/** The frame around every page. */
export interface ShellMessages {
  readonly title: string;
  readonly description: string;
  readonly skipToContent: string;
  readonly languageLabel: string;
  readonly election: Text<'name' | 'date'>;
  readonly noElection: string;
  readonly loading: string;
  readonly notLoaded: string;
  readonly noScriptHeading: string;
  readonly noScriptText: string;
  readonly footerNote: string;
  readonly footerPrivacy: string;
  readonly backToSearch: string;
}

/** Where the list came from and how old it is: one line under the top bar, where it is not fresh from this site. */
export interface LadderMessages {
  readonly offline: Text<'time'>;
  readonly secondSite: Text<'time'>;
  readonly notConfirmed: Text<'time'>;
  readonly fromDevice: Text<'time'>;
  readonly cameWithPage: Text<'time'>;
  /** Added to any of them. */
  readonly old: string;
  /** Beside the place itself. */
  readonly notChecked: Text<'time' | 'call'>;
}

/** The page of every office's phone number. */
export interface PhonesMessages {
  readonly title: string;
  readonly intro: string;
  readonly asOf: Text<'date'>;
  readonly none: string;
  readonly link: string;
}

/** The address box. */
export interface FormMessages {
  readonly addressLabel: string;
  readonly addressHint: string;
  /** What stands in the example; can never be a real address. */
  readonly addressExample: string;
  readonly zipLabel: string;
  readonly zipHint: string;
  readonly zipNeeded: string;
  readonly zipInvalid: string;
  readonly submit: string;
  readonly checking: string;
  readonly whyHeading: string;
  readonly whyText: string;
  readonly privacy: string;
  readonly searchAgain: string;
}

/** Street suggestions (WAI-ARIA combobox). */
export interface SuggestMessages {
  readonly listLabel: string;
  readonly count: Plural;
  readonly none: string;
  readonly picked: Text<'street'>;
}

/** The ways to an answer other than a whole address. */
export interface WaysInMessages {
  readonly heading: string;
  readonly close: string;
  readonly noZip: string;
  readonly noZipIntro: string;
  readonly countyLabel: string;
  readonly townLabel: string;
  readonly pick: string;
  readonly useTown: string;
  readonly townZips: Text<'town'>;
  readonly noStreetAddress: string;
  readonly noStreetAddressIntro: string;
  readonly noStreetAddressGroups: readonly Passage[];
  readonly knowPrecinct: string;
  readonly knowPrecinctIntro: string;
  readonly precinctLabel: string;
  readonly precinctHint: string;
  readonly precinctSubmit: string;
  readonly precinctNeeded: string;
  readonly precinctUnknown: Text<'precinct'>;
  readonly precinctPlace: Text<'precinct'>;
  readonly saveCounty: string;
  readonly allPlaces: string;
  readonly allPlacesIntro: string;
  readonly allPlacesCount: Plural;
  readonly allPlacesFilter: string;
}

/** What marks practice data everywhere, so that nobody takes it for real. */
export interface PracticeMessages {
  readonly marker: string;
  readonly banner: string;
  readonly listLink: string;
  readonly listHeading: string;
  readonly listIntro: string;
  readonly tryThis: Text<'address'>;
}

/** Headlines and leads of every outcome. */
export interface OutcomeMessages {
  readonly found: Text<'date'>;
  readonly foundNoDate: string;
  readonly foundParty: Text<'date'>;
  readonly foundPartyNoDate: string;
  readonly foundPartyLead: string;
  readonly foundClosed: Text<'time'>;
  readonly placesClosed: Text<'time'>;
  readonly foundPlaceClosed: string;
  readonly foundWithoutPlace: string;
  readonly foundWithoutPlaceLead: Text<'call'>;
  readonly placeWithoutAddress: Text<'call'>;
  readonly anyPlace: Text<'date'>;
  readonly anyPlaceNoDate: string;
  readonly anyPlaceLead: string;
  readonly byMail: string;
  readonly byMailLead: string;
  readonly byMailPlaces: string;
  readonly byMailNoPlaces: Text<'call'>;
  readonly noElection: string;
  readonly noElectionNamed: Text<'name' | 'date'>;
  readonly noElectionNext: Text<'name' | 'date'>;
  readonly noElectionNoNext: string;
  readonly choose: string;
  readonly chooseLead: string;
  readonly chooseOne: string;
  readonly chooseOneLead: string;
  readonly didYouMean: string;
  readonly didYouMeanOne: string;
  readonly didYouMeanLead: string;
  readonly chooseLegend: string;
  readonly noneOfThese: string;
  readonly notThisOne: string;
  readonly noneOfTheseHeadline: string;
  readonly noneOfTheseLead: Text<'call'>;
  readonly conflictTwo: string;
  readonly conflictMany: Text<'count'>;
  readonly conflictLead: Text<'call'>;
  readonly conflictPlaces: string;
  readonly numberUnknown: Text<'street' | 'number'>;
  readonly numberUnknownNoStreet: string;
  readonly numberUnknownWhy: string;
  readonly rangesHeading: Text<'street'>;
  readonly rangeAll: string;
  readonly rangeAllOdd: string;
  readonly rangeAllEven: string;
  readonly rangeOne: Text<'number'>;
  readonly rangeBoth: Text<'start' | 'end'>;
  readonly rangeOdd: Text<'start' | 'end'>;
  readonly rangeEven: Text<'start' | 'end'>;
  readonly likelyHeading: string;
  readonly likelyLead: Text<'call'>;
  readonly streetUnknown: Text<'zip'>;
  readonly streetUnknownNoZip: string;
  readonly streetUnknownWhy: string;
  readonly streetsHeading: Text<'zip'>;
  readonly streetsHeadingNoZip: string;
  readonly zipUnknown: Text<'zip'>;
  readonly zipUnknownNoZip: string;
  readonly zipUnknownWhy: string;
  readonly streetsNotLoaded: string;
  readonly streetsNotLoadedWhy: string;
  readonly notNotRegistered: string;
  readonly notCovered: Text<'zip'>;
  readonly notCoveredNoZip: string;
  readonly notCoveredSite: Text<'places'>;
  readonly notCoveredBy: Text<'county'>;
  readonly notCoveredState: Text<'state'>;
  readonly nationalLookup: string;
  readonly nationalOffices: string;
  readonly unreadable: {
    readonly empty: Text<'example'>;
    readonly noHouseNumber: Text<'example'>;
    readonly noStreet: Text<'example'>;
    readonly noZipOrTown: Text<'example'>;
    readonly poBox: string;
    readonly poBoxLead: Text<'example'>;
    readonly ruralRoute: string;
    readonly ruralRouteLead: Text<'example'>;
    readonly tooLong: Text<'example'>;
  };
  readonly cannotCheck: string;
  readonly cannotCheckOurs: string;
  readonly cannotCheckNotRegistered: string;
  readonly cannotCheckReason: {
    readonly unreachable: string;
    readonly notVerified: string;
    readonly rolledBack: string;
    readonly unsupported: string;
  };
  readonly confirmLocality: Text<'locality'>;
  readonly confirmLocalityWhy: string;
  readonly confirmYes: string;
  readonly confirmNo: Text<'locality'>;
  readonly confirmNoHeadline: Text<'locality'>;
  readonly confirmNoLead: string;
  readonly over: Text<'date'>;
  readonly overShowPlaces: string;
  readonly overPlacesLead: string;
  /** Whom to call, put where a sentence says `{call}`. */
  readonly callNumber: Text<'phone'>;
  readonly callWithoutNumber: string;
  readonly beforeYouGo: Text<'call'>;
  readonly askWhere: Text<'call'>;
}

/** Labels on the result. */
export interface ResultMessages {
  readonly address: string;
  readonly hours: string;
  readonly directions: string;
  readonly directionsTo: Text<'place'>;
  readonly directionsFromOffice: string;
  readonly election: Text<'name' | 'date'>;
  readonly party: Text<'party'>;
  readonly precinct: Text<'precinct'>;
  readonly registrationCheck: string;
  readonly asOf: Text<'time'>;
  readonly lastConfirmed: Text<'time'>;
  readonly source: Text<'office'>;
  readonly reportProblem: Text<'call'>;
  readonly movedHere: string;
  readonly itWas: Text<'place'>;
  readonly placeClosed: string;
  readonly understood: Text<'address'>;
  readonly nextSteps: string;
  readonly tryAgain: string;
  readonly editAddress: string;
}

/** Opening hours. Times are built from these, dates by Intl. */
export interface HoursMessages {
  /** `12` writes 7 pm, `24` writes 19:00. */
  readonly clock: '12' | '24';
  readonly am: Text<'time'>;
  readonly pm: Text<'time'>;
  /** How a clock time stands in a sentence: Spanish says "la 1 p. m." but "las 7 p. m.". */
  readonly exact: { readonly atOne: Text<'time'>; readonly atOthers: Text<'time'> };
  /** A day: its name and its date. */
  readonly day: Text<'weekday' | 'date'>;
  /** A moment: date and time of day together. */
  readonly moment: Text<'date' | 'time'>;
  readonly noon: string;
  readonly midnight: string;
  readonly span: Text<'from' | 'to'>;
  readonly dates: Text<'from' | 'to'>;
  readonly dayHeader: string;
  readonly hoursHeader: string;
  readonly undated: string;
  readonly byAppointment: Text<'hours'>;
  readonly openUntil: Text<'time'>;
  readonly appointmentUntil: Text<'time'>;
  readonly opensToday: Text<'time'>;
  readonly opensOn: Text<'time' | 'date'>;
  readonly closedToday: Text<'time'>;
  readonly closedAndOpens: Text<'time' | 'next'>;
  readonly closed: string;
  readonly unknown: string;
  readonly changed: string;
  readonly inLine: Text<'time'>;
}

/** Late changes. */
export interface NoticeMessages {
  readonly moved: string;
  readonly closed: string;
  readonly hours: string;
  readonly callFirst: string;
  readonly forAll: string;
  readonly period: Text<'from' | 'until'>;
  /** The last day is part of it: a change until midnight reads as one through the day before. */
  readonly throughDay: Text<'from' | 'last'>;
  readonly oneDay: Text<'date'>;
  readonly from: Text<'office'>;
}

/** The map below the answer. */
export interface MapMessages {
  readonly heading: string;
  readonly label: Text<'place'>;
  readonly textEquivalent: Text<'place' | 'address'>;
  readonly show: string;
  readonly loading: string;
  readonly failed: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly outline: string;
}

/** The printed page. */
export interface PrintMessages {
  readonly action: string;
}

/** The election office's block. */
export interface OfficeMessages {
  readonly heading: string;
  readonly noPhone: string;
  readonly many: Plural;
  readonly whatToBring: string;
  readonly hours: Text<'hours'>;
  readonly languages: Text<'languages'>;
  readonly website: Text<'office'>;
  readonly registrationCheck: string;
  readonly extension: Text<'number'>;
  readonly relay: string;
  readonly confirm: string;
}

/** Bugs. Every voter downloads these in all languages, whatever the page: nothing else belongs here. */
export interface BugMessages {
  readonly bugHeading: string;
  readonly bugText: string;
  readonly home: string;
  readonly phones: string;
}

/** Pages that are not there, and bugs. */
export interface ErrorMessages extends BugMessages {
  readonly notFoundHeading: string;
  readonly notFoundText: string;
}
