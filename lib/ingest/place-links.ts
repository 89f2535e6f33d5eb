// Owns the ways by which precincts and splits name their places: lists in the row (VIP 5 and 6), link tables
// (VIP 3.0). Follows no link; that a place exists is the precinct reader's concern.

import { readIds } from './cells';
import type { LoadedTable, VipTables } from './vip-tables';

/** One link, and where it stands. */
export interface PlaceLink {
  readonly placeId: string;
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

export type PlaceLinks = ReadonlyMap<string, readonly PlaceLink[]>;

export interface AllPlaceLinks {
  readonly ofPrecincts: PlaceLinks;
  readonly ofSplits: PlaceLinks;
  /** Precincts and splits that a damaged row of a link table names: their places are not all known. */
  readonly damaged: ReadonlyMap<string, DamagedLink>;
  /** Every place id that is named anywhere. */
  readonly usedIds: ReadonlySet<string>;
}

/** Where the damaged row stands. */
export interface DamagedLink {
  readonly file: string;
  readonly row: number;
}

type Tables = Pick<
  VipTables,
  | 'precinct'
  | 'precinct_polling_location'
  | 'precinct_split_polling_location'
  | 'locality'
  | 'polling_location'
>;

/** All links. The same place named twice for one precinct is one link. */
export function readPlaceLinks(tables: Tables): AllPlaceLinks {
  const usedIds = new Set<string>();
  const ofPrecincts = new Map<string, PlaceLink[]>();
  const ofSplits = new Map<string, PlaceLink[]>();

  function add(links: Map<string, PlaceLink[]>, owner: string, link: PlaceLink): void {
    usedIds.add(link.placeId);
    const others = links.get(owner);
    if (others === undefined) links.set(owner, [link]);
    else if (!others.some((other) => other.placeId === link.placeId)) others.push(link);
  }

  const { precinct, locality } = tables;
  const known = placeIds(tables.polling_location);
  const column = precinct.label('pollingLocationIds');
  for (const { row, cells } of precinct.rows) {
    for (const placeId of readIds(cells.pollingLocationIds, known)) {
      add(ofPrecincts, cells.id, { placeId, file: precinct.file, row, column });
    }
  }
  const whole = tables.precinct_polling_location;
  for (const { row, cells } of whole.rows) {
    const link = {
      placeId: cells.pollingLocationId,
      file: whole.file,
      row,
      column: whole.label('pollingLocationId'),
    };
    add(ofPrecincts, cells.precinctId, link);
  }
  const part = tables.precinct_split_polling_location;
  for (const { row, cells } of part.rows) {
    const link = {
      placeId: cells.pollingLocationId,
      file: part.file,
      row,
      column: part.label('pollingLocationId'),
    };
    add(ofSplits, cells.precinctSplitId, link);
  }
  for (const { cells } of locality.rows) {
    for (const placeId of readIds(cells.pollingLocationIds, known)) usedIds.add(placeId);
  }
  const damaged = new Map([...damagedLinks(whole), ...damagedLinks(part)]);
  return { ofPrecincts, ofSplits, damaged, usedIds };
}

/** Every id of the place file, usable or not. */
export function placeIds(table: LoadedTable<'polling_location'>): ReadonlySet<string> {
  return new Set(table.rows.map(({ cells }) => cells.id));
}

// Which cell is the owner cannot be told in a damaged row, so every one counts as if it were.
function damagedLinks(table: Pick<LoadedTable<LinkTable>, 'file' | 'damaged'>): [string, DamagedLink][] {
  return table.damaged.flatMap(({ row, cells }) =>
    cells.map((cell): [string, DamagedLink] => [cell.trim(), { file: table.file, row }]),
  );
}

type LinkTable = 'precinct_polling_location' | 'precinct_split_polling_location';
