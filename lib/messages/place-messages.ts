// Owns the shape of what is said about one place beyond where it is and when: getting in, voting early, keeping it.
// Knows no language: the texts stand with all others of a language in its one file.

import type { Text } from './format';

/** Getting in. Each fact is a label, answered by `yes`, `no` or `unknown`. */
export interface AccessMessages {
  readonly heading: string;
  readonly entrance: string;
  readonly stepFreeEntrance: string;
  readonly parking: string;
  readonly curbsideVoting: string;
  readonly accessibleMachine: string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly allUnknown: string;
  readonly checkedOn: Text<'date'>;
  readonly notDated: string;
  readonly relayPhone: Text<'phone'>;
}

/** Keeping a place: in a calendar, on paper, for somebody else. */
export interface KeepMessages {
  readonly calendar: string;
  readonly calendarFor: Text<'place'>;
  readonly share: string;
  readonly shareOf: Text<'place'>;
  readonly copied: string;
  readonly copyFailed: string;
  readonly failed: string;
  readonly eventTitle: Text<'place'>;
  readonly eventCheck: string;
  readonly eventCheckCall: Text<'phone'>;
  readonly scan: string;
}

/** Vote centers by distance. */
export interface NearbyMessages {
  readonly show: string;
  readonly privacy: string;
  readonly byTown: string;
  readonly locating: string;
  readonly failed: string;
  readonly sorted: string;
  readonly miles: Text<'miles'>;
}

/** Telling the office of a mistake. */
export interface ReportMessages {
  readonly line: Text<'tell'>;
  readonly byForm: string;
  readonly byMail: string;
  readonly subject: Text<'place'>;
  readonly subjectMany: string;
  readonly bodyPlaces: string;
  readonly bodyWrong: string;
}

/** Early-voting sites and drop boxes. */
export interface SiteMessages {
  readonly earlyHeading: string;
  readonly earlyLead: string;
  readonly dropBoxHeading: string;
  readonly dropBoxLead: string;
  readonly dates: Text<'from' | 'to'>;
  readonly datesFrom: Text<'from'>;
  readonly datesTo: Text<'to'>;
}
