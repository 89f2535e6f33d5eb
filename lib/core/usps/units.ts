// Owns the secondary unit designators of USPS Publication 28, Appendix C2, with common spellings.

import { spellings } from './spellings';

/** Designators that need an identifier after them: `APT 4B`. Spelling -> standard abbreviation. */
export const UNIT_DESIGNATORS: ReadonlyMap<string, string> = spellings(
  `APT APARTMENT APTS APMT APARTMENTS APPT;BLDG BUILDING BLDNG BLD;FL FLOOR FLR;LOT;RM ROOM;SPC SPACE;STE SUITE STES SUITES;
   TRLR TRAILER TLR;UNIT UNITS UNT`,
);

/** Designators whose words stand in street names as well: read as units only behind a whole street. */
export const RARE_UNIT_DESIGNATORS: ReadonlyMap<string, string> = spellings(
  `DEPT DEPARTMENT;HNGR HANGAR;KEY;PIER;SLIP;STOP;VILLA;CONDO;TOWNHOUSE TH;PENTHOUSE PH;BOX;DORM;HALL;SITE;CABIN;DUPLEX;
   SECTION SEC;TOWER TWR;WING`,
);

/** Units that stand alone: `REAR`, `UPPR`. Not SIDE, which names parts of towns: PARK NORTH SIDE. Spelling -> standard abbreviation. */
export const STANDALONE_UNITS: ReadonlyMap<string, string> = spellings(
  `BSMT BASEMENT;FRNT FRONT;LBBY LOBBY;LOWR LOWER LWR;OFC OFFICE;PH PENTHOUSE;REAR;UPPR UPPER UPR;DOWNSTAIRS;UPSTAIRS;DOWN;UP`,
);

/** Whether a word may start a unit: a designator, a unit that stands alone, or anything with `#` or a digit in it. */
export function mayStartUnit(word: string): boolean {
  if (UNIT_DESIGNATORS.has(word) || RARE_UNIT_DESIGNATORS.has(word) || STANDALONE_UNITS.has(word))
    return true;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === 35 || (code >= 48 && code <= 57)) return true;
  }
  return false;
}
