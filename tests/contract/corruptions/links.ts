// Owns corruptions of what leads from precincts to places, and of the ids that do: sorted, shifted, swapped, doubled, out of date.

import type { FieldOf, TableName } from '@/lib/ingest/tables/vip-columns';
import type { CauseCode } from '@/lib/office/compare/change-causes';
import type { Random } from '@/scripts/generate/random';
import type { Corrupted, Corruption } from './corruption';
import { cells, changed, linksOf } from './place-links';
import { some } from './rows';
import {
  cellOf,
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

/** Precincts that vote at other places; all rows are sound by themselves. */
const placesMoved = (
  title: string,
  to: (links: readonly string[], random: Random) => (index: number) => string,
  causes: readonly CauseCode[],
): Corruption => ({
  title,
  make(feed, random) {
    const { sheet, place } = linksOf(feed.sheets);
    const links = cells(sheet, place);
    const other = to(links, random);
    const after = changed(sheet, place, (_, index) => other(index));
    return {
      files: filesOf(withSheets(feed.sheets, after)),
      found: [],
      also: ['precinct-without-place', 'precinct-several-places', 'overlap-conflict'],
      causes,
    };
  },
});

const single = (links: readonly string[]) =>
  links.flatMap((link, index) => (link !== '' && !/[ ,;]/.test(link) ? [index] : []));

const placeCorruptions: readonly Corruption[] = [
  placesMoved(
    'one column sorted by itself: the places of precincts',
    (links) => {
      const sorted = [...links].sort().reverse();
      return (index) => sorted[index]!;
    },
    ['precincts-change-place'],
  ),
  placesMoved(
    'rows shifted by one in one column: the places of precincts',
    (links) => (index) => links[(index + 1) % links.length]!,
    ['precincts-change-place'],
  ),
  placesMoved(
    'two precincts have each other’s place',
    (links, random) => {
      const can = single(links);
      const first = random.pick(can);
      const others = can.filter((index) => links[index] !== links[first]);
      const second = random.pick(others);
      return (index) => links[index === first ? second : index === second ? first : index]!;
    },
    ['precincts-swap-places'],
  ),
  placesMoved(
    'the place filled down over a third of the precincts',
    (links, random) => {
      const count = Math.ceil(links.length / 3);
      const [at = 0] = some(
        random,
        1,
        single(links).filter((index) => index + count < links.length),
      );
      return (index) => (index >= at && index < at + count ? links[at]! : links[index]!);
    },
    ['precincts-change-place'],
  ),
  placesMoved(
    'last election’s list with the new date typed in',
    (links, random) => {
      const can = single(links);
      const moved = new Set(some(random, Math.ceil(can.length / 3), can));
      return (index) =>
        moved.has(index)
          ? links[random.pick(can.filter((each) => links[each] !== links[index]))]!
          : links[index]!;
    },
    ['precincts-change-place'],
  ),
];

const twoPlaces: Corruption = {
  title: 'a precinct with two places',
  make(feed, random) {
    const { sheet, place, precinct } = linksOf(feed.sheets);
    const links = cells(sheet, place);
    const owners = cells(sheet, precinct);
    const plain = new Set(
      feed.dataset.precincts
        .filter(
          ({ isMailOnly, isNotVoting, usesVoteCenters }) => !isMailOnly && !isNotVoting && !usesVoteCenters,
        )
        .map(({ id }) => id),
    );
    const days = new Set(
      feed.dataset.pollingLocations
        .filter((each) => !each.isDropBox && !each.isEarlyVoting && each.party === null)
        .map(({ id }) => id),
    );
    const can = single(links).filter((index) => plain.has(owners[index]!) && days.has(links[index]!));
    const hit = random.pick(can);
    const other = links[random.pick(can.filter((index) => links[index] !== links[hit]))]!;
    const at = placeOf(sheet, place as FieldOf<TableName>);
    const isTable = sheet.table === 'precinct_polling_location';
    const rows = isTable
      ? [...sheet.rows, sheet.rows[hit]!.with(at, other)]
      : sheet.rows.map((row, index) => (index === hit ? row.with(at, `${links[hit]} ${other}`) : row));
    const row = isTable ? rows.length + 1 : hit + 2;
    return {
      files: filesOf(withSheets(feed.sheets, withRows(sheet, rows))),
      found: [
        { code: 'precinct-several-places', file: sheet.file, rows: [row], column: sheet.header[at] ?? '' },
      ],
      also: ['overlap-conflict'],
    };
  },
};

const olderPlaces: Corruption = {
  title: 'polling places file a year older: dangling ids',
  make(feed, random) {
    const { sheet, place, precinct } = linksOf(feed.sheets);
    const places = sheetOf(feed.sheets, 'polling_location');
    const ids = columnOf(places, 'id');
    const links = cells(sheet, place);
    const used = [...ids.keys()].filter((index) => links.includes(ids[index]!));
    const gone = new Set(some(random, 2, used).map((index) => ids[index]!));
    const notVoting = new Set(
      feed.dataset.precincts.filter(({ usesVoteCenters }) => usesVoteCenters).map(({ id }) => id),
    );
    const owners = cells(sheet, precinct);
    const hit = [...links.keys()].filter((index) => links[index]!.split(/[ ,;]+/).some((id) => gone.has(id)));
    if (hit.some((index) => notVoting.has(owners[index]!))) return null;
    const rows = places.rows.filter((_, index) => !gone.has(ids[index]!));
    return {
      files: filesOf(withSheets(feed.sheets, withRows(places, rows))),
      found: [
        {
          code: 'place-dangling',
          file: sheet.file,
          rows: rowNumbers(hit),
          column: labelOf(sheet, place as FieldOf<TableName>),
        },
      ],
      causes: ['precinct-loses-place'],
    };
  },
};

const renumberedPlaces: Corruption = {
  title: 'places numbered anew, the precincts’ links not',
  make(feed) {
    const places = sheetOf(feed.sheets, 'polling_location');
    const ids = columnOf(places, 'id');
    const after = withColumn(places, 'id', (_, index) => ids[(index + 1) % ids.length]!);
    return {
      files: filesOf(withSheets(feed.sheets, after)),
      found: [],
      also: ['precinct-without-place', 'overlap-conflict', 'precinct-several-places'],
      causes: ['precincts-change-place'],
    };
  },
};

const duplicateIds = (
  table: 'precinct' | 'polling_location',
  title: string,
  also: Corrupted['also'] & {},
): Corruption => ({
  title,
  make(feed, random) {
    const sheet = sheetOf(feed.sheets, table) as Sheet<'precinct'>;
    const { sheet: linkSheet, place } = linksOf(feed.sheets);
    const links = cells(linkSheet, place).flatMap((link) => link.split(' '));
    const ids = columnOf(sheet, 'id');
    const can = [...ids.keys()].filter((index) => table === 'precinct' || links.includes(ids[index]!));
    const [one = 0, other = 1] = some(random, 2, can);
    const after = withColumn(sheet, 'id', (cell, index) => (index === other ? ids[one]! : cell));
    return {
      files: filesOf(withSheets(feed.sheets, after)),
      found: [
        {
          code: 'id-duplicate',
          file: sheet.file,
          rows: rowNumbers([one, other]),
          column: labelOf(sheet, 'id'),
        },
      ],
      also,
      causes: ['precinct-loses-place'],
    };
  },
});

const zerosInIds: Corruption = {
  title: 'leading zeros lost in the precinct ids of one file',
  make(feed) {
    const precincts = sheetOf(feed.sheets, 'precinct');
    const streets = sheetOf(feed.sheets, 'street_segment');
    const ids = columnOf(precincts, 'id');
    const number = new Map(ids.map((id, index) => [id, String(index + 1).padStart(4, '0')]));
    const renamed = (cell: string) => number.get(cell) ?? cell;
    const links = feed.sheets.get('precinct_polling_location');
    const splits = feed.sheets.get('precinct_split');
    const lost = withColumn(streets, 'precinctId', (cell) => String(Number(renamed(cell))));
    const hit = [...streets.rows.keys()].filter((index) =>
      number.has(cellOf(streets, streets.rows[index]!, 'precinctId')),
    );
    const sheets = withSheets(
      feed.sheets,
      withColumn(precincts, 'id', renamed),
      lost,
      ...(links ? [withColumn(links as Sheet<'precinct_polling_location'>, 'precinctId', renamed)] : []),
      ...(splits ? [withColumn(splits as Sheet<'precinct_split'>, 'precinctId', renamed)] : []),
    );
    return {
      files: filesOf(sheets),
      found: [
        {
          code: 'precinct-dangling',
          file: streets.file,
          rows: rowNumbers(hit),
          column: labelOf(streets, 'precinctId'),
        },
      ],
      also: ['nothing-left'],
    };
  },
};

/** Found between files, or beside what is live. */
export const linkCorruptions: readonly Corruption[] = [
  ...placeCorruptions,
  twoPlaces,
  olderPlaces,
  renumberedPlaces,
  duplicateIds('precinct', 'duplicate ids of precincts', [
    'precinct-dangling',
    'nothing-left',
    'split-dangling',
    'split-other-precinct',
  ]),
  duplicateIds('polling_location', 'duplicate ids of places', ['place-dangling']),
  zerosInIds,
];
