// Owns what can be wrong with an office's files: places. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const placesCodes = {
  'place-name-missing': {
    severity: 'warning',
    meaning: 'The polling place has no name.',
    remedy: 'Fill in the name that stands on the building.',
  },
  'place-says-by-mail': {
    severity: 'error',
    meaning:
      'Instead of a polling place it says that people vote by mail, and nobody has confirmed who does. It is no place that voters can be sent to.',
    remedy:
      'In a list of your own: accept the repair that reads it so, or correct the cell to is_mail_only; for the next list add a column of yes and no. ' +
      'In a feed: set is_mail_only of the precinct to true.',
  },
  'place-address-missing': {
    severity: 'warning',
    meaning: 'The polling place has no street address.',
    remedy: 'Fill in the address, so that voters can find it.',
  },
  'place-address-without-number': {
    severity: 'warning',
    meaning: 'The address of the polling place has no house number (that of a road, room or box is none).',
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
    meaning: 'The polling place is more than 30 km (19 miles) from the other places of its precinct.',
    remedy: 'Check that this place is meant for the precinct, and its latitude and longitude.',
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
} as const satisfies Readonly<Record<string, CodeEntry>>;
