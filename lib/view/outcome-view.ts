// Owns the shape of what a person reads: every text final, nothing left for a page to word.
// Knows neither React nor HTML, so that the page and the plain pages cannot disagree.

import type { OutcomeKind } from '@/lib/core/lookup/outcome';
import type { IsoDate, LatLng } from '@/lib/core/vip';

/** `{text: '(601) 555-0100', href: 'tel:+16015550100'}`. */
export interface LinkView {
  readonly text: string;
  readonly href: string;
}

/** A sentence or more, in which some pieces are links. */
export type Paragraph = readonly (string | LinkView)[];

/** Words of an office, with the language they are in (BCP 47), which need not be the page's. */
export interface OfficeText {
  readonly text: string;
  readonly lang: string;
}

/** A text that names a moment or day; `dateTime` is its ISO 8601 form for `<time>`. */
export interface TimeText {
  readonly text: string;
  readonly dateTime: string;
}

/** What is left to do, for the page to bring about: a button each. */
export type Way =
  | 'editAddress'
  | 'tryAgain'
  | 'noZip'
  | 'noStreetAddress'
  | 'knowPrecinct'
  | 'allPlaces'
  | 'saveCounty';

export interface WayView {
  readonly way: Way;
  readonly text: string;
  /** The one thing to do here; all others are quiet. */
  readonly isMain: boolean;
}

/** A late change. It stands above the places' names. */
export interface NoticeView {
  readonly id: string;
  readonly heading: string;
  readonly body: OfficeText;
  readonly period: string | null;
  readonly source: string | null;
}

/** An election office. `phone` is a link, the number as the office wrote it where it cannot be dialled as it
 *  stands, or null where the office gave none: then `noPhone` says so. */
export interface OfficeView {
  readonly id: string;
  readonly name: string;
  readonly phone: LinkView | string | null;
  readonly noPhone: string | null;
}

export interface HoursRow {
  readonly day: string;
  /** ISO date of a single day; null for several days or none. */
  readonly date: IsoDate | null;
  readonly hours: string;
}

/** `rows` from schedules, `text` in the office's own words, `note` where there is nothing to show. */
export type HoursView =
  | {
      readonly kind: 'rows';
      readonly heading: string;
      readonly dayHeader: string;
      readonly hoursHeader: string;
      readonly rows: readonly HoursRow[];
    }
  | { readonly kind: 'text'; readonly heading: string; readonly body: OfficeText }
  | { readonly kind: 'note'; readonly heading: string; readonly text: string };

/** One thing about getting in. `isKnown` false: `value` says that nobody told us, which is not "no". */
export interface AccessFact {
  readonly label: string;
  readonly value: string;
  readonly isKnown: boolean;
}

/** How easy a place is to get into, as far as the office has said. */
export interface AccessView {
  readonly heading: string;
  /** All of them, known or not; empty where nothing at all is known, and then `allUnknown` says so. */
  readonly facts: readonly AccessFact[];
  readonly allUnknown: string | null;
  /** "For deaf or hard of hearing voters: (601) 555-0100". */
  readonly relayLine: Paragraph | null;
  /** "Checked on October 1, 2026", or that the list does not say when. */
  readonly checkedLine: TimeText | string | null;
}

/** A heading with the office's own words below. */
export interface OfficePassage {
  readonly heading: string;
  readonly body: OfficeText;
}

