// Owns which early-voting sites and drop boxes serve which locality: lists in the row of a locality or the state (VIP 5
// and 6), link tables (VIP 3.0), or, in a feed of one locality, that there is no other. Guesses between none.

import type { Locality, Precinct } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import { readIds } from '../tables/cells';
import type { RowCounts } from '../tables/table-reader';
import type { VipTables } from '../tables/vip-tables';
import { placeIds } from './place-links';
import { servesOnElectionDay } from './precinct-graph';
import { earlySiteId } from './read-early-sites';
import type { LocalityRow } from './read-localities';
import { type PlaceRow, reportUnreferenced } from './read-places';

/** What the links are followed in: everything read so far. */
export interface SiteLinkContext {
  readonly tables: VipTables;
  readonly places: ReadonlyMap<string, PlaceRow>;
  readonly localities: ReadonlyMap<string, LocalityRow>;
  readonly precincts: readonly Precinct[];
  readonly log: ProblemLog;
  readonly counts: RowCounts;
}

/** The localities with their `siteIds`, and the precincts with sites of their own among their places. */
export interface LinkedSites {
  readonly localities: readonly Locality[];
  readonly precincts: readonly Precinct[];
}

/** Follow every link to a site. One that leads nowhere is reported; a site that nothing links to serves the only
 *  locality, or, where there are several, is reported and left out. */
export function linkSites(context: SiteLinkContext): LinkedSites {
  const ofPrecincts = precinctLinks(context);
  const precincts = context.precincts.map((precinct) =>
    withSites(precinct, ofPrecincts.get(precinct.id) ?? []),
  );
  const ofLocalities = localityLinks(context);
  const ofAll = stateLinks(context);
  const linked = new Set([
    ...[...ofLocalities.values()].flat(),
    ...ofAll,
    ...precincts.flatMap(({ pollingLocationIds }) => pollingLocationIds),
  ]);
  const loose = [...context.places.values()].filter(
    ({ place }) => !servesOnElectionDay(place) && !linked.has(place.id),
  );
  const isOnly = context.localities.size === 1;
  if (!isOnly) for (const site of loose) reportLoose(site, context);
  const everywhere = isOnly ? [...ofAll, ...loose.map(({ place }) => place.id)] : ofAll;
  const localities = [...context.localities.values()].map(({ locality }) => ({
    ...locality,
    siteIds: [...new Set([...(ofLocalities.get(locality.id) ?? []), ...everywhere])],
  }));
  return { localities, precincts };
}

function withSites(precinct: Precinct, siteIds: readonly string[]): Precinct {
  if (siteIds.length === 0) return precinct;
  return { ...precinct, pollingLocationIds: [...new Set([...precinct.pollingLocationIds, ...siteIds])] };
}

/** Locality id -> sites. Ids of ordinary places in a locality's list are vote centers, and not these. */
function localityLinks(context: SiteLinkContext): ReadonlyMap<string, readonly string[]> {
  const { tables, localities, log } = context;
  const links = new Map<string, string[]>();
  const add = (id: string, siteId: string) => links.set(id, [...(links.get(id) ?? []), siteId]);
  for (const { locality, row, pollingLocationIds, siteIds } of localities.values()) {
    for (const id of [...pollingLocationIds, ...siteIds]) {
      const where = {
        file: tables.locality.file,
        row,
        column: tables.locality.label('pollingLocationIds'),
        value: id,
      };
      if (isSite(id, context)) add(locality.id, id);
      // With vote centers the precincts' own check has said so.
      else if (!context.places.has(id) && !locality.usesVoteCenters) log.report('site-dangling', where);
    }
  }
  const table = tables.locality_early_vote_site;
  const elsewhere = [];
  for (const { row, cells } of table.rows) {
    if (!localities.has(cells.localityId)) {
      elsewhere.push({ row, cells: { id: cells.localityId } });
      continue;
    }
    const siteId = followEarly(table, row, cells.siteId, context);
    if (siteId !== null) add(cells.localityId, siteId);
  }
  reportUnreferenced({ file: table.file, label: () => table.label('localityId') }, elsewhere, log);
  return links;
}

function stateLinks(context: SiteLinkContext): readonly string[] {
  const { state, polling_location, state_early_vote_site: table } = context.tables;
  const known = placeIds(polling_location);
  const listed = state.rows
    .flatMap(({ cells }) => readIds(cells.pollingLocationIds, known))
    .filter((id) => isSite(id, context));
  const linked = table.rows.flatMap(({ row, cells }) => followEarly(table, row, cells.siteId, context) ?? []);
  return [...listed, ...linked];
}

function precinctLinks(context: SiteLinkContext): ReadonlyMap<string, readonly string[]> {
  const { tables, log, counts } = context;
  const table = tables.precinct_early_vote_site;
  const known = new Set(tables.precinct.rows.map(({ cells }) => cells.id));
  const links = new Map<string, string[]>();
  for (const { row, cells } of table.rows) {
    if (!known.has(cells.precinctId)) {
      const where = { file: table.file, row, column: table.label('precinctId'), value: cells.precinctId };
      log.report('precinct-dangling', where);
      counts.rowsSetAside++;
      continue;
    }
    const siteId = followEarly(table, row, cells.siteId, context);
    if (siteId !== null) links.set(cells.precinctId, [...(links.get(cells.precinctId) ?? []), siteId]);
  }
  return links;
}

function followEarly(
  table: { readonly file: string; readonly label: (field: 'siteId') => string },
  row: number,
  id: string,
  { places, log }: SiteLinkContext,
): string | null {
  const siteId = earlySiteId(id);
  if (places.has(siteId)) return siteId;
  log.report('site-dangling', { file: table.file, row, column: table.label('siteId'), value: id });
  return null;
}

function isSite(id: string, { places }: SiteLinkContext): boolean {
  const found = places.get(id);
  return found !== undefined && !servesOnElectionDay(found.place);
}

function reportLoose({ place, table, row }: PlaceRow, { tables, log }: SiteLinkContext): void {
  const where = { file: tables[table].file, row, column: 'id', value: place.id };
  log.report('site-unlinked', where, `${place.name}.`);
}
