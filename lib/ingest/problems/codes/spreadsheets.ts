// Owns what can be wrong with an office's files: what spreadsheet programs do to cells. Data only, as lib/ingest/problems/problem-codes
// says.

import type { CodeEntry } from './code-entry';

const asText =
  'Open the export by "Data > From Text/CSV" with this column set to Text, or send the export as it is, without opening it in a spreadsheet.';

export const spreadsheetsCodes = {
  'number-became-date': {
    severity: 'error',
    meaning:
      'A spreadsheet has taken this number or range for a date (2-Jan for 1-2), and nothing says what it was.',
    remedy: `Write the number again. ${asText}`,
  },
  'number-formatted': {
    severity: 'error',
    meaning: 'A spreadsheet has written this house number in another form (1,234 or 101.0 or 1.2E+3).',
    remedy: `Write digits only. ${asText}`,
  },
  'text-became-date': {
    severity: 'warning',
    meaning:
      'This looks like what a spreadsheet makes of a name or number such as 1-2: a date. It is kept as it stands.',
    remedy: `Write the name again if it is none. ${asText}`,
  },
  'formula-error': {
    severity: 'error',
    meaning: 'The cell holds the error of a spreadsheet formula (#REF!, #N/A) instead of a value.',
    remedy: 'Repair the formula, or write the value itself, and export again.',
  },
  'formula-error-in-text': {
    severity: 'warning',
    meaning:
      'The cell holds the error of a spreadsheet formula (#REF!, #N/A) instead of words. It is read as blank.',
    remedy: 'Repair the formula, or write the words themselves, and export again.',
  },
  'cells-shifted': {
    severity: 'error',
    meaning: 'The cells of this row stand one column beside where they belong.',
    remedy: 'Insert or remove the one cell that is missing or too many, here and in the rows that follow.',
  },
  'column-shifted': {
    severity: 'fatal',
    meaning:
      'The cells of this column stand one row beside the rows that they belong to, over a stretch that begins or ends here, ' +
      'so that many rows would answer wrongly.',
    remedy:
      'Export the file again. In a spreadsheet, remove the one cell that was inserted (or insert the one that was deleted), ' +
      'and sort whole rows only.',
  },
  'counted-on': {
    severity: 'error',
    meaning:
      'The ZIP or precinct is one more in each of these rows, one below the other, though they are of one town: most often a spreadsheet has ' +
      'counted on where a cell should have been copied (39120, 39121, 39122). Nobody knows which of them still says what it said, so all are set aside.',
    remedy:
      'Write the right value into each of these rows (in a spreadsheet, hold Ctrl while you drag, or choose Copy Cells). If they are right as they are, ' +
      'sort the list by this column, so that they do not stand one below the other any more.',
  },
  'column-ends-early': {
    severity: 'warning',
    meaning:
      'The only blank cell of this column is in the last row. That is what a spreadsheet leaves where one cell further up was deleted and ' +
      'those below moved up: then every row from there on has its neighbour’s cell.',
    remedy:
      'Compare some rows with the source. Insert the cell that was deleted, or fill in the last one if only that is missing.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
