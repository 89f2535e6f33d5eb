// Owns corruptions of cells in the small tables: precincts, places, election, hours. A table as cells.ts is.

import { damage } from './cell-damage';
import type { Corruption } from './corruption';

const places = 'polling_location';

/** Cells that cannot be read, or that voters could not use. */
export const otherCellCorruptions: readonly Corruption[] = [
  damage({
    title: 'a precinct’s flag that nobody can read',
    table: 'precinct',
    field: 'isMailOnly',
    of: () => true,
    to: () => '?',
    code: 'flag-unreadable',
  }),
  damage({
    title: 'precincts of a locality that is not in the files',
    table: 'precinct',
    field: 'localityId',
    to: (cell) => `${cell}99`,
    code: 'locality-dangling',
    also: ['nothing-left'],
  }),
  damage({
    title: 'scientific notation for ids of places',
    table: places,
    field: 'id',
    to: () => '1.31E+07',
    code: 'id-damaged',
    also: ['place-dangling', 'nothing-left'],
  }),
  damage({
    title: 'leading zeros lost in the ZIPs of places',
    table: places,
    field: 'zip',
    of: (cell) => cell.startsWith('0'),
    to: (cell) => String(Number(cell)),
    code: 'place-zip-unreadable',
    all: true,
  }),
  damage({
    title: 'addresses of places deleted',
    table: places,
    field: 'line1',
    to: () => '',
    code: 'place-address-missing',
  }),
  damage({
    title: 'names of places deleted',
    table: places,
    field: 'name',
    to: () => '',
    code: 'place-name-missing',
  }),
  damage({
    title: 'house numbers of places lost',
    table: places,
    field: 'line1',
    of: (cell) => /^\d+ [^\d]+$/.test(cell),
    to: (cell) => cell.replace(/^\d+ /, ''),
    code: 'place-address-without-number',
  }),
  damage({
    title: 'places in another state',
    table: places,
    field: 'state',
    to: () => 'OH',
    code: 'place-state-other',
  }),
  damage({
    title: 'the minus lost before longitudes',
    table: places,
    field: 'longitude',
    to: (cell) => cell.replace('-', ''),
    code: 'place-point-unreadable',
    also: [],
  }),
  damage({
    title: 'hours of places that name a schedule which is not there',
    table: places,
    field: 'hoursOpenId',
    to: (cell) => `${cell}-old`,
    code: 'hours-dangling',
  }),
  damage({
    title: 'the election’s date as a spreadsheet’s number (46329)',
    table: 'election',
    field: 'date',
    to: () => '46329',
    code: 'election-date-unreadable',
  }),
  damage({
    title: 'the election’s date with a year of two digits (11/3/26)',
    table: 'election',
    field: 'date',
    to: () => '11/3/26',
    code: 'election-date-unreadable',
  }),
  damage({
    title: 'hours that end before they begin',
    table: 'schedule',
    field: 'endTime',
    of: (cell) => !['19:00:00', '23:59:00'].includes(cell),
    to: () => '04:00:00',
    code: 'schedule-reversed',
    also: ['hours-dangling'],
  }),
];
