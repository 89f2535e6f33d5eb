// Owns corruptions that no single file shows: another election's list, another county's, half of it. Found where files contradict
// each other, else by the comparison with what is live.

import type { CauseCode } from '@/lib/office/compare/change-causes';
import type { Corruption } from './corruption';
import type { GoodFeed } from './good-feeds';
import { cells } from './place-links';
import {
  columnOf,
  filesOf,
  labelOf,
  placeOf,
  rowNumbers,
  type Sheet,
  sheetOf,
  withColumn,
  withRows,
  withSheets,
} from './sheet';

/** All dates of the files, a year and more before. */
const lastElection: Corruption = {
  title: 'last election’s list sent again',
  make(feed) {
    const day = '2012-11-06';
    const election = withColumn(sheetOf(feed.sheets, 'election'), 'date', () => day);
    const schedule = feed.sheets.get('schedule') as Sheet<'schedule'> | undefined;
    const dated =
      schedule &&
      withColumn(
        withColumn(schedule, 'startDate', () => day),
        'endDate',
        () => day,
      );
    return {
      files: filesOf(withSheets(feed.sheets, election, ...(dated ? [dated] : []))),
      found: [],
      causes: ['election-over'],
    };
  },
};

const sameAgain: Corruption = {
  title: 'the file that is live sent once more',
  make: (feed) => ({ files: filesOf(feed.sheets), found: [], causes: ['same-file-again'] }),
};

const upperHalf = (table: 'street_segment' | 'precinct', title: string): Corruption => ({
  title,
  make(feed, random) {
    const sheet = sheetOf(feed.sheets, table) as Sheet;
    const keep = Math.floor(sheet.rows.length * (0.4 + random.next() / 5));
    const files = filesOf(withSheets(feed.sheets, withRows(sheet, sheet.rows.slice(0, keep))));
    if (table === 'street_segment') return { files, found: [], causes: ['addresses-vanish'] };
    const streets = sheetOf(feed.sheets, 'street_segment');
    const gone = new Set(cells(sheet, 'id').slice(keep));
    const named = columnOf(streets, 'precinctId');
    const hit = [...named.keys()].filter((index) => gone.has(named[index]!));
    return {
      files,
      found: [
        {
          code: 'precinct-dangling',
          file: streets.file,
          rows: rowNumbers(hit),
          column: labelOf(streets, 'precinctId'),
        },
      ],
      also: ['nothing-left'],
      causes: ['precinct-loses-place'],
    };
  },
});

const isReal = (feed: GoodFeed): boolean => feed.dataset.state.abbreviation !== 'ZZ';

const wrongCounty: Corruption = {
  title: 'wrong county: a neighbour’s whole feed',
  make: (feed) =>
    isReal(feed)
      ? null
      : {
          files: filesOf(feed.other),
          found: [],
          causes: ['precinct-loses-place', 'addresses-vanish'],
        },
};

const wrongState: Corruption = {
  title: 'wrong state: another state’s whole feed',
  make(feed) {
    if (!isReal(feed)) return null;
    const { file } = sheetOf(feed.other, 'state');
    return { files: filesOf(feed.other), found: [{ code: 'state-not-the-offices', file, rows: null }] };
  },
};

/** One file of another county among one's own: ids are short, so that many of them are both counties'. */
const otherCountys = (
  table: 'precinct' | 'polling_location',
  title: string,
  causes: readonly CauseCode[],
): Corruption => ({
  title,
  make(feed) {
    const [own, others] = [
      sheetOf(feed.sheets, table) as Sheet<'precinct'>,
      sheetOf(feed.other, table) as Sheet<'precinct'>,
    ];
    // The same exports come with the same columns, and number from one.
    if (own.header.join() !== others.header.join()) return null;
    const ids = new Set(columnOf(own, 'id'));
    if (!columnOf(others, 'id').some((id) => ids.has(id))) return null;
    return {
      files: filesOf(withSheets(feed.sheets, withRows(own, others.rows))),
      found: [],
      also: ['precinct-dangling', 'place-dangling', 'overlap-conflict', 'precinct-without-place'],
      causes,
    };
  },
});

const glued: Corruption = {
  title: 'two counties’ exports glued together',
  make(feed) {
    if (isReal(feed)) return null;
    const tables = ['precinct', 'polling_location', 'street_segment'] as const;
    const sheets = tables.map((table) => {
      const [own, others] = [sheetOf(feed.sheets, table) as Sheet, sheetOf(feed.other, table) as Sheet];
      return own.header.join() === others.header.join() ? withRows(own, [...own.rows, ...others.rows]) : null;
    });
    if (sheets.some((sheet) => sheet === null)) return null;
    const own = sheetOf(feed.sheets, 'precinct');
    const others = columnOf(sheetOf(feed.other, 'precinct'), 'id');
    const ids = columnOf(own, 'id');
    const both = [
      ...[...ids.keys()].filter((index) => others.includes(ids[index]!)),
      ...[...others.keys()]
        .filter((index) => ids.includes(others[index]!))
        .map((index) => index + ids.length),
    ];
    return {
      files: filesOf(withSheets(feed.sheets, ...sheets.filter((sheet) => sheet !== null))),
      found: [{ code: 'id-duplicate', file: own.file, rows: rowNumbers(both) }],
      also: [
        'id-duplicate',
        'place-dangling',
        'nothing-left',
        'number-unreadable',
        'overlap-conflict',
        'precinct-dangling',
        'parity-unreadable',
        'street-missing',
        'zip-unreadable',
        'range-reversed',
      ],
    };
  },
};

const twoElections: Corruption = {
  title: 'the elections of two years in one file',
  make(feed) {
    const sheet = sheetOf(feed.sheets, 'election');
    const at = placeOf(sheet, 'date');
    const rows = [
      ...sheet.rows,
      ...sheet.rows.map((row) => row.with(at, '2012-11-06').with(placeOf(sheet, 'id'), 'e-old')),
    ];
    return {
      files: filesOf(withSheets(feed.sheets, withRows(sheet, rows))),
      found: [{ code: 'election-several', file: sheet.file, rows: [3] }],
    };
  },
};

const flagForAll = (field: 'isMailOnly' | 'isNotVoting', title: string): Corruption => ({
  title,
  make(feed) {
    const sheet = sheetOf(feed.sheets, 'precinct');
    if (placeOf(sheet, field) < 0) return null;
    return {
      files: filesOf(
        withSheets(
          feed.sheets,
          withColumn(sheet, field, () => 'yes'),
        ),
      ),
      found: [],
      causes: ['precincts-change-place'],
    };
  },
});

/** Found between files, or beside what is live. */
export const listCorruptions: readonly Corruption[] = [
  lastElection,
  sameAgain,
  upperHalf('street_segment', 'upper half of the streets only'),
  upperHalf('precinct', 'upper half of the precincts only'),
  wrongCounty,
  wrongState,
  otherCountys('precinct', 'precinct file of another county', ['precinct-loses-place']),
  otherCountys('polling_location', 'places file of another county', ['precincts-change-place']),
  glued,
  twoElections,
  flagForAll('isMailOnly', 'every precinct marked as voting by mail'),
  flagForAll('isNotVoting', 'every precinct marked as not voting'),
];
