// Owns what can be wrong with an office's files: reading files. Data only, as lib/ingest/problems/problem-codes says.

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
    remedy: 'Open it in the program it belongs to and save it as CSV (or, of a workbook, as .xlsx).',
  },
  'file-old-excel': {
    severity: 'fatal',
    meaning: 'Files of Excel 97-2003 (.xls), of the kind .xlsb, and files with a password are not read.',
    remedy:
      'Open it in Excel or LibreOffice, remove the password if it has one, and choose Save As, Excel Workbook (.xlsx) or CSV UTF-8.',
  },
  'file-open-document': {
    severity: 'fatal',
    meaning: 'Files of LibreOffice (.ods) and of Numbers are not read.',
    remedy:
      'In LibreOffice choose File, Save As and the type Excel 2007-365 (.xlsx); in Numbers File, Export To, Excel.',
  },
  'file-pdf': {
    severity: 'fatal',
    meaning: 'A PDF shows a list and does not hold its rows and columns.',
    remedy:
      'Ask for the table that the PDF was printed from, and export it from the voter-registration system or spreadsheet as CSV or .xlsx.',
  },
  'file-word': {
    severity: 'fatal',
    meaning: 'A document or presentation is no list of rows and columns.',
    remedy: 'Copy its table into a new spreadsheet, check it, and save that as .xlsx or CSV UTF-8.',
  },
  'file-html': {
    severity: 'fatal',
    meaning: 'A web page is no list, also where its name ends in .xls.',
    remedy: 'Open it in Excel or LibreOffice, check the table, and save it as .xlsx or CSV UTF-8.',
  },
  'file-json': {
    severity: 'fatal',
    meaning: 'JSON is read only where it is GeoJSON with boundaries of precincts.',
    remedy: 'Export the list as CSV or .xlsx; boundaries as GeoJSON (a FeatureCollection).',
  },
  'file-xml': {
    severity: 'fatal',
    meaning: 'XML is read only where it is a VIP feed (VipObject, vip_object).',
    remedy:
      'Export the list as CSV or .xlsx; save an Excel 2003 XML spreadsheet as .xlsx; export a map (KML) as GeoJSON.',
  },
  'file-image': {
    severity: 'fatal',
    meaning: 'A picture or scan shows a list and does not hold its rows and columns.',
    remedy: 'Ask for the table itself, and export it as CSV or .xlsx.',
  },
  'file-packed': {
    severity: 'fatal',
    meaning: 'Files packed with gzip, 7-Zip, RAR, bzip2 or xz are not read.',
    remedy: 'Unpack it and upload what was in it, or pack that as .zip.',
  },
  'file-ignored': {
    severity: 'warning',
    meaning: 'The upload has a VIP feed, and this file is no table of it, so it was not read.',
    remedy:
      'Nothing, if it is a note or a picture; if it is a list, save it as CSV with the name of its table.',
  },
  'workbook-unreadable': {
    severity: 'fatal',
    meaning: 'The Excel file is damaged, or not written as Excel files are.',
    remedy:
      'Open it in Excel or LibreOffice and save it again as .xlsx, or save each sheet as CSV UTF-8 and upload those.',
  },
  'sheet-hidden': {
    severity: 'warning',
    meaning: 'The sheet is hidden in the workbook, so it was not read.',
    remedy: 'If it holds data that count, unhide it (right-click a tab, Unhide), save, and upload it again.',
  },
  'rows-hidden': {
    severity: 'error',
    meaning:
      'Rows of the sheet are hidden, by a filter or by hand, so they were set aside: nobody who looks at the sheet sees them.',
    remedy:
      'Take the filter off (Data, Clear) or unhide the rows, delete those that do not count, save, and upload it again.',
  },
  'columns-hidden': {
    severity: 'warning',
    meaning:
      'Columns of the sheet are hidden, and are read as the others are, though nobody who looks at the sheet sees them.',
    remedy:
      'Unhide them (select the columns beside them, right-click, Unhide) and look whether they are right; delete those that do not count, save, and upload it again.',
  },
  'formula-without-value': {
    severity: 'error',
    meaning: 'A cell holds a formula whose result was not stored, so its value is not known.',
    remedy: 'Open the workbook in Excel or LibreOffice, let it compute, and save it again.',
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
