// Owns numbers in street names: FIRST, 1ST and 1 are one street name; so are TWENTY-FIRST and 21ST.

import { SUFFIXES } from '../usps/suffixes';
import type { Canonical } from './canonical-word';
import { isDigit } from './tokens';

const ONES = 'FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH'.split(' ');
const TEENS = [
  ...'TENTH ELEVENTH TWELFTH'.split(' '),
  ...'THIR FOUR FIF SIX SEVEN EIGH NINE'.split(' ').map((stem) => `${stem}TEENTH`),
];
const CARDINAL_TENS = 'TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ');

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, index): [string, number] => [word, index + 1]),
  ...TEENS.map((word, index): [string, number] => [word, index + 10]),
  ...CARDINAL_TENS.map((ten, index): [string, number] => [`${ten.slice(0, -1)}IETH`, (index + 2) * 10]),
  ...CARDINAL_TENS.flatMap((ten, index) =>
    ONES.map((one, unit): [string, number] => [ten + one, (index + 2) * 10 + unit + 1]),
  ),
]);
const CARDINALS: ReadonlyMap<string, number> = new Map(
  CARDINAL_TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
);
/** Words that an ordinal may start with. */
export const ORDINAL_WORDS: readonly string[] = [...ORDINALS.keys(), ...CARDINALS.keys()];

const WRITTEN_ORDINAL = /^0*(\d+)(?:ST|ND|RD|TH)$/;

/** An ordinal at this place: `1ST` and `FIRST` -> `1`, `TWENTY FIRST` -> `21` (two words taken); null where there is none. */
export function ordinalAt(input: readonly string[], at: number): Canonical | null {
  const word = input[at]!;
  if (isDigit(word.charCodeAt(0))) {
    const match = WRITTEN_ORDINAL.exec(word);
    if (match !== null) return { word: match[1]!, taken: 1 };
    return isSpaced(word, input[at + 1], input[at + 2]) ? { word: String(Number(word)), taken: 2 } : null;
  }
  const value = ORDINALS.get(word);
  if (value !== undefined) return { word: String(value), taken: 1 };
  const tens = CARDINALS.get(word);
  if (tens === undefined) return null;
  const ones = ORDINALS.get(input[at + 1] ?? '');
  return ones !== undefined && ones < 10 ? { word: String(tens + ones), taken: 2 } : null;
}

/** `5 TH`, `2 ND ST`. ST and RD are types as well: 1 ST AVE may be St Ave, so those are left alone. */
function isSpaced(number: string, ending: string | undefined, next: string | undefined): boolean {
  if (!/^\d+$/.test(number)) return false;
  return ending === 'TH' || (ending === 'ND' && number.endsWith('2') && SUFFIXES.has(next ?? ''));
}
