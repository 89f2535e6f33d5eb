// Owns precincts and splits: their declarations, their locality, and that their places exist and are as many
// as can be. A precinct whose list of places is not whole is set aside with all that leads to it.

import type { PollingLocation } from '@/lib/core/vip';
import { isSpreadsheetDate } from '../checks/spreadsheet-cells';
import type { ProblemLog } from '../problems/problem';
import { readFlag, textOrNull } from '../tables/cells';
import { indexById } from '../tables/id-index';
import type { RowCounts } from '../tables/table-reader';
import type { TableRow, VipTables } from '../tables/vip-tables';
import type { AllPlaceLinks, PlaceLink } from './place-links';
import {
  type Declarations,
  destinationOf,
  isSeveralPlaces,
  type PrecinctNode,
  servesOnElectionDay,
  type Unusable,
} from './precinct-graph';
import type { LocalityRow } from './read-localities';
import type { PlaceRow } from './read-places';

export interface PrecinctContext {
  readonly tables: VipTables;
  readonly links: AllPlaceLinks;
  readonly places: ReadonlyMap<string, PlaceRow>;
  readonly localities: ReadonlyMap<string, LocalityRow>;
  readonly log: ProblemLog;
  readonly counts: RowCounts;
}

export interface ReadPrecincts {
  readonly precincts: ReadonlyMap<string, PrecinctNode>;
  readonly unusable: Map<string, Unusable>;
}

/** Every precinct of the file, usable or not. `splitPlaces` says which splits have places of their own. */
export function readPrecincts(context: PrecinctContext): ReadPrecincts {
  const { tables, log, counts } = context;
  const index = indexById(tables.precinct, log, counts);
  const precincts = new Map<string, PrecinctNode>();
  const unusable = new Map<string, Unusable>();
  for (const id of index.unusable) unusable.set(id, { report: null, segments: 0 });
  const withOwnSplits = precinctsWhoseSplitsHavePlaces(context);
  for (const [id, row] of index.byId) {
    const result = readPrecinct(row, withOwnSplits.has(id), context);
    if ('segments' in result && 'precinct' in result) precincts.set(id, result);
    else {
      unusable.set(id, result);
      counts.rowsSetAside++;
    }
  }
  return { precincts, unusable };
}

function precinctsWhoseSplitsHavePlaces({ tables, links }: PrecinctContext): ReadonlySet<string> {
  const splits = tables.precinct_split.rows.filter(({ cells }) => links.ofSplits.has(cells.id));
  return new Set(splits.map(({ cells }) => cells.precinctId));
}

type Row = TableRow<'precinct'>;

function readPrecinct(row: Row, hasSplitPlaces: boolean, context: PrecinctContext): PrecinctNode | Unusable {
  const { cells } = row;
  const locality = context.localities.get(cells.localityId);
  if (locality === undefined) return setAside(context, row, 'locality-dangling', 'localityId');
  const flags = readFlags(row);
  if ('unreadable' in flags) return setAside(context, row, 'flag-unreadable', flags.unreadable);
  const declared: Declarations = {
    isNotVoting: flags.isNotVoting,
    isMailOnly: flags.isMailOnly || locality.locality.isMailOnly,
    usesVoteCenters: flags.usesVoteCenters || locality.locality.usesVoteCenters,
  };
  const links = linksOf(row, declared, locality, context);
  const damaged = damagedLink(cells.id, context);
  if (damaged !== null) return damaged;
  const { places, dangling } = followLinks(links, context.places);
  if (dangling !== null) return danglingPlace(context.log, dangling);
  const destination = destinationOf(places, declared);
  if (destination === null && !hasSplitPlaces) {
    return setAside(context, row, 'precinct-without-place', 'pollingLocationIds');
  }
  if (isSeveralPlaces(places, declared)) reportSeveralPlaces(links, places, context);
  noteDates(row, context);
  return {
    precinct: {
      id: cells.id,
      name: cells.name !== '' ? cells.name : cells.number !== '' ? cells.number : cells.id,
      number: textOrNull(cells.number),
      localityId: locality.locality.id,
      pollingLocationIds: places.map(({ id }) => id),
      isMailOnly: flags.isMailOnly,
      isNotVoting: flags.isNotVoting,
      usesVoteCenters: flags.usesVoteCenters,
    },
    row: row.row,
    destination,
    segments: 0,
  };
}

