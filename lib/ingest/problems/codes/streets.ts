// Owns what can be wrong with an office's files: street segments. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const streetsCodes = {
  'number-missing': {
    severity: 'error',
    meaning: 'The first or last house number is missing.',
    remedy:
      'Fill in both. Where all numbers of the street are meant, set includes_all_addresses; in a list of your own, write 1 and 99999.',
  },
  'number-unreadable': {
    severity: 'error',
    meaning: 'The house number is not a whole number.',
    remedy:
      'Write digits only; letters and fractions belong into house_number_prefix and house_number_suffix. In a list of your own, give such a house a row of its own, with the same number in both columns (12A to 12A).',
  },
  'number-zero': {
    severity: 'error',
    meaning: 'The range runs from 0 to 0, and no house has the number 0.',
    remedy: 'Fill in the numbers, or set includes_all_addresses if the whole street is meant.',
  },
  'range-from-zero': {
    severity: 'warning',
    meaning: 'The range begins at 0. It is kept as it stands.',
    remedy: 'Begin at the first number that exists.',
  },
  'range-reversed': {
    severity: 'error',
    meaning: 'The range starts after it ends.',
    remedy: 'Swap or correct the two numbers.',
  },
  'parity-unreadable': {
    severity: 'error',
    meaning: 'The side of the street must be odd, even or both.',
    remedy: 'Write odd, even or both.',
  },
  'parity-contradicted': {
    severity: 'error',
    meaning: 'The side of the street contradicts both ends of the range (odd, but from 2 to 10).',
    remedy: 'Correct the side or the numbers.',
  },
  'street-missing': {
    severity: 'error',
    meaning: 'The row names no street.',
    remedy: 'Fill in the street name, or set includes_all_streets (or write *) if every street is meant.',
  },
  'zip-unreadable': {
    severity: 'error',
    meaning: 'The ZIP is neither five digits nor ZIP+4. Spreadsheets drop leading zeros and add ".0".',
    remedy: 'Format the column as text and write all five digits.',
  },
  'city-missing': {
    severity: 'warning',
    meaning: 'Rows name no city. They are found by their ZIP only.',
    remedy: 'Fill in the city.',
  },
  'every-street-uncertain': {
    severity: 'error',
    meaning:
      'The row stands for every street of its ZIP that has no row of its own, but rows there were set aside of which nobody can read ' +
      'where they lie. It would send their voters to its place, so it is set aside with them.',
    remedy: 'Correct the rows that are reported beside this. Then this one counts again.',
  },
  'street-uncertain': {
    severity: 'error',
    meaning:
      'The row stands for all numbers of its street, or for a range that yields to single numbers, but a row of this street was set ' +
      'aside whose numbers cannot be read. It would send their voters to its place, so it is set aside, too.',
    remedy: 'Correct the row that is reported beside this. Then this one counts again.',
  },
  'numbers-withheld': {
    severity: 'error',
    meaning:
      'A row that was set aside holds addresses of this row, too, and would have its say about them. Nobody knows what it says, so these ' +
      'addresses answer `missing`; the rest of this row counts.',
    remedy:
      'Correct the row that was set aside, or take it off the list. Then this one counts for all its addresses.',
  },
  'range-yields': {
    severity: 'warning',
    meaning:
      'A number in this range has a row of its own with another place. The office has declared that such a row counts, so the range does ' +
      'not answer for that number.',
    remedy: 'Look whether the number’s own row is right. Leave the number out of the range where it is.',
  },
  'segment-state-other': {
    severity: 'error',
    meaning: 'The street lies in another state than the office.',
    remedy: 'Correct the state, or remove the row.',
  },
  'segment-state-missing': {
    severity: 'warning',
    meaning: "Rows name no state. They are taken to lie in the office's own.",
    remedy: 'Fill in the state.',
  },
  'unit-unreadable': {
    severity: 'error',
    meaning: 'The unit numbers do not make a range, or stand where the whole street is meant.',
    remedy: 'Give the first and the last unit, and only on rows with house numbers.',
  },
  'segment-id-repeated': {
    severity: 'warning',
    meaning: 'Another row has the same id. Both are kept, since nothing refers to a street segment.',
    remedy: 'Give each row an id of its own.',
  },
  'overlap-conflict': {
    severity: 'conflict',
    meaning:
      'Two rows claim the same house numbers and lead to different places. Voters there are shown both and ' +
      'told that the list disagrees with itself.',
    remedy: 'Correct the range or the precinct of one of the two rows.',
  },
  'overlap-same-place': {
    severity: 'warning',
    meaning: 'Two rows claim the same house numbers. Both lead to the same place, so voters get one answer.',
    remedy: 'Correct the ranges so that each number stands in one row.',
  },
  'precinct-without-streets': {
    severity: 'warning',
    meaning: 'Precincts have no street segment, so no address leads to them.',
    remedy: 'Add their streets, or nothing if they have no voters.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
