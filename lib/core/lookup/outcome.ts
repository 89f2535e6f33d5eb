// Owns the shape of an answer. The words for it live in lib/messages, its looks in lib/view.
// These shapes are a public contract (docs/cli.md): add to them, never change them.

import type { Accessibility, HoursOpen, IsoDate, LatLng } from '../vip';

/** What we took the typed text to mean. For an answer the street is spelt as the office spells it. */
export interface Understood {
  readonly houseNumber: string | null;
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  /** The town that was typed, where the street's is another one, or has none and the ZIP none of that name. */
  readonly otherTown?: string;
}

export interface PlaceAnswer {
  readonly id: string;
  readonly name: string;
  readonly line1: string;
  readonly line2?: string;
  readonly line3?: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly latLng: LatLng | null;
  readonly party?: string;
  readonly directions?: string;
  /** Which door to take, in the office's words. */
  readonly entrance?: string;
  readonly accessibility?: Accessibility;
  readonly hours?: HoursOpen;
  /** IANA zone, or null where nobody knows it: then "open now" is not said. */
  readonly timeZone: string | null;
}

export interface PrecinctAnswer {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly locality: string;
}

/** Where to vote before election day, or to leave a ballot. Never an answer to "where do I vote on election day". */
export interface VotingSite {
  readonly kind: 'earlyVoting' | 'dropBox';
  readonly electionId: string;
  readonly place: PlaceAnswer;
  /** Serves these precincts only; missing: all of the locality. */
  readonly precincts?: readonly string[];
  /** First and last day, where the hours are words that do not say it. */
  readonly startDate?: IsoDate;
  readonly endDate?: IsoDate;
}

/** Phone is null only where an office has given none; pages then show the state's. */
export interface OfficeAnswer {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

/** "Do you live in Adams County?": the question to ask before the place is shown. */
export interface ConfirmLocality {
  readonly id: string;
  readonly name: string;
}

export interface ElectionAnswer {
  readonly id: string;
  readonly name: string;
  readonly date: IsoDate;
  /** True from the local midnight that ends election day, in the place's zone. */
  readonly over: boolean;
}

/** A late change. It comes with the pointer and outranks every shard. */
export interface Notice {
  readonly id: string;
  readonly officeId: string;
  readonly kind: 'moved' | 'closed' | 'hours' | 'callFirst';
  /** [] for a notice to all: docs/format/v1.md §2.3. It is part of no answer. */
  readonly pollingLocationIds: readonly string[];
  readonly from: string;
  readonly until: string;
  /** Language tag -> text, written and approved by the office. */
  readonly text: Readonly<Record<string, string>>;
  /** For `moved` and `closed`: where to go instead. For `hours`: the same place with its new hours. */
  readonly newPlace: PlaceAnswer | null;
}

export interface Candidate {
  readonly street: string;
  readonly unit: string | null;
  readonly city: string;
  /** The ZIP the street lies in: what a page needs to ask again with this candidate. */
  readonly zip: string;
  readonly pollingLocations: readonly PlaceAnswer[];
}

interface Common {
  readonly understood: Understood;
  readonly pollingLocations: readonly PlaceAnswer[];
  readonly precincts: readonly PrecinctAnswer[];
  readonly offices: readonly OfficeAnswer[];
  readonly confirmLocality: ConfirmLocality | null;
  readonly election: ElectionAnswer | null;
  readonly notices: readonly Notice[];
  /** When the office host last confirmed this data (ISO 8601, UTC); null where nothing could be read. */
  readonly asOf: string | null;
  readonly sequence: number | null;
}

export type MissingReason = 'streetUnknown' | 'numberUnknown' | 'zipUnknown' | 'streetsNotLoaded';
export type UnreadableReason =
  | 'empty'
  | 'noHouseNumber'
  | 'noStreet'
  | 'noZipOrTown'
  | 'poBox'
  | 'ruralRoute'
  | 'tooLong';
export type CannotCheckReason = 'unreachable' | 'notVerified' | 'rolledBack' | 'unsupported';

/** Numbers that a known street does have: `{start: 1, end: 999999, oddEvenBoth: 'both'}`. */
export interface NumberRange {
  readonly start: number;
  readonly end: number;
  readonly oddEvenBoth: 'odd' | 'even' | 'both';
}

/** The answers there are, and no others. `pollingLocations` is empty but in the first three and `conflict`. */
export type LookupOutcome =
  | (Common & { readonly kind: 'found' })
  | (Common & { readonly kind: 'anyPlace' })
  | (Common & { readonly kind: 'byMail' })
  | (Common & { readonly kind: 'conflict' })
  | (Common & { readonly kind: 'noElection'; readonly nextElection: ElectionAnswer | null })
  | (Common & {
      readonly kind: 'choose';
      readonly didYouMean: boolean;
      readonly candidates: readonly Candidate[];
    })
  | (Common & {
      readonly kind: 'missing';
      readonly reason: MissingReason;
      readonly likely?: readonly PlaceAnswer[];
      /** With `numberUnknown`: what the street does have. */
      readonly ranges?: readonly NumberRange[];
      /** With `streetUnknown`: at most 40 of the ZIP's streets that start with the typed letter, office spelling, sorted. */
      readonly streets?: readonly string[];
    })
  | (Common & {
      readonly kind: 'notCovered';
      /** The jurisdictions that are covered, by name: `['Adams County']`. */
      readonly covers?: readonly string[];
      readonly coveredBy: { readonly county: string | null; readonly state: string } | null;
    })
  | (Common & { readonly kind: 'unreadable'; readonly reason: UnreadableReason })
  | (Common & { readonly kind: 'cannotCheck'; readonly reason: CannotCheckReason });

export type OutcomeKind = LookupOutcome['kind'];