/** Precincts are called 1-2 in places, and spreadsheets make a day of that. */
function noteDates({ row, cells }: Row, { tables, log }: PrecinctContext): void {
  const field = (['name', 'number', 'id'] as const).find((name) => isSpreadsheetDate(cells[name]));
  if (field === undefined) return;
  const { file, label } = tables.precinct;
  log.report('text-became-date', { file, row, column: label(field), value: cells[field] });
}

function readFlags({ cells }: Row): Declarations | { readonly unreadable: keyof Declarations } {
  const isMailOnly = readFlag(cells.isMailOnly);
  if (isMailOnly === null) return { unreadable: 'isMailOnly' };
  const isNotVoting = readFlag(cells.isNotVoting);
  if (isNotVoting === null) return { unreadable: 'isNotVoting' };
  const usesVoteCenters = readFlag(cells.usesVoteCenters);
  if (usesVoteCenters === null) return { unreadable: 'usesVoteCenters' };
  return { isMailOnly, isNotVoting, usesVoteCenters };
}

// Vote centers serve a whole locality, so a precinct need not repeat them (VIP 6.0 Locality.PollingLocationIds).
function linksOf(row: Row, declared: Declarations, locality: LocalityRow, context: PrecinctContext) {
  const own = context.links.ofPrecincts.get(row.cells.id) ?? [];
  if (!declared.usesVoteCenters || own.some(({ placeId }) => mayServe(placeId, context))) return own;
  const { file } = context.tables.locality;
  const column = context.tables.locality.label('pollingLocationIds');
  const shared = locality.pollingLocationIds.map((placeId) => ({ placeId, file, row: locality.row, column }));
  return [...own, ...shared];
}

// A drop box of its own does not take the vote centers away; a link that leads nowhere is reported as its own.
function mayServe(placeId: string, { places }: PrecinctContext): boolean {
  const found = places.get(placeId);
  return found === undefined || servesOnElectionDay(found.place);
}

/** The places that links lead to; `dangling` is the first that leads nowhere. */
export function followLinks(
  links: readonly PlaceLink[],
  placeRows: ReadonlyMap<string, PlaceRow>,
): { readonly places: readonly PollingLocation[]; readonly dangling: PlaceLink | null } {
  const places: PollingLocation[] = [];
  for (const link of links) {
    const found = placeRows.get(link.placeId);
    if (found === undefined) return { places, dangling: link };
    places.push(found.place);
  }
  return { places, dangling: null };
}

/** Set aside for a link that could not be read; null where there is none. */
export function damagedLink(id: string, { links, log }: PrecinctContext): Unusable | null {
  const link = links.damaged.get(id);
  if (link === undefined) return null;
  const where = { file: link.file, row: link.row, value: id };
  return {
    report: (segments) => log.report('link-unreadable', where, segmentsWithIt(segments)),
    segments: 0,
  };
}

/** Set aside for a link that leads nowhere, reported where the link stands. */
export function danglingPlace(log: ProblemLog, link: PlaceLink): Unusable {
  const where = { file: link.file, row: link.row, column: link.column, value: link.placeId };
  return { report: (segments) => log.report('place-dangling', where, segmentsWithIt(segments)), segments: 0 };
}

/** One conflict, at the link that makes it one. */
export function reportSeveralPlaces(
  links: readonly PlaceLink[],
  places: readonly PollingLocation[],
  { tables, log }: Pick<PrecinctContext, 'tables' | 'log'>,
): void {
  const link = links.at(-1);
  if (link === undefined) return;
  const { file, row, column } = link;
  const value = tables.polling_location.isMade ? null : links.map(({ placeId }) => placeId).join(' ');
  const where = { file, row, column, value };
  log.report('precinct-several-places', where, `${places.map(({ name }) => name).join(' / ')}.`);
}

function setAside(
  { tables, log }: PrecinctContext,
  { row, cells }: Row,
  code: 'locality-dangling' | 'flag-unreadable' | 'precinct-without-place',
  field: keyof Row['cells'],
): Unusable {
  const { file, label, has } = tables.precinct;
  // Where links stand in another table, or beside the streets, no cell of this row is to blame: the precinct is named.
  const column = has(field) ? field : 'id';
  const where = { file, row, column: label(column), value: cells[column] };
  const name = code === 'precinct-without-place' ? `Precinct ${cells.name || cells.number || cells.id}.` : '';
  return {
    report: (segments) =>
      log.report(code, where, [name, segmentsWithIt(segments)].filter(Boolean).join(' ') || undefined),
    segments: 0,
  };
}

function segmentsWithIt(segments: number): string | undefined {
  if (segments === 0) return undefined;
  return segments === 1
    ? '1 street segment is set aside with it.'
    : `${segments} street segments are set aside with it.`;
}
