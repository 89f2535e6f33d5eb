// Owns what can be wrong with an office's files: precincts and their links. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const precinctsCodes = {
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
    remedy:
      'Fill in its polling place. In a feed, set is_mail_only where everybody votes by mail, or is_not_voting where there is no election.',
  },
  'precinct-several-places': {
    severity: 'conflict',
    meaning:
      'The precinct leads to several polling places on election day. Voters are shown all of them and told ' +
      'that the list disagrees with itself.',
    remedy:
      'Correct the row that names the wrong place. Where voters may choose, declare vote centers (uses_vote_centers) or party places (party) in a feed.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
