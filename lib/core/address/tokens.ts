// Owns the cutting of a text into words: case, accents, punctuation and blanks carry no meaning.
// It does not know which words are street, unit or town.

/** Stands for a digit that cannot be read, as for a byte that could not: no house number, unit or ZIP has it. */
const UNREADABLE = '\ufffd';
const NEEDS_FOLDING = /[^\n\r -~]|`/;

/** Upper case, accents off, fractions spelt out, typographic dashes and quotes made plain. Signs for numbers (Unicode's No and Nl) stand
 *  apart from digits: ½, ², ④; or are letters: Ⅳ. `"12½ Peña St."` -> `"12 1/2  PENA ST."` */
export function fold(text: string): string {
  const upper = text.toUpperCase();
  if (!NEEDS_FOLDING.test(upper)) return upper;
  return upper
    .replace(/[\p{No}\p{Nl}]/gu, apart)
    .normalize('NFKD')
    .replace(/[\u00ad\u2010-\u2015\u2212]/g, '-')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\P{N}\d]/gu, UNREADABLE)
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'")
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/\t/g, ' ');
}

function apart(sign: string): string {
  const plain = sign.normalize('NFKD');
  if (/\d/.test(plain)) return ` ${plain} `;
  return /[A-Z]/.test(plain) ? plain : UNREADABLE;
}

/** Words of a folded text as a street's name is compared: `"O'BRIEN-LEE ST."` -> `OBRIEN LEE ST`,
 *  `"U.S. HWY"` -> `US HWY`, `"#1"` -> `1`. A fraction stays one word: `1/2`. */
export function words(folded: string): string[] {
  const plain = plainWords(folded);
  if (plain !== null) return plain;
  return split(unmark(markFractions(prepare(folded)).replace(/[^A-Z0-9\ue001\ufffd ]+/g, ' ')));
}

/** The same with `#` kept before what it marks, and hyphens kept beside a digit:
 *  `"12-34 OAK-LEE #4-B"` -> `12-34 OAK LEE #4-B`. For reading house numbers and units. */
export function typedWords(folded: string): string[] {
  const plain = plainWords(folded);
  if (plain !== null) return plain;
  const hyphens = prepare(folded)
    .replace(/# */g, ' #')
    .replace(/(\d)\s*-\s*(?=\d)/g, '$1\ue000')
    .replace(/(\d)-(?=[A-Z])/g, '$1\ue000')
    .replace(/([A-Z])-(?=\d)/g, '$1\ue000');
  return split(unmark(markFractions(hyphens).replace(/[^A-Z0-9#\ue000\ue001\ufffd ]+/g, ' ')));
}

/** Two private-use characters stand in for a hyphen and a slash that are to survive the sweep. */
function unmark(text: string): string {
  return text.replace(/\ue000/g, '-').replace(/\ue001/g, '/');
}

function markFractions(text: string): string {
  return text.replace(/(\d)\/(?=\d)/g, '$1\ue001');
}

function prepare(folded: string): string {
  return joinInitials(folded).replace(/'/g, '').replace(/&/g, ' AND ');
}

/** `P.O. BOX` -> `PO BOX`, `N.W.` -> `NW`; `OLD HIGHWAY.84` keeps its two words. */
function joinInitials(text: string): string {
  return text.includes('.') ? text.replace(/\b([A-Z])\.(?=[A-Z]\b)/g, '$1') : text;
}

/** Words of a text of capitals, digits and blanks; null where there is anything else in it. One pass, since every
 *  street of a feed and every look-up goes through it. */
function plainWords(text: string): string[] | null {
  const found: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      if (start >= 0) found.push(text.slice(start, at));
      start = -1;
    } else if ((code >= 65 && code <= 90) || isDigit(code)) {
      if (start < 0) start = at;
    } else return null;
  }
  if (start >= 0) found.push(start === 0 ? text : text.slice(start));
  return found;
}

function split(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** Whether a UTF-16 unit is one of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
