// Owns what can be wrong with an office's files: reading files. Data only, as lib/ingest/problem-codes says.

import type { CodeEntry } from './code-entry';

export const readingCodes = {
  'file-missing': {
    severity: 'fatal',
    meaning: 'A file that is needed is not there.',
    remedy: 'Add the file (.txt or .csv) beside the others and try again.',
  },
  'file-unreadable': {
    severity: 'fatal',
    meaning: 'The file could not be read to its end.',
    remedy: 'Copy or export the file again; check that it is not open elsewhere or damaged.',
  },
  'file-empty': {
    severity: 'fatal',
    meaning: 'The file is empty.',
    remedy: 'Export it again with a header row and its data, or leave the file out.',
  },
  'file-binary': {
    severity: 'fatal',
    meaning: 'The file is not text, whatever its name says.',
    remedy:
      'Open it in the program it belongs to and save it as CSV (a zip of CSV files needs the name .zip).',
  },
  'file-too-large': {
    severity: 'fatal',
    meaning: 'The file is larger than 200 MB or has more than 2,000,000 rows.',
    remedy: 'Divide the feed by county and publish each part on its own.',
  },
  'file-twice': {
    severity: 'fatal',
    meaning: 'Two files hold the same table, and nothing says which one counts.',
    remedy: 'Remove the one that is out of date.',
  },
  'column-missing': {
    severity: 'fatal',
    meaning: 'A column that is needed is not in the header row.',
    remedy:
      'Add the column, or give it the VIP name, in row 1. If row 1 holds data, add a header row above it.',
  },
  'header-duplicate': {
    severity: 'fatal',
    meaning: 'Two columns have the same name, and nothing says which one counts.',
    remedy: 'Rename or remove one of them.',
  },
  'header-blank': {
    severity: 'warning',
    meaning: 'A column has no name, so it is not read.',
    remedy: 'Give the column its name if it matters; else remove it.',
  },
  'quote-unterminated': {
    severity: 'fatal',
    meaning:
      'A quotation mark opens in this row and never closes, so the rows after it cannot be told apart.',
    remedy: 'Close or remove the quotation mark, or export the file again if it was cut off.',
  },
  'quote-malformed': {
    severity: 'error',
    meaning: 'A quoted cell goes on after its closing quotation mark, so its end is a guess.',
    remedy: 'Write a quotation mark inside a quoted cell twice: "".',
  },
  'cell-too-long': {
    severity: 'fatal',
    meaning: 'A cell holds more than 10,000 characters. Most often a quotation mark is missing.',
    remedy: 'Look for a quotation mark that never closes at or before this row, and shorten the cell.',
  },
  'bytes-undecodable': {
    severity: 'error',
    meaning: 'A character cannot be read: these bytes stand for nothing in the encoding of the file.',
    remedy: 'Type the character again and save the file as UTF-8.',
  },
  mojibake: {
    severity: 'warning',
    meaning: 'The text looks as if it was read in the wrong encoding once (Ã© for é).',
    remedy: 'Correct the letters and save the file as UTF-8.',
  },
  'row-too-few-cells': {
    severity: 'error',
    meaning: 'The row has fewer cells than the header, so nothing says which ones are missing.',
    remedy: 'Fill the row up to the number of columns; look for a line break inside a cell without quotes.',
  },
  'row-too-many-cells': {
    severity: 'error',
    meaning: 'The row has more cells than the header, so its columns may have shifted.',
    remedy: 'Put quotation marks around the cell that holds the separator, or remove the extra cell.',
  },
  'file-cut': {
    severity: 'error',
    meaning:
      'The last row is not whole and the file ends without a line break: the file was probably cut off.',
    remedy: 'Export or copy the file again, and compare the number of rows.',
  },
  'more-not-listed': {
    severity: 'warning',
    meaning: 'The same problem occurs in more rows of this file than are listed here. All are counted.',
    remedy: 'Correct the listed rows first; they most often share one cause.',
  },
  'nothing-left': {
    severity: 'fatal',
    meaning: 'Not one row of this file can be used, so that publishing it would answer nobody.',
    remedy: 'Correct the errors that are reported beside this; if there are none, the file has no rows.',
  },
  'cells-cut-off': {
    severity: 'warning',
    meaning:
      'Cells of this column end at exactly the length at which older programs cut them off (40 or 255 characters).',
    remedy: 'Compare the longest cells with the source, and export the column at its full width.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
