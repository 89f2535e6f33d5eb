import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFeed } from '../generate/feed';
import { withAmbiguousStreets } from './ambiguous-streets';
import {
  blankAddresses,
  halfOfIt,
  lastYears,
  placesRenamed,
  shiftedRows,
  slippedColumn,
  swappedColumns,
  swappedPlaces,
  twoSwapped,
} from './county-faults';
import { columnOf, countyFeed, tableOf, textOf } from './county-feed';
import type { Feed } from './desk';

let folder = '';
let feed: Feed = new Map();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'levee-county-feed-'));
  await writeFeed({ precincts: 120, seed: 3, directory: folder, counties: 3 });
  feed = countyFeed(folder, 'loc-2');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cells = (of: Feed, file: string, column: string): readonly string[] => {
  const table = tableOf(of.get(file) ?? '');
  return table.rows.map((row) => row[columnOf(table, column)] ?? '');
};

describe('the files of one county', () => {
  it('are those of its own precincts, places and streets, and of nobody else', () => {
    expect(cells(feed, 'locality.csv', 'id')).toEqual(['loc-2']);
    expect(new Set(cells(feed, 'precinct.csv', 'locality_id'))).toEqual(new Set(['loc-2']));
    const precincts = new Set(cells(feed, 'precinct.csv', 'id'));
    const streets = cells(feed, 'street_segment.csv', 'precinct_id');
    expect(streets.length).toBeGreaterThan(500);
    expect(streets.every((id) => precincts.has(id))).toBe(true);
    const used = new Set(
      cells(feed, 'precinct.csv', 'polling_location_ids').flatMap((ids) => ids.split(' ')),
    );
    expect(cells(feed, 'polling_location.csv', 'id').every((id) => used.has(id))).toBe(true);
  });

  it('are read and written without loss', () => {
    for (const text of feed.values()) expect(textOf(tableOf(text))).toBe(text);
  });
});

describe('what goes wrong with them', () => {
  it.each<[string, string, (feed: Feed) => Feed]>([
    ['places of all precincts swapped', 'precinct.csv', swappedPlaces],
    ['places of two precincts swapped', 'precinct.csv', twoSwapped],
    ['shifted rows', 'street_segment.csv', shiftedRows],
    ['a slipped column', 'street_segment.csv', slippedColumn],
    ['swapped columns', 'street_segment.csv', swappedColumns],
    ['last election’s', 'election.csv', lastYears],
    ['half of it', 'street_segment.csv', halfOfIt],
    ['other names', 'polling_location.csv', (each) => placesRenamed(each, 'B')],
    ['blank addresses', 'polling_location.csv', (each) => blankAddresses(each).feed],
  ])('%s: %s is another file', (_, file, fault) => {
    expect(fault(feed).get(file)).not.toBe(feed.get(file));
  });

  it('two precincts of all have another place where two are swapped', () => {
    const [before, after] = [feed, twoSwapped(feed)].map((each) =>
      cells(each, 'precinct.csv', 'polling_location_ids'),
    );
    expect(before?.filter((id, at) => id !== after?.[at])).toHaveLength(2);
  });
});

it('2,000 addresses of ambiguous streets are all different, 500 of each kind, with two places each', () => {
  const { asked } = withAmbiguousStreets(feed);
  expect(new Set(asked.map(({ address }) => address)).size).toBe(2_000);
  for (const kind of ['suffix', 'direction', 'unit', 'precinct']) {
    expect(asked.filter((each) => each.kind === kind)).toHaveLength(500);
  }
  expect(asked.every(({ placeIds: [first, second] }) => first !== second)).toBe(true);
});
