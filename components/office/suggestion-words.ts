// Owns what kinds of repair are called on the desk, and what speaks for each. Knows no page.

import type { SuggestionKey } from '@/lib/ingest/suggestions/suggestion';

type Kind = SuggestionKey['kind'];

const many = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${more}`;

const titles: Readonly<Record<Kind, (count: number) => string>> = {
  mojibake: (count) => `Read the letters of ${many(count, 'cell', 'cells')} as they were written`,
  'shifted-cells': (count) => `Move the cells of ${many(count, 'row', 'rows')} back into their columns`,
  'swapped-columns': (count) => `Exchange the cells of two columns in ${many(count, 'row', 'rows')}`,
  'lost-zeros': (count) => `Put back the zeros that ${many(count, 'ZIP has', 'ZIPs have')} lost`,
  'number-format': (count) => `Write ${many(count, 'number', 'numbers')} with digits alone`,
  'spreadsheet-date': (count) => `Turn ${many(count, 'date', 'dates')} back into house numbers`,
  'precinct-id': (count) => `Turn ${many(count, 'precinct id', 'precinct ids')} back into what they were`,
  parity: (count) =>
    `Make ${many(count, 'first or last number', 'first or last numbers')} odd or even, as the row says`,
  'mail-only': (count) => `Read ${many(count, 'row', 'rows')} as: everybody there votes by mail`,
};

const reasons: Readonly<Record<Kind, string>> = {
  mojibake:
    'A program has read these letters in the wrong encoding. Read in the right one, they are letters without a fault.',
  'shifted-cells':
    'They stand one column beside. Moved back, each is what its column holds in the other rows, and no cell is lost.',
  'swapped-columns': 'Each column holds what belongs to the other one.',
  'lost-zeros':
    'Every ZIP of that state begins with a zero, and with it each of these is a ZIP of that state.',
  'number-format': 'A spreadsheet has written them in another form, which has one meaning only.',
  'spreadsheet-date':
    'A spreadsheet has taken them for dates. No other range that runs forward becomes this date.',
  'precinct-id':
    'No precinct has this id, and of the ids that there are, a spreadsheet makes this of one alone.',
  parity: 'It becomes the next number inside the range, so that the row is about the very same houses.',
  'mail-only':
    'It says so where the polling place should stand. Accept it only if nobody there votes at a place. Until then voters there are told to call.',
};

/** `Put back the zeros that 312 ZIPs have lost`. */
export const suggestionTitle = (kind: Kind, count: number): string => titles[kind](count);

/** Why it is offered, as a sentence. */
export const suggestionReason = (kind: Kind): string => reasons[kind];

/** Two groups of one draft differ in it. */
export const suggestionId = ({ kind, file, column }: SuggestionKey): string =>
  [kind, file, column].join('\n');
