// Owns the secondary unit designators of USPS Publication 28, Appendix C2, with common spellings.

/** Designators that need an identifier after them: `APT 4B`. Spelling -> standard abbreviation. */
export const UNIT_DESIGNATORS: ReadonlyMap<string, string> = new Map(
  `APT APARTMENT APTS APMT APARTMENTS APPT;BLDG BUILDING BLDNG BLD;DEPT DEPARTMENT;FL FLOOR FLR;HNGR HANGAR;KEY;LOT;PIER;
   RM ROOM;SLIP;SPC SPACE SPACES;STOP;STE SUITE STES SUITES;TRLR TRAILER TRAIL TLR;UNIT UNITS UNT;VILLA;CONDO;TOWNHOUSE TH;
   PENTHOUSE PH;BOX;DORM;HALL;SITE;CABIN;DUPLEX;SECTION SEC;TOWER TWR;WING`
    .split(';')
    .flatMap((entry) => {
      const spellings = entry.trim().split(/\s+/);
      return spellings.map((spelling): [string, string] => [spelling, spellings[0]!]);
    }),
);

/** Units that stand alone: `REAR`, `UPPR`. Spelling -> standard abbreviation. */
export const STANDALONE_UNITS: ReadonlyMap<string, string> = new Map(
  `BSMT BASEMENT;FRNT FRONT;LBBY LOBBY;LOWR LOWER LWR;OFC OFFICE;PH PENTHOUSE;REAR;SIDE;UPPR UPPER UPR;DOWNSTAIRS;UPSTAIRS;DOWN;UP`
    .split(';')
    .flatMap((entry) => {
      const spellings = entry.trim().split(/\s+/);
      return spellings.map((spelling): [string, string] => [spelling, spellings[0]!]);
    }),
);
