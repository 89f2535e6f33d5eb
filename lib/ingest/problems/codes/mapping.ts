// Owns what can be wrong with an office's files: which column holds what in tables of the office's own. Data only, as
// lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const mappingCodes = {
  'columns-unconfirmed': {
    severity: 'fatal',
    meaning: 'Nobody has confirmed which column of this table holds what, so nothing of it is used.',
    remedy:
      'Look at the columns beside their sample rows at the desk, correct what is wrong, and confirm; on the command line, look at what levee mapping proposes, write that it is confirmed, and hand it over with --mapping.',
  },
  'columns-look-different': {
    severity: 'fatal',
    meaning: 'The columns have the names that were confirmed, but what stands in this one is something else.',
    remedy:
      'Check whether columns were swapped or shifted in the file. If it is right as it is, confirm its columns anew.',
  },
  'file-not-a-list': {
    severity: 'fatal',
    meaning:
      'This table does not look like a list of streets, addresses, precincts or polling places, and there is nothing else to read.',
    remedy:
      'Upload the list itself: each row with a street, an address or a precinct, and the precinct or place that votes there. If this is it, say at the desk what its columns hold.',
  },
  'file-not-read': {
    severity: 'warning',
    meaning:
      'This table does not look like a list of streets, addresses, precincts or polling places, or a feed beside it has its own, so it is not read.',
    remedy: 'Nothing to do if it is a report or a note; else say at the desk what its columns hold.',
  },
  'lines-left-out': {
    severity: 'warning',
    meaning: 'These lines are headings printed again, page numbers or totals, and are not read as data.',
    remedy:
      'Nothing to do; if one of them is a street or a precinct of that name, fill in its other columns.',
  },
  'header-in-the-middle': {
    severity: 'fatal',
    meaning:
      'This row names columns, and not as the first header does: a second list stands below the first, with its columns in another order. Its rows would be read by the wrong columns.',
    remedy:
      'Put the columns of both lists in one order and leave one header, or upload the second list as a file of its own.',
  },
  'as-above-uncertain': {
    severity: 'error',
    meaning:
      'A blank cell of this column means the value above it, but here it may be one that somebody forgot to fill in: other columns say that another group begins, or the value above stands in two places of the list. The row is set aside with those below it, up to the next value.',
    remedy:
      'Fill in the first of these rows and upload the list again: with the value that was forgotten, or, if the one above is right, with that one once more.',
  },
  // What convert/* finds in rows whose columns are confirmed.
  'range-unreadable': {
    severity: 'error',
    meaning: 'The house numbers in this cell can be read in several ways, or in none.',
    remedy: 'Write two numbers and a side, as in 100-198 even; or all for the whole street.',
  },
  'address-not-cut': {
    severity: 'error',
    meaning: 'Number, street, unit and town cannot be told apart in this address for sure.',
    remedy:
      'Put a comma before the unit and before the town, one number in front and APT before a unit; or give each a column of its own.',
  },
  'town-not-cut': {
    severity: 'error',
    meaning: 'Town, state and ZIP cannot be told apart in this cell for sure.',
    remedy: 'Write them as in Exampleton, OH 43999; or give each a column of its own.',
  },
  'zip-not-said': {
    severity: 'fatal',
    meaning:
      'The streets of this table have neither a ZIP nor a town, so nobody can tell which streets they are.',
    remedy: 'Say at the desk which ZIP or town the whole table is of, or upload it with such a column.',
  },
  'precinct-codes-repeat': {
    severity: 'fatal',
    meaning:
      'Many codes of precincts have places in several towns, as in a list of a whole state whose codes begin again in each county. One code means several precincts, so nobody can be told which.',
    remedy:
      'Upload the list with its column of counties: the desk then offers each code together with its county. Or write both into one column, as in OAK 001; or upload a list for each county.',
  },
  'splits-not-in-places': {
    severity: 'fatal',
    meaning:
      'The streets name parts of precincts (splits), and the list of polling places does not. It has several places for such a precinct, or the part has the number of another one, so nobody can tell which part votes where.',
    remedy:
      'At the desk, say that the column of parts is not needed, if all of a precinct votes at one place. If its column is the precinct’s own number, beside a ward, say so of it, or of the column of both together. Else upload a list of places that has a column with the parts.',
  },
  'splits-left-out': {
    severity: 'warning',
    meaning:
      'The streets name parts of precincts (splits), and the list of polling places has one place for each whole precinct. All parts are taken to vote there.',
    remedy:
      'Nothing to do if they do. If a part votes elsewhere, upload a list of places that has a column with the parts.',
  },
  'place-described-twice': {
    severity: 'warning',
    meaning:
      'The hours, directions or point of this place differ from those in an earlier row. The earlier row counts.',
    remedy: 'Give them the same in every row of the place.',
  },
  'precinct-not-in-list': {
    severity: 'error',
    meaning:
      'This precinct is live, and the new list has no precinct by its id, number or name, or several. Its addresses answer missing.',
    remedy: 'Add the precinct to the list, by the code that it has now; or upload a new street list as well.',
  },
  'split-not-in-list': {
    severity: 'error',
    meaning:
      'This part of a precinct votes at a place of its own in what is live, and a list of precincts does not say where it votes now. Its addresses answer missing.',
    remedy: 'Upload a new street list as well, in which the part is a precinct of its own.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
