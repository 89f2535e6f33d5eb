// Owns the shape of a comparison: what voters would be told by the live list and by a draft, side by side. Pure shapes,
// all of it JSON. How addresses are counted: docs/adr/0031.

import type { IsoDate, LatLng, OddEvenBoth } from '@/lib/core/vip';

/** What a list says of one polling place, in the words of its office. */
export interface PlaceFacts {
  readonly id: string;
  readonly name: string;
  /** `115 S Pearl St, Natchez, MS 39120`. */
  readonly address: string;
  readonly latLng: LatLng | null;
  /** `7:00 am to 7:00 pm`, or the office's own words; null where it says nothing. */
  readonly hours: string | null;
  readonly kind: 'electionDay' | 'earlyVoting' | 'dropBox';
}

/** `gone`, `new`: it is on one list only. `renamed`, `moved` (another address), `lines` (what stands below the street: a room, an entrance),
 *  `hours`: it is the same place. */
export type PlaceChange = 'gone' | 'new' | 'renamed' | 'moved' | 'lines' | 'hours';

/** One place of either list. `key` names it in this comparison alone. */
export interface ComparedPlace {
  readonly key: string;
  readonly live: PlaceFacts | null;
  readonly draft: PlaceFacts | null;
  readonly changes: readonly PlaceChange[];
  /** Name and address are the same in other letters: `410 Market Street`, `410 MARKET ST`. No change. */
  readonly isRespelt: boolean;
  /** Address ranges that lead to it, alone or among others: rows of the office's own street list. */
  readonly liveRanges: number;
  readonly draftRanges: number;
}

/** What a voter is told. `conflict`: rows of one list contradict each other. `nowhere`: a precinct without a place. */
export interface Destination {
  readonly kind: 'assigned' | 'anyPlace' | 'byMail' | 'none' | 'nowhere' | 'conflict';
  /** `First Baptist Church`, `voting by mail`, `Church or City Hall (the rows contradict each other)`. */
  readonly label: string;
  /** Keys of `ComparedPlace`. */
  readonly placeKeys: readonly string[];
}

/** House numbers that ranges hold. No list says how many houses stand there: `numbers` is the most there can be.
 *  Ranges without a real end (1-999999) are counted apart, by street and side, and never as a million. */
export interface AddressCount {
  readonly numbers: number;
  readonly openRanges: number;
}

/** One run of house numbers whose answer changes, as few as there can be. */
export interface RangeChange {
  readonly street: string;
  readonly city: string;
  readonly zip: string;
  readonly start: number;
  readonly end: number;
  readonly oddEvenBoth: OddEvenBoth;
  /** '' for plain numbers. */
  readonly prefix: string;
  readonly suffix: string;
  /** `5`, `1-10, 12`; `other units`; null: the whole of each building. */
  readonly units: string | null;
  /** Precinct by each list, where one row says so: `07`. */
  readonly livePrecinct: string | null;
  readonly draftPrecinct: string | null;
  /** Ids of a row of each list that holds these numbers. */
  readonly liveRow: string | null;
  readonly draftRow: string | null;
}

/** All ranges that go the same way. `from: null`: they are on the draft only; `to: null`: on the live list only. */
export interface RangeGroup {
  /** `g0`, `g1` …: names it in this comparison alone. */
  readonly key: string;
  readonly kind: 'moved' | 'vanished' | 'appeared';
  readonly from: Destination | null;
  readonly to: Destination | null;
  readonly addresses: AddressCount;
  readonly rows: readonly RangeChange[];
}

/** `renumbered` is none of these: precincts are matched by id, else by number. */
export type PrecinctChangeKind = 'changesPlace' | 'losesPlace' | 'gone' | 'new';

export interface PrecinctChange {
  readonly kind: PrecinctChangeKind;
  /** `07`, or its name. */
  readonly name: string;
  readonly from: Destination | null;
  readonly to: Destination | null;
}

/** `{office: 'Adams County', field: 'phone', before: '(601) 555-0100', after: null}`. */
export interface ContactChange {
  readonly office: string;
  readonly field:
    | 'office'
    | 'name'
    | 'phone'
    | 'email'
    | 'address'
    | 'hours'
    | 'website'
    | 'registration check';
  readonly before: string | null;
  readonly after: string | null;
}

/** How large a list is. */
export interface ListFacts {
  readonly electionName: string;
  readonly electionDate: IsoDate;
  readonly ranges: number;
  readonly addresses: AddressCount;
  readonly precincts: number;
  /** Of those, the ones with a place to vote at on election day. */
  readonly precinctsWithPlace: number;
  readonly places: number;
  /** Rows that contradict another row. */
  readonly conflictingRanges: number;
}

export interface Difference {
  readonly officeId: string;
  /** null: nothing of this office is live. */
  readonly live: ListFacts | null;
  readonly draft: ListFacts;
  /** Most ranges first; those that move, then those that vanish, then those that appear. */
  readonly groups: readonly RangeGroup[];
  /** Changed ones first, then by name. */
  readonly places: readonly ComparedPlace[];
  readonly precincts: readonly PrecinctChange[];
  readonly contacts: readonly ContactChange[];
}