/** When a place takes voters on election day. Instants are ISO 8601 UTC, and null where the hours are in doubt. */
export interface VotingDay {
  readonly date: IsoDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** One polling place as it is shown. */
export interface PlaceView {
  readonly id: string;
  /** Its id, or that of the place it stands in for, in the office's list: its page goes by this one. */
  readonly listedId: string;
  /** Above the name: party, "New place" or "Closed". */
  readonly labels: readonly string[];
  readonly isClosed: boolean;
  /** As the office wrote it, also where that is all capitals: no rule lowers McComb, VFW or AME rightly. */
  readonly name: string;
  readonly addressLines: readonly string[];
  /** "It was: …" after a move. */
  readonly formerLine: string | null;
  /** "Open now until 7 pm"; null where nothing certain can be said. */
  readonly openLine: string | null;
  readonly hours: HoursView | null;
  /** "It was: 7 am to 7 pm", where a late change brought new hours. */
  readonly formerHoursLine: string | null;
  /** Works on every device. A page that knows its device may open the phone's own map with `mapQuery` instead. */
  readonly directionsLink: LinkView | null;
  readonly directionsLabel: string;
  /** The address as one line, for a map; null where there is none, or nowhere to go. */
  readonly mapQuery: string | null;
  readonly officeDirections: OfficePassage | null;
  readonly entrance: OfficePassage | null;
  /** Null where nobody is to set out for it. */
  readonly access: AccessView | null;
  /** For a calendar; null where no election is known, or nobody is to set out for it. */
  readonly votingDay: VotingDay | null;
  /** The town alone, to put places under; '' where the office left it blank. */
  readonly town: string;
  readonly latLng: LatLng | null;
}

/** Where to vote before election day, or to leave a ballot. */
export interface SiteView {
  readonly place: PlaceView;
  /** "Open from … to …", where the hours are words that do not say it. */
  readonly datesLine: string | null;
  readonly notices: readonly NoticeView[];
}

/** The early-voting sites, or the drop boxes, that are still to come or open. Never empty. */
export interface SiteListView {
  readonly kind: 'earlyVoting' | 'dropBox';
  readonly heading: string;
  readonly lead: string;
  readonly sites: readonly SiteView[];
}

/** One candidate. No place: it is not shown until the voter has picked. */
export interface ChoiceView {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
  /** The address to look up when this one is picked. Stays on the device. */
  readonly ask: string;
}

/** What the list does have. `isFolded`: too long to stand in the way of what comes after it. */
export interface ListView {
  readonly heading: string;
  readonly isFolded: boolean;
  readonly items: readonly string[];
}

interface ViewBase {
  readonly outcome: OutcomeKind;
  /** BCP 47 tag of all texts here. */
  readonly lang: string;
  readonly headline: string;
  readonly paragraphs: readonly Paragraph[];
  /** `ours`: the fault is on our side, never shown as the voter's error. */
  readonly tone: 'answer' | 'ask' | 'caution' | 'ours';
  /** What a live region says when the answer arrives. */
  readonly announcement: string;
  readonly electionLine: TimeText | null;
  /** "Answer for 112 S LAKE ST, CAREY OH 43316". On the page only, never in a URL. */
  readonly understoodLine: string | null;
  /** Stands beside the place where late changes could not be looked for; null where the list is fresh. */
  readonly notCheckedLine: Paragraph | null;
  readonly notices: readonly NoticeView[];
  readonly officesHeading: string;
  /** A long list of offices is folded behind this; null for few. */
  readonly officesSummary: string | null;
  readonly offices: readonly OfficeView[];
  /** "The office can confirm your polling place", with an answer. */
  readonly officesNote: string | null;
  /** "Dial 711 first", beside phones. */
  readonly relayLine: string;
  /** The phone is the largest thing on the page. */
  readonly isPhoneFirst: boolean;
  readonly links: readonly LinkView[];
  readonly waysHeading: string;
  readonly ways: readonly WayView[];
  readonly asOfLine: TimeText | null;
  readonly sourceLine: string | null;
  /** What the office asks for on the phone; null where the answer spans several precincts. */
  readonly precinctLine: string | null;
  readonly reportLine: Paragraph | null;
}

/** A place or several, to go to or to ask about. */
export interface PlacesView extends ViewBase {
  readonly layout: 'places';
  readonly inLine: string | null;
  readonly placesHeading: string | null;
  readonly printLabel: string;
  /** Beside the places: where to check that one is registered; null where no place is an answer. */
  readonly registrationLink: LinkView | null;
  readonly places: readonly PlaceView[];
}

/** The election is over: that first, the places behind a control. */
export interface OverView extends ViewBase {
  readonly layout: 'over';
  readonly showLabel: string;
  readonly placesLead: string;
  readonly places: readonly PlaceView[];
}

/** "Do you live in Adams County?" No place before the answer. */
export interface ConfirmView extends ViewBase {
  readonly layout: 'confirm';
  readonly yes: string;
  readonly no: string;
  readonly ifNo: MessageView;
}

/** "Which one is yours?" One tap each, nothing picked beforehand; `noneOfThese` stands last. */
export interface ChooseView extends ViewBase {
  readonly layout: 'choose';
  readonly legend: string;
  readonly choices: readonly ChoiceView[];
  readonly noneOfThese: string;
  readonly ifNone: MessageView;
}

/** No place to show: what we know, and what to do. */
export interface MessageView extends ViewBase {
  readonly layout: 'message';
  readonly lists: readonly ListView[];
  readonly likely: {
    readonly heading: string;
    readonly lead: Paragraph;
    readonly places: readonly PlaceView[];
  } | null;
}

/** What a person reads for an outcome. */
export type OutcomeView = PlacesView | OverView | ConfirmView | ChooseView | MessageView;
