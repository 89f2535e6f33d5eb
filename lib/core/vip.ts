// Owns the shapes of what an election office publishes, in the words of the Voting Information
// Project (VIP) 6.0. Knows nothing of files, releases or pages.
//
// Texts are as the office wrote them, trimmed. A blank cell is `null` (or '' for the parts of a street).
// Ids are the feed's own strings and mean something within one dataset only.

/** One office's data for one election: what a draft becomes, and what the compiler takes. */
export interface Dataset {
  /** The jurisdiction that answers for this data: `ms-adams`. Lower case, `[a-z0-9-]+`. */
  readonly officeId: string;
  readonly source: Source;
  readonly state: State;
  readonly election: Election;
  readonly localities: readonly Locality[];
  readonly electionAdministrations: readonly ElectionAdministration[];
  readonly precincts: readonly Precinct[];
  readonly precinctSplits: readonly PrecinctSplit[];
  readonly pollingLocations: readonly PollingLocation[];
  readonly streetSegments: readonly StreetSegment[];
  /** Rows that were set aside, as far as they could be read (docs/adr/0040): their addresses answer `missing`, whatever other row holds
   *  them too. They lead to no precinct: `precinctId` is ''. Left out where there is none. */
  readonly withheld?: readonly StreetSegment[];
}

/** The rows of a street list, one after the other or by their place. A plain list is one; others make each row when it is asked for, and
 *  what they give is not the same object twice. */
export interface StreetList extends Iterable<StreetSegment> {
  readonly length: number;
  /** `index` from 0. */
  readonly at: (index: number) => StreetSegment | undefined;
}

/** A dataset for whoever takes row after row of its streets, and does not need all of them as objects at once. Every `Dataset` is one. */
export interface ListedDataset extends Omit<Dataset, 'streetSegments' | 'withheld'> {
  readonly streetSegments: StreetList;
  readonly withheld?: StreetList;
}

/** VIP 6.0 Source. `dateTime` is when the office made the file, as it wrote it. */
export interface Source {
  readonly name: string | null;
  readonly vipId: string | null;
  readonly dateTime: string | null;
}

/** VIP 6.0 State. `abbreviation` is the two-letter postal code, upper case: `MS`. */
export interface State {
  readonly name: string | null;
  readonly abbreviation: string;
  readonly electionAdministrationId: string | null;
}

/** A calendar day without zone, ISO 8601: `2026-11-03`. */
export type IsoDate = string;

/** VIP 6.0 Election. */
export interface Election {
  readonly id: string;
  readonly name: string;
  readonly date: IsoDate;
  readonly type: string | null;
  readonly isStatewide: boolean;
  /** Election-day hours where the office gives them once for all places. */
  readonly hours: HoursOpen | null;
}

/** VIP 6.0 Locality: any jurisdiction that runs elections (county, city, town). */
export interface Locality {
  readonly id: string;
  readonly name: string;
  /** `county`, `city`, `town` …, lower case; null where the feed is silent. */
  readonly type: string | null;
  readonly electionAdministrationId: string | null;
  /** Declared by the office (Levee column `uses_vote_centers`): any of a precinct's places serves. */
  readonly usesVoteCenters: boolean;
  /** Declared by the office (Levee column `is_mail_only`). */
  readonly isMailOnly: boolean;
  /** IANA zone (`America/Chicago`) where the office gives one (Levee column `time_zone`). */
  readonly timeZone: string | null;
  /** Early-voting sites and drop boxes that serve all of it. Sites of single precincts stand with those. */
  readonly siteIds: readonly string[];
}

/** VIP 6.0 ElectionAdministration with its first Department's ContactInformation folded in. */
export interface ElectionAdministration {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly addressLines: readonly string[];
  readonly hoursText: string | null;
  readonly electionsUri: string | null;
  readonly registrationCheckUri: string | null;
  /** The office's own words on what to bring (Levee column `what_to_bring`). */
  readonly whatToBring: string | null;
  /** A web page on which a mistake can be told (Levee column `report_uri`). */
  readonly reportUri: string | null;
  /** Languages that the office speaks, BCP 47 tags (Levee column `languages`): `['en', 'es']`. */
  readonly languages: readonly string[];
}

/** An office as a release carries it. What came to the format later is missing, not null, where it is blank. */
export type PublishedOffice = Omit<ElectionAdministration, 'name' | 'reportUri' | 'languages'> & {
  readonly name: string;
  readonly reportUri?: string;
  readonly languages?: readonly string[];
};

