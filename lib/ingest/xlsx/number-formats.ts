// Owns what a number format says about a cell's number: that it is a date, or a code with leading zeros, or neither.
// ECMA-376 part 1, 18.8.30 and 18.8.31.

/** How the number of a cell is meant. */
export type NumberMeaning =
  /** `decimals`: how many a number with any is shown with at least. */
  | { readonly kind: 'number'; readonly decimals?: number }
  /** `5%` is stored as 0.05. */
  | { readonly kind: 'percent' }
  /** `00000-0000`, `"PCT "000`, `0"A"`: places of digits, `0` or `#`, and what stands among them, each with a blank before it. */
  | { readonly kind: 'digits'; readonly parts: readonly string[] }
  /** The format's code of day, month, year and time. */
  | { readonly kind: 'date'; readonly code: string };

/** Formats that have a number instead of a code. Those of 27 to 36 and 50 to 58 are dates of East Asian Excel. */
const BUILT_IN: Readonly<Record<number, string>> = {
  2: '0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The meaning of a format by its id, and by its code where the workbook gives one. */
export function numberMeaning(id: number, code: string | undefined): NumberMeaning {
  const text = code ?? BUILT_IN[id] ?? (isEastAsianDate(id) ? 'yyyy-m-d' : 'General');
  const parts = digitParts(text);
  if (parts !== null) return { kind: 'digits', parts };
  const plain = plainCode(text);
  if (/^[#0]+(?:\.0+)?%$/.test(plain)) return { kind: 'percent' };
  const decimals = /^[#0]+\.(0+)$/.exec(plain)?.[1]?.length;
  if (decimals !== undefined) return { kind: 'number', decimals };
  if (/[dmyhs]/i.test(plain) && !/general/i.test(plain)) return { kind: 'date', code: plain };
  return { kind: 'number' };
}

/** Places of digits and the letters among them, of the first section; null where the format is of another kind, or shows what a plain
 *  number does. `General` is all of the number. */
function digitParts(code: string): readonly string[] | null {
  const parts: string[] = [];
  for (let at = 0; at < code.length && code[at] !== ';'; at += 1) {
    const letter = code[at]!;
    if (letter === '0' || letter === '#') parts.push(letter);
    else if (letter === '"') {
      const end = endOf(code, '"', at);
      parts.push(` ${code.slice(at + 1, end)}`);
      at = end;
    } else if (letter === '[') {
      const end = endOf(code, ']', at);
      // A colour; else a currency, a condition, a locale.
      if (!/^\[[a-z]+\d*\]$/i.test(code.slice(at, end + 1))) return null;
      at = end;
    } else if (letter === '\\') {
      at += 1;
      parts.push(` ${code[at] ?? ''}`);
    } else if (letter === '_' || letter === '*') at += 1;
    else if (/[-/ :()+]/.test(letter)) parts.push(` ${letter}`);
    else if (/^general/i.test(code.slice(at))) {
      parts.push('#');
      at += 'general'.length - 1;
    } else return null;
  }
  const places = parts.filter(isPlace);
  const isPlain = parts.length === places.length && places.filter((place) => place === '0').length < 2;
  return places.length === 0 || isPlain ? null : parts;
}

/** Whether a part of a format is a digit's place. */
export const isPlace = (part: string): boolean => part === '0' || part === '#';

/** The first section without colours, locales, quoted and escaped letters, and fillers: what is left are the format's own. */
function plainCode(code: string): string {
  let plain = '';
  for (let at = 0; at < code.length && code[at] !== ';'; at += 1) {
    const letter = code[at]!;
    if (letter === '"') at = endOf(code, '"', at);
    else if (letter === '[') {
      const end = endOf(code, ']', at);
      // Hours past 24 are in brackets, too.
      if (/^\[[hms]+\]$/i.test(code.slice(at, end + 1))) plain += code.slice(at + 1, end);
      at = end;
    } else if (letter === '\\') {
      at += 1;
      // A hyphen or slash between parts of a date is often escaped.
      if (/[-/ .]/.test(code[at] ?? '')) plain += code[at];
    } else if (letter === '_' || letter === '*') at += 1;
    else plain += letter;
  }
  return plain.trim();
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from + 1);
  return end < 0 ? code.length : end;
}
