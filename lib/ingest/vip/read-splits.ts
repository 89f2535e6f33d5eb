// Owns precinct splits (VIP 3.0): parts of a precinct that may have places of their own.

import { textOrNull } from '../tables/cells';
import { indexById } from '../tables/id-index';
import type { TableRow } from '../tables/vip-tables';
import {
  destinationOf,
  isSeveralPlaces,
  type PrecinctGraph,
  type SplitNode,
  type Unusable,
} from './precinct-graph';
import {
  damagedLink,
  danglingPlace,
  followLinks,
  type PrecinctContext,
  type ReadPrecincts,
  reportSeveralPlaces,
} from './read-precincts';

/** Precincts and splits together. Splits of precincts that do not exist are reported and set aside. */
export function readPrecinctGraph(context: PrecinctContext, read: ReadPrecincts): PrecinctGraph {
  const table = context.tables.precinct_split;
  const index = indexById(table, context.log, context.counts);
  const splits = new Map<string, SplitNode>();
  const unusableSplits = new Map<string, Unusable>();
  for (const id of index.unusable) unusableSplits.set(id, { report: null, segments: 0 });
  for (const [id, row] of index.byId) {
    const { precinctId } = row.cells;
    if (!read.precincts.has(precinctId) && !read.unusable.has(precinctId)) {
      const where = { file: table.file, row: row.row, column: table.label('precinctId'), value: precinctId };
      context.log.report('precinct-dangling', where);
      context.counts.rowsSetAside++;
      unusableSplits.set(id, { report: null, segments: 0 });
      continue;
    }
    const result = readSplit(row, context, read);
    if ('split' in result) splits.set(id, result);
    else {
      context.counts.rowsSetAside++;
      unusableSplits.set(id, result);
    }
  }
  reportLinksToNowhere(context, read, (id) => splits.has(id) || unusableSplits.has(id));
  return {
    precincts: read.precincts,
    splits,
    unusablePrecincts: read.unusable,
    unusableSplits,
    hasSplits: table.isPresent,
  };
}

function readSplit(
  { row, cells }: TableRow<'precinct_split'>,
  context: PrecinctContext,
  read: ReadPrecincts,
): SplitNode | Unusable {
  const damaged = damagedLink(cells.id, context);
  if (damaged !== null) return damaged;
  const links = context.links.ofSplits.get(cells.id) ?? [];
  const { places, dangling } = followLinks(links, context.places);
  if (dangling !== null) return danglingPlace(context.log, dangling);
  const node = read.precincts.get(cells.precinctId);
  const locality =
    node === undefined ? undefined : context.localities.get(node.precinct.localityId)?.locality;
  const declared = {
    isNotVoting: node?.precinct.isNotVoting === true,
    isMailOnly: node?.precinct.isMailOnly === true || locality?.isMailOnly === true,
    usesVoteCenters: node?.precinct.usesVoteCenters === true || locality?.usesVoteCenters === true,
  };
  if (isSeveralPlaces(places, declared)) reportSeveralPlaces(links, places, context);
  const { id, name, precinctId } = cells;
  return {
    split: { id, name: textOrNull(name), precinctId, pollingLocationIds: places.map((place) => place.id) },
    row,
    destination: places.length > 0 ? destinationOf(places, declared) : (node?.destination ?? null),
  };
}

function reportLinksToNowhere(
  context: PrecinctContext,
  read: ReadPrecincts,
  isSplit: (id: string) => boolean,
): void {
  const { log, counts } = context;
  const { precinct_polling_location: whole, precinct_split_polling_location: part } = context.tables;
  for (const { row, cells } of whole.rows) {
    if (read.precincts.has(cells.precinctId) || read.unusable.has(cells.precinctId)) continue;
    const where = { file: whole.file, row, column: whole.label('precinctId'), value: cells.precinctId };
    log.report('precinct-dangling', where);
    counts.rowsSetAside++;
  }
  for (const { row, cells } of part.rows) {
    if (isSplit(cells.precinctSplitId)) continue;
    const where = {
      file: part.file,
      row,
      column: part.label('precinctSplitId'),
      value: cells.precinctSplitId,
    };
    log.report('split-dangling', where);
    counts.rowsSetAside++;
  }
}
