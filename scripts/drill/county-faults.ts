// Owns what goes wrong with files that offices upload, as people have made these mistakes: each turns a sound feed into one
// that is not. Knows no server.

import { changed, columnOf } from './county-feed';
import type { Feed } from './desk';

/** Every precinct has the polling place of another one: a column that was sorted by itself. */
export function swappedPlaces(feed: Feed): Feed {
  return changed(feed, 'precinct.csv', (row, index, table) => {
    const at = columnOf(table, 'polling_location_ids');
    const other = table.rows[(index + Math.ceil(table.rows.length / 3)) % table.rows.length]?.[at];
    return row[at] && other ? row.with(at, other) : row;
  });
}

/** Two precincts that vote at different places have each other's. */
export function twoSwapped(feed: Feed): Feed {
  return changed(feed, 'precinct.csv', (row, index, table) => {
    const at = columnOf(table, 'polling_location_ids');
    const first = table.rows.findIndex((each) => each[at] !== '');
    const second = table.rows.findIndex((each) => each[at] !== '' && each[at] !== table.rows[first]?.[at]);
    if (second < 0 || (index !== first && index !== second)) return row;
    return row.with(at, table.rows[index === first ? second : first]?.[at] ?? '');
  });
}

/** From the middle on, every cell of the street rows stands one column further right: one comma too many. */
export function shiftedRows(feed: Feed): Feed {
  return changed(feed, 'street_segment.csv', (row, index, table) =>
    index < table.rows.length / 2 ? row : ['', ...row.slice(0, -1)],
  );
}

/** The precincts of the street rows have moved up by one row: a cell was deleted, and the column closed up. */
export function slippedColumn(feed: Feed): Feed {
  return changed(feed, 'street_segment.csv', (row, index, table) => {
    const at = columnOf(table, 'precinct_id');
    return row.with(at, table.rows[Math.min(index + 40, table.rows.length - 1)]?.[at] ?? '');
  });
}

/** First and last house numbers have changed places. */
export function swappedColumns(feed: Feed): Feed {
  return changed(feed, 'street_segment.csv', (row, _index, table) => {
    const [start, end] = [columnOf(table, 'start_house_number'), columnOf(table, 'end_house_number')];
    return row.with(start, row[end] ?? '').with(end, row[start] ?? '');
  });
}

/** The file of an election that is over. */
export function lastYears(feed: Feed): Feed {
  const older = (file: string, columns: readonly string[]) => (each: Feed) =>
    changed(each, file, (row, _index, table) =>
      columns.reduce((cells, column) => cells.with(columnOf(table, column), '2024-11-05'), [...row]),
    );
  return older('schedule.csv', ['start_date', 'end_date'])(older('election.csv', ['date'])(feed));
}

/** The upload was cut off: the second half of the streets is missing. */
export function halfOfIt(feed: Feed): Feed {
  const text = feed.get('street_segment.csv') ?? '';
  return new Map([...feed, ['street_segment.csv', text.slice(0, text.length >> 1)]]);
}

/** Every 20th polling place has no address: `[2, 22, …]`; of two places, one. Gives the ids, too. */
export function blankAddresses(feed: Feed): { readonly feed: Feed; readonly placeIds: readonly string[] } {
  const placeIds: string[] = [];
  const blank = changed(feed, 'polling_location.csv', (row, index, table) => {
    if (index % 20 !== 1) return row;
    placeIds.push(row[columnOf(table, 'id')] ?? '');
    return row.with(columnOf(table, 'structured_line_1'), '').with(columnOf(table, 'structured_zip'), '');
  });
  return { feed: blank, placeIds };
}

/** Every polling place is called otherwise; all addresses lead where they led. */
export function placesRenamed(feed: Feed, ending: string): Feed {
  return changed(feed, 'polling_location.csv', (row, _index, table) => {
    const at = columnOf(table, 'name');
    return row.with(at, `${row[at]} ${ending}`);
  });
}
