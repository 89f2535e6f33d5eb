// Owns localities: which ones the feed is about, and what they have declared.

import { isTimeZone } from '@/lib/core/hours/local-time';
import type { Locality, Source } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import { readFlag, readIds, textOrNull } from '../tables/cells';
import { indexById } from '../tables/id-index';
import type { RowCounts } from '../tables/table-reader';
import type { LoadedTable, TableRow, VipTables } from '../tables/vip-tables';
import { placeIds } from './place-links';

/** A locality and, beside VIP's own shape, the places that serve all of it. */
export interface LocalityRow {
  readonly locality: Locality;
  readonly row: number;
  readonly pollingLocationIds: readonly string[];
  /** Sites that it says are its own, apart from that list (Levee column `site_ids`). */
  readonly siteIds: readonly string[];
}

/** Locality id -> locality, for the ids that precincts name. A feed without precincts has all of its localities.
 *  Without a locality file the ids themselves stand in, and the source's name for a blank id. */
export function readLocalities(
  tables: Pick<VipTables, 'locality' | 'election_administration' | 'polling_location'>,
  usedIds: ReadonlySet<string> | null,
  source: Source,
  log: ProblemLog,
  counts: RowCounts,
): ReadonlyMap<string, LocalityRow> {
  const table = tables.locality;
  if (!table.isPresent) return standIns(tables, usedIds ?? new Set(), source, log);
  const knownPlaces = placeIds(tables.polling_location);
  const kept = new Set(
    table.rows.flatMap(({ cells }) => (readFlag(cells.isKept) === true ? [cells.id] : [])),
  );
  const isUsed = (id: string) => usedIds === null || usedIds.has(id) || kept.has(id);
  const { byId } = indexById(table, log, counts, isUsed);
  const localities = new Map<string, LocalityRow>();
  for (const [id, row] of byId) {
    if (!isUsed(id)) continue;
    const locality = readLocality(table, row, knownPlaces, log);
    if (locality === null) counts.rowsSetAside++;
    else localities.set(id, locality);
  }
  return localities;
}

// Without locality rows nothing links them to offices; where there is only one office, it is theirs.
function standIns(
  { locality, election_administration }: Pick<VipTables, 'locality' | 'election_administration'>,
  ids: ReadonlySet<string>,
  source: Source,
  log: ProblemLog,
): ReadonlyMap<string, LocalityRow> {
  // Precincts that name none, as those that were made of an office's own list, miss nothing.
  if ([...ids].some((id) => id !== '')) log.report('locality-file-missing', { file: locality.file });
  const [onlyOffice, otherOffice] = election_administration.rows;
  const localities = new Map<string, LocalityRow>();
  for (const id of ids) {
    const standIn: Locality = {
      id: id === '' ? 'locality' : id,
      name: id === '' ? (source.name ?? 'locality') : id,
      type: null,
      electionAdministrationId: otherOffice === undefined ? textOrNull(onlyOffice?.cells.id ?? '') : null,
      usesVoteCenters: false,
      isMailOnly: false,
      timeZone: null,
      siteIds: [],
    };
    localities.set(id, { locality: standIn, row: 0, pollingLocationIds: [], siteIds: [] });
  }
  return localities;
}

function readLocality(
  table: LoadedTable<'locality'>,
  { row, cells }: TableRow<'locality'>,
  knownPlaces: ReadonlySet<string>,
  log: ProblemLog,
): LocalityRow | null {
  const report = (code: 'flag-unreadable' | 'time-zone-unreadable', field: keyof typeof cells) =>
    log.report(code, { file: table.file, row, column: table.label(field), value: cells[field] });
  const isMailOnly = readFlag(cells.isMailOnly);
  const usesVoteCenters = readFlag(cells.usesVoteCenters);
  if (isMailOnly === null) report('flag-unreadable', 'isMailOnly');
  if (usesVoteCenters === null) report('flag-unreadable', 'usesVoteCenters');
  if (isMailOnly === null || usesVoteCenters === null) return null;
  const hasZone = cells.timeZone !== '' && isTimeZone(cells.timeZone);
  if (cells.timeZone !== '' && !hasZone) report('time-zone-unreadable', 'timeZone');
  const type = cells.type.toLowerCase() === 'other' && cells.otherType !== '' ? cells.otherType : cells.type;
  return {
    locality: {
      id: cells.id,
      name: cells.name === '' ? cells.id : cells.name,
      type: textOrNull(type.toLowerCase()),
      electionAdministrationId: textOrNull(cells.electionAdministrationId),
      usesVoteCenters,
      isMailOnly,
      timeZone: hasZone ? cells.timeZone : null,
      siteIds: [],
    },
    row,
    pollingLocationIds: readIds(cells.pollingLocationIds, knownPlaces),
    siteIds: readIds(cells.siteIds, knownPlaces),
  };
}
