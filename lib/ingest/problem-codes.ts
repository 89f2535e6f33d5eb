// Owns the list of everything that can be wrong with an office's files: what each code means and what to do.
// Data only. docs/problems.md says the same for readers; a test keeps the two alike.
// A code is a public name: once released it is never renamed or given another severity.

/** `fatal`: nothing can be published. `error`: the row is set aside. `conflict`: kept, and answered as
 *  such. `warning`: kept. */
export type Severity = 'fatal' | 'error' | 'conflict' | 'warning';

interface CodeEntry {
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

/** Code -> severity, what it means, what the office can do about it. */
export const problemCodes = {
  // Reading files
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
  // Archives
  'archive-unreadable': {
    severity: 'fatal',
    meaning: 'The zip file is damaged, cut off, or not a zip file.',
    remedy: 'Make the zip file again.',
  },
  'archive-encrypted': {
    severity: 'fatal',
    meaning: 'The zip file asks for a password.',
    remedy: 'Make it again without a password; nothing in it is secret.',
  },
  'archive-too-many-files': {
    severity: 'fatal',
    meaning: 'The zip file has more than 1,000 entries.',
    remedy: 'Put only the files of one feed into it.',
  },
  'archive-too-large': {
    severity: 'fatal',
    meaning: 'Unpacked, the zip file or one file in it would be larger than the limit.',
    remedy: 'Remove files that do not belong to the feed, or divide the feed by county.',
  },
  'archive-ratio': {
    severity: 'fatal',
    meaning: 'A file in the zip unpacks to more than 200 times its packed size, as a zip bomb does.',
    remedy: 'Check where the zip file comes from, and make it again.',
  },
  'archive-size-lies': {
    severity: 'fatal',
    meaning: 'A file in the zip does not unpack to the size that the zip declares.',
    remedy: 'Make the zip file again.',
  },
  'archive-nested': {
    severity: 'fatal',
    meaning: 'The zip file holds another archive.',
    remedy: 'Unpack the inner archive and put its files into one zip.',
  },
  'archive-empty': {
    severity: 'fatal',
    meaning: 'The zip file holds no .txt or .csv file.',
    remedy: 'Put the files of the feed into it.',
  },
  // Ids and flags, in any table
  'id-missing': {
    severity: 'error',
    meaning: 'The row has no id.',
    remedy: 'Give the row an id of its own.',
  },
  'id-damaged': {
    severity: 'error',
    meaning: 'A spreadsheet has rewritten this id as a rounded number (1.23E+10).',
    remedy: 'Format the column as text in the spreadsheet and fill the ids in again.',
  },
  'id-duplicate': {
    severity: 'error',
    meaning: 'Several rows share this id and say different things, so all of them are set aside.',
    remedy: 'Give each its own id, or remove the row that is out of date.',
  },
  'id-repeated': {
    severity: 'warning',
    meaning: 'The same row stands in the file more than once. The last one counts.',
    remedy: 'Remove the repetition.',
  },
  'flag-unreadable': {
    severity: 'error',
    meaning: 'The cell must say yes or no (true, false, 1, 0 are fine too).',
    remedy: 'Write yes or no, or leave the cell blank for no.',
  },
  unreferenced: {
    severity: 'warning',
    meaning: 'Rows of this file are not used by any other row, so they are left out.',
    remedy: 'Nothing to do if the file covers a larger area; else check the ids that should lead here.',
  },
  // Election, state, offices
  'election-missing': {
    severity: 'fatal',
    meaning: 'The election file has no row that can be read.',
    remedy: 'Give it one row with the election date.',
  },
  'election-several': {
    severity: 'fatal',
    meaning: 'The election file has more than one election; a feed is for exactly one.',
    remedy: 'Keep the row of this election and publish the other as a feed of its own.',
  },
  'election-date-unreadable': {
    severity: 'fatal',
    meaning: 'The election date is not a day that can be read with certainty.',
    remedy: 'Write it as 2026-11-03 or 11/03/2026.',
  },
  'state-unknown': {
    severity: 'fatal',
    meaning: 'Nothing in the files says which state this is.',
    remedy: 'Name the state in the state file, or fill the state column of the streets.',
  },
  'state-not-the-offices': {
    severity: 'fatal',
    meaning: 'These files are of another state than the office they were uploaded to.',
    remedy: 'Choose the files of this office, or upload them where they belong.',
  },
  'locality-file-missing': {
    severity: 'warning',
    meaning: "There is no locality file, so the precincts' locality ids stand in for its names.",
    remedy: 'Add locality.txt with id, name, type and election_administration_id.',
  },
  'administration-dangling': {
    severity: 'warning',
    meaning: 'The election office that this row names is not in the election administration file.',
    remedy: 'Correct the id or add the office.',
  },
  'office-phone-missing': {
    severity: 'warning',
    meaning: 'No phone number is known for the office of this locality.',
    remedy:
      'Add a phone column to the election administration file, or the contact information that holds it.',
  },
  'report-uri-unreadable': {
    severity: 'warning',
    meaning: 'The page for reports is no web address. Voters get the mail address or the phone instead.',
    remedy: 'Write the whole address: https://elections.example/report.',
  },
  'language-unreadable': {
    severity: 'warning',
    meaning: 'The language is no language tag, so it is left out.',
    remedy: 'Write tags with blanks between them: en es zh-Hant.',
  },
  'time-zone-unreadable': {
    severity: 'warning',
    meaning: 'The time zone is not one that computers know, so it is left out.',
    remedy: 'Write a name such as America/Chicago.',
  },
  // Precincts and their links
  'locality-dangling': {
    severity: 'error',
    meaning: 'The locality that this precinct names is not in the locality file (or was set aside).',
    remedy: 'Correct the id or add the locality.',
  },
  'place-dangling': {
    severity: 'error',
    meaning:
      'The polling place that is named here is not in the polling location file (or was set aside). ' +
      "The precinct's list of places is not whole, so the precinct is set aside.",
    remedy: 'Correct the id or add the polling place.',
  },
  'link-unreadable': {
    severity: 'error',
    meaning:
      'A row that links this precinct or split to a place is damaged, so its list of places is not whole. It is set aside.',
    remedy: 'Correct the row of the link table that is reported beside this.',
  },
  'precinct-dangling': {
    severity: 'error',
    meaning: 'The precinct that is named here is not in the precinct file.',
    remedy: 'Correct the id or add the precinct.',
  },
  'precinct-missing': {
    severity: 'error',
    meaning: 'The row names no precinct.',
    remedy: 'Fill in the precinct id.',
  },
  'split-dangling': {
    severity: 'error',
    meaning: 'The precinct split that is named here is not in the precinct split file.',
    remedy: 'Correct the id, add the split, or leave the cell blank for the whole precinct.',
  },
  'split-file-missing': {
    severity: 'warning',
    meaning: 'Streets name precinct splits, but there is no precinct split file. The precincts alone decide.',
    remedy: 'Add precinct_split.txt, or leave precinct_split_id blank.',
  },
  'split-other-precinct': {
    severity: 'error',
    meaning: 'The precinct split belongs to another precinct than the one named here.',
    remedy: 'Correct the precinct id or the split id.',
  },
  'precinct-without-place': {
    severity: 'error',
    meaning:
      'The precinct has no election-day polling place and is neither mail-only nor declared as not voting. ' +
      'Its addresses are set aside.',
    remedy: 'Link it to its polling place, or set is_mail_only or is_not_voting.',
  },
  'precinct-several-places': {
    severity: 'conflict',
    meaning:
      'The precinct leads to several polling places on election day. Voters are shown all of them and told ' +
      'that the list disagrees with itself.',
    remedy: 'Remove the wrong link, or declare vote centers (uses_vote_centers) or party places (party).',
  },
  // Street segments
  'number-missing': {
    severity: 'error',
    meaning: 'The first or last house number is missing.',
    remedy: 'Fill in both, or set includes_all_addresses.',
  },
  'number-unreadable': {
    severity: 'error',
    meaning: 'The house number is not a whole number. (2-Jan is what spreadsheets make of 1-2.)',
    remedy:
      'Write digits only; letters and fractions belong into house_number_prefix and house_number_suffix.',
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
  // Places
  'place-name-missing': {
    severity: 'warning',
    meaning: 'The polling place has no name.',
    remedy: 'Fill in the name that stands on the building.',
  },
  'place-address-missing': {
    severity: 'warning',
    meaning: 'The polling place has no street address.',
    remedy: 'Fill in the address, so that voters can find it.',
  },
  'place-address-without-number': {
    severity: 'warning',
    meaning: 'The address of the polling place has no house number.',
    remedy: 'Add the number if there is one, and directions if not.',
  },
  'place-zip-unreadable': {
    severity: 'warning',
    meaning: 'The ZIP of the polling place is neither five digits nor ZIP+4. It is shown as it stands.',
    remedy: 'Write all five digits.',
  },
  'place-state-other': {
    severity: 'warning',
    meaning: 'The polling place lies in another state than the office.',
    remedy: 'Check the address.',
  },
  'place-point-unreadable': {
    severity: 'warning',
    meaning: 'Latitude and longitude are not a point in the United States, so they are left out.',
    remedy: 'Write degrees, latitude first; west is negative.',
  },
  'place-point-shared': {
    severity: 'warning',
    meaning: 'Two polling places with different addresses stand at the same point.',
    remedy: 'Correct the coordinates of one of them.',
  },
  'place-far-away': {
    severity: 'warning',
    meaning: 'The polling place is more than 30 km from another place of the same precinct.',
    remedy: 'Check the link and the coordinates.',
  },
  'access-fact-unreadable': {
    severity: 'warning',
    meaning: 'The cell is neither yes nor no. Voters are told that it is not known.',
    remedy: 'Write yes or no, or leave it blank where nobody has looked.',
  },
  'access-date-unreadable': {
    severity: 'warning',
    meaning: 'The day of the check is no calendar day. Voters are told that it is not known.',
    remedy: 'Write it as 2026-09-15.',
  },
  'relay-phone-unreadable': {
    severity: 'warning',
    meaning: 'The relay number is no phone number, so it is left out.',
    remedy: 'Write the number with its area code, or 711.',
  },
  // Early voting and drop boxes
  'site-dangling': {
    severity: 'warning',
    meaning:
      'The place or early-voting site that is named here is not in the files (or was set aside). Voters do not see it.',
    remedy: 'Correct the id or add the place.',
  },
  'site-unlinked': {
    severity: 'warning',
    meaning:
      'Nothing says which of several localities this early-voting site or drop box serves. Voters do not see it.',
    remedy: 'Link it to its localities or precincts (polling_location_ids, or the link tables of VIP 3.0).',
  },
  'site-dates-unreadable': {
    severity: 'warning',
    meaning:
      'The first or last day of the early-voting site cannot be read, or comes in the wrong order. It is left out.',
    remedy: 'Write both days as 2026-10-20.',
  },
  // Hours
  'hours-unreadable': {
    severity: 'warning',
    meaning: 'The hours cannot be read with certainty. Voters see them word for word.',
    remedy: 'Write them as 7:00 AM - 7:00 PM, or as schedules.',
  },
  'hours-dangling': {
    severity: 'warning',
    meaning: 'No schedule has this hours_open_id, so no hours are shown.',
    remedy: 'Correct the id or add the schedule.',
  },
  'schedule-unreadable': {
    severity: 'error',
    meaning: 'A date or time of the schedule cannot be read.',
    remedy: 'Write dates as 2026-11-03 and times as 07:00:00-06:00.',
  },
  'schedule-reversed': {
    severity: 'error',
    meaning: 'The schedule ends before it begins.',
    remedy: 'Correct the times or the dates.',
  },
  'schedule-without-zone': {
    severity: 'warning',
    meaning: "Times stand without a time zone. They are taken to be the place's own.",
    remedy: 'Write the distance from UTC behind the time (07:00:00-06:00), or give the locality a time_zone.',
  },
  'schedule-other-day': {
    severity: 'warning',
    meaning: 'The hours of this election-day place do not include election day.',
    remedy: 'Correct the dates, or mark the place as is_early_voting.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;

/** Stable name of one kind of problem: `range-reversed`. */
export type ProblemCode = keyof typeof problemCodes;
