// Owns the ways by which precincts and splits name their places: lists in the row (VIP 5 and 6), link tables
// (VIP 3.0). Follows no link; that a place exists is the precinct reader's concern.

import { looseCode } from '@/lib/core/precinct-code';
import { readFlag, readIds } from '../tables/cells';
import type { LoadedTable, TableRow, VipTables } from '../tables/vip-tables';
import { ownersIn, swallowedOwners } from './lost-links';
import { nameOf, saysByMail } from './mail-words';

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
  /** Precincts and splits that a damaged row of a link table may name: their places are not all known. */
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
  | 'precinct_split'
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
  const { precinct_polling_location: whole, precinct_split_polling_location: part } = tables;
  for (const { row, cells } of whole.rows) add(ofPrecincts, cells.precinctId, linkIn(whole, row, cells));
  for (const { row, cells } of part.rows) add(ofSplits, cells.precinctSplitId, linkIn(part, row, cells));
  const left = leftOutOfMail(tables, ofPrecincts);
  for (const links of [...ofPrecincts.values(), ...ofSplits.values()])
    for (const { placeId } of links) left.delete(placeId);
  for (const placeId of left) usedIds.delete(placeId);
  for (const { cells } of locality.rows) {
    for (const placeId of readIds(cells.pollingLocationIds, known)) usedIds.add(placeId);
  }
  const ofWhole = damagedLinks(whole, idsOf(precinct), known, (cells) => [
    cells.precinctId,
    cells.pollingLocationId,
  ]);
  const ofParts = damagedLinks(part, idsOf(tables.precinct_split), known, (cells) => [
    cells.precinctSplitId,
    cells.pollingLocationId,
  ]);
  const damaged = new Map([
    ...ofWhole.named,
    ...ofParts.named,
    ...besidesNameless(tables, ofPrecincts, ofWhole.nameless),
    ...splitsWithoutLinks(tables, ofSplits, ofParts.nameless),
  ]);
  return { ofPrecincts, ofSplits, damaged, usedIds };
}

function linkIn(
  table: Pick<LoadedTable<LinkTable>, 'file'> & { readonly label: (field: 'pollingLocationId') => string },
  row: number,
  { pollingLocationId }: TableRow<LinkTable>['cells'],
): PlaceLink {
  return { placeId: pollingLocationId, file: table.file, row, column: table.label('pollingLocationId') };
}

/** Of a precinct that is declared as mail-only, a place that says just that is none: its link is taken out. Gives the ids of such places. */
function leftOutOfMail(
  { precinct, locality, polling_location: places }: Tables,
  links: Map<string, PlaceLink[]>,
): Set<string> {
  const remarks = new Set(places.rows.flatMap(({ cells }) => (saysByMail(nameOf(cells)) ? [cells.id] : [])));
  const leftOut = new Set<string>();
  if (remarks.size === 0) return leftOut;
  const byMail = new Set(
    locality.rows.flatMap(({ cells }) => (readFlag(cells.isMailOnly) === true ? [cells.id] : [])),
  );
  for (const { cells } of precinct.rows) {
    if (readFlag(cells.isMailOnly) !== true && !byMail.has(cells.localityId)) continue;
    const own = links.get(cells.id) ?? [];
    for (const { placeId } of own) if (remarks.has(placeId)) leftOut.add(placeId);
    const kept = own.filter(({ placeId }) => !remarks.has(placeId));
    if (kept.length === 0) links.delete(cells.id);
    else links.set(cells.id, kept);
  }
  return leftOut;
}

/** Every id of the place file, usable or not. */
export function placeIds(table: LoadedTable<'polling_location'>): ReadonlySet<string> {
  return new Set(table.rows.map(({ cells }) => cells.id));
}

interface Damaged {
  readonly named: readonly (readonly [string, DamagedLink])[];
  /** Rows of which nobody can tell whose they are. */
  readonly nameless: readonly NamelessLink[];
}

interface NamelessLink extends DamagedLink {
  /** Null where that cannot be read either. */
  readonly placeId: string | null;
}

function damagedLinks<Table extends LinkTable>(
  table: LoadedTable<Table>,
  owners: ReadonlySet<string>,
  places: ReadonlySet<string>,
  linkOf: (cells: TableRow<Table>['cells']) => readonly [owner: string, placeId: string],
): Damaged {
  const named: [string, DamagedLink][] = [];
  const nameless: NamelessLink[] = [];
  const { file } = table;
  const add = (names: ReadonlySet<string>, row: number) => {
    for (const name of names) named.push([name, { file, row }]);
  };
  for (const damaged of table.damaged) {
    const names = ownersIn(damaged, owners);
    add(names, damaged.row);
    if (![...names].some((name) => owners.has(name)))
      nameless.push({
        file,
        row: damaged.row,
        placeId: damaged.cells.find((cell) => places.has(cell)) ?? null,
      });
  }
  for (const { row, cells } of table.rows) {
    const [owner, placeId] = linkOf(cells);
    if (owners.has(owner) && places.has(placeId)) continue;
    add(swallowedOwners(owners.has(owner) ? null : owner, places.has(placeId) ? null : placeId), row);
    if (owner === '') nameless.push({ file, row, placeId: places.has(placeId) ? placeId : null });
    else if (!owners.has(owner)) add(nearlyNamed(owner, owners), row);
  }
  return { named, nameless };
}

/** Ids that a spreadsheet, or somebody who leaves zeros out, writes so. */
function nearlyNamed(owner: string, owners: ReadonlySet<string>): ReadonlySet<string> {
  const loose = looseCode(owner);
  return new Set([...owners].filter((id) => loose !== '' && looseCode(id) === loose));
}

/** Links without an owner are those of the precincts that have none, where there are as many of these. Else one is a further link of a
 *  precinct that has one: in a table that is in order, of that of the rows beside it. */
function besidesNameless(
  { precinct, precinct_polling_location: { rows } }: Tables,
  links: PlaceLinks,
  nameless: readonly NamelessLink[],
): readonly (readonly [string, DamagedLink])[] {
  const isOpen = ({ cells }: TableRow<'precinct'>) =>
    !links.has(cells.id) && readFlag(cells.isMailOnly) !== true && readFlag(cells.isNotVoting) !== true;
  if (nameless.length === 0 || precinct.rows.filter(isOpen).length >= nameless.length) return [];
  return nameless.flatMap((link) => {
    const isOther = ({ cells }: (typeof rows)[number]) =>
      cells.precinctId !== '' &&
      !links.get(cells.precinctId)?.some(({ placeId }) => placeId === link.placeId);
    const beside = [rows.findLast(({ row }) => row < link.row), rows.find(({ row }) => row > link.row)];
    return beside.flatMap((row) =>
      row !== undefined && isOther(row) ? [[row.cells.precinctId, link] as const] : [],
    );
  });
}

/** A split without a link votes where its precinct does: not while there is a link of which nobody can tell whose it is. */
function splitsWithoutLinks(
  { precinct_split: { rows } }: Tables,
  links: PlaceLinks,
  [first]: readonly NamelessLink[],
): readonly (readonly [string, DamagedLink])[] {
  if (first === undefined) return [];
  return rows.filter(({ cells }) => !links.has(cells.id)).map(({ cells }) => [cells.id, first] as const);
}

function idsOf(table: LoadedTable<'precinct'> | LoadedTable<'precinct_split'>): ReadonlySet<string> {
  return new Set(table.rows.map(({ cells }) => cells.id));
}

type LinkTable = 'precinct_polling_location' | 'precinct_split_polling_location';