/** VIP 6.0 Precinct. A VIP 5/6 split precinct is a Precinct of its own; VIP 3 keeps splits apart. */
export interface Precinct {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly localityId: string;
  /** Those of election day, and early-voting sites and drop boxes that the office links to the precinct. */
  readonly pollingLocationIds: readonly string[];
  readonly isMailOnly: boolean;
  /** Declared by the office (Levee column `is_not_voting`): this election does not include the precinct. */
  readonly isNotVoting: boolean;
  /** Declared by the office (Levee column `uses_vote_centers`). */
  readonly usesVoteCenters: boolean;
}

/** VIP 3.0 precinct_split. Its own places, where it has any, stand before the precinct's. */
export interface PrecinctSplit {
  readonly id: string;
  readonly name: string | null;
  readonly precinctId: string;
  readonly pollingLocationIds: readonly string[];
}

/** Degrees, latitude first. */
export type LatLng = readonly [latitude: number, longitude: number];

/** What an office knows of getting in (Levee columns). A missing fact is unknown, which is not "no". */
export interface Accessibility {
  readonly stepFreeEntrance?: boolean;
  readonly parking?: boolean;
  readonly curbsideVoting?: boolean;
  readonly accessibleMachine?: boolean;
  /** A number for people who are deaf or hard of hearing. */
  readonly relayPhone?: string;
  /** The day on which the office last looked. */
  readonly checkedOn?: IsoDate;
}

/** VIP 6.0 PollingLocation. */
export interface PollingLocation {
  readonly id: string;
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly line3: string | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly latLng: LatLng | null;
  readonly directions: string | null;
  /** Which door to take (Levee column `entrance`). */
  readonly entrance: string | null;
  /** Null where the office says nothing of it. */
  readonly accessibility: Accessibility | null;
  readonly hours: HoursOpen | null;
  /** First and last day of a site whose hours are words (VIP 3.0 early_vote_site). */
  readonly openDates: OpenDates | null;
  readonly photoUri: string | null;
  readonly isDropBox: boolean;
  readonly isEarlyVoting: boolean;
  /** Levee column `party`, for states whose parties vote in different places in a primary. */
  readonly party: string | null;
}

/** Both days included; null: not said. */
export interface OpenDates {
  readonly startDate: IsoDate | null;
  readonly endDate: IsoDate | null;
}

/** VIP 6.0 HoursOpen. `text` is the office's words where they could not be read as schedules. */
export interface HoursOpen {
  readonly schedules: readonly Schedule[];
  readonly text: string | null;
}

/** VIP 6.0 Schedule. Times are `HH:MM`, 24 h, on the place's own clock. */
export interface Schedule {
  readonly startDate: IsoDate | null;
  readonly endDate: IsoDate | null;
  readonly startTime: string;
  readonly endTime: string;
  /** `-06:00` where the feed gives one; null: the place's zone decides. */
  readonly utcOffset: string | null;
  readonly isByAppointment: boolean;
}

export type OddEvenBoth = 'odd' | 'even' | 'both';

/** Inclusive range of unit numbers: `{start: '101', end: '120'}`, `{start: '1a', end: '2b'}`. One unit: both equal. */
export interface UnitRange {
  readonly start: string;
  readonly end: string;
}

/** VIP 6.0 StreetSegment. */
export interface StreetSegment {
  readonly id: string;
  /** 0 and up. With `includesAllAddresses` both are 0 and not read. */
  readonly startHouseNumber: number;
  readonly endHouseNumber: number;
  readonly oddEvenBoth: OddEvenBoth;
  readonly houseNumberPrefix: string | null;
  readonly houseNumberSuffix: string | null;
  /** Before the name: `N` in `N MAIN ST`. '' for none. */
  readonly streetDirection: string;
  readonly streetName: string;
  readonly streetSuffix: string;
  /** After the suffix: `S` in `LAKE ST S`. '' for none. */
  readonly addressDirection: string;
  /** Empty: every unit. */
  readonly units: readonly UnitRange[];
  readonly city: string;
  readonly state: string;
  /** Five digits; `00000` is VIP's "any ZIP of this city, or of this locality where the city is blank". */
  readonly zip: string;
  readonly includesAllAddresses: boolean;
  /** Every street of the city and ZIP (VIP's `includes_all_streets`, or the street name `*`). */
  readonly includesAllStreets: boolean;
  readonly precinctId: string;
  readonly precinctSplitId: string | null;
}
