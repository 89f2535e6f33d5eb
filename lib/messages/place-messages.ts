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
