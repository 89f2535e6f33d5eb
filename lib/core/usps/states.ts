// Owns the names and postal abbreviations of states and territories (USPS Publication 28, Appendix B),
// the older abbreviations people still write, and ZZ, the practice state of the sandbox.

import { spellings } from './spellings';

const TABLE = `
AL ALABAMA ALA;AK ALASKA;AZ ARIZONA ARIZ;AR ARKANSAS ARK;CA CALIFORNIA CALIF;CO COLORADO COLO;CT CONNECTICUT CONN;
DE DELAWARE;DC DISTRICT_OF_COLUMBIA;FL FLORIDA FLA;GA GEORGIA;HI HAWAII;ID IDAHO;IL ILLINOIS ILL;IN INDIANA IND;
IA IOWA;KS KANSAS KANS;KY KENTUCKY;LA LOUISIANA;ME MAINE;MD MARYLAND;MA MASSACHUSETTS MASS;MI MICHIGAN MICH;
MN MINNESOTA MINN;MS MISSISSIPPI MISS;MO MISSOURI;MT MONTANA MONT;NE NEBRASKA NEBR;NV NEVADA NEV;
NH NEW_HAMPSHIRE;NJ NEW_JERSEY;NM NEW_MEXICO;NY NEW_YORK;NC NORTH_CAROLINA N_CAROLINA;ND NORTH_DAKOTA N_DAKOTA;OH OHIO;
OK OKLAHOMA OKLA;OR OREGON ORE;PA PENNSYLVANIA PENN PENNA;RI RHODE_ISLAND;SC SOUTH_CAROLINA S_CAROLINA;
SD SOUTH_DAKOTA S_DAKOTA;TN TENNESSEE TENN;TX TEXAS TEX;UT UTAH;VT VERMONT;VA VIRGINIA;WA WASHINGTON WASH;
WV WEST_VIRGINIA W_VIRGINIA;WI WISCONSIN WISC WIS;WY WYOMING WYO;AS AMERICAN_SAMOA;GU GUAM;MP NORTHERN_MARIANA_ISLANDS;
PR PUERTO_RICO;VI VIRGIN_ISLANDS;AA ARMED_FORCES_AMERICAS;AE ARMED_FORCES_EUROPE;AP ARMED_FORCES_PACIFIC;ZZ PRACTICE_STATE
`;

/** Name, words joined by one blank, or abbreviation -> abbreviation: `NEW YORK` -> `NY`, `NY` -> `NY`. */
export const STATES: ReadonlyMap<string, string> = spellings(TABLE);

/** Last words of the states whose names have several: a first look before joining words. */
const LONG_ENDS: ReadonlySet<string> = new Set(
  [...STATES.keys()]
    .filter((name) => name.includes(' '))
    .map((name) => name.slice(name.lastIndexOf(' ') + 1)),
);

/** How many words a state takes before `end`, most first: `[2, 1]` for NEW YORK NY read to its end; [] for none. */
export function stateSizes(words: readonly string[], start: number, end: number): number[] {
  const sizes: number[] = [];
  const last = words[end - 1] ?? '';
  if (LONG_ENDS.has(last)) {
    for (let size = Math.min(3, end - start); size > 1; size--) {
      if (STATES.has(words.slice(end - size, end).join(' '))) sizes.push(size);
    }
  }
  if (end > start && STATES.has(last)) sizes.push(1);
  return sizes;
}
