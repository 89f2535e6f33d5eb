// Owns the early_vote_site table of VIP 3.0 (later versions mark such places with is_early_voting).
// The table counts its ids apart from polling_location's, so that they get a name of their own here.

import type { ProblemCode } from '../problems/problem-codes';
import { textOrNull } from '../tables/cells';
import { indexById } from '../tables/id-index';
import type { LoadedTable, TableRow } from '../tables/vip-tables';
import { readOpenDates } from './open-dates';
import { readPlaceAddress } from './place-address';
import { readHours } from './read-hours';
import { type PlaceContext, type PlaceRow, placeZip, reportAddress } from './read-places';

/** The id under which an early_vote_site stands among the places: `7` -> `early-vote-site-7`. */
export function earlySiteId(id: string): string {
  return `early-vote-site-${id}`;
}

/** True for what `readEarlySites` made: it is not a row of polling_location, and not counted as one. */
export function isEarlySite({ id }: { readonly id: string }): boolean {
  return id.startsWith(earlySiteId(''));
}

/** Every site of the table, by the id it has among the places. Which locality it serves is another question. */
export function readEarlySites(
  table: LoadedTable<'early_vote_site'>,
  context: PlaceContext,
): ReadonlyMap<string, PlaceRow> {
  const sites = new Map<string, PlaceRow>();
  for (const row of indexById(table, context.log, context.counts).byId.values()) {
    const site = readEarlySite(table, row, context);
    sites.set(site.place.id, site);
  }
  return sites;
}

function readEarlySite(
  table: LoadedTable<'early_vote_site'>,
  { row, cells }: TableRow<'early_vote_site'>,
  context: PlaceContext,
): PlaceRow {
  const report = (code: ProblemCode, field: keyof typeof cells, detail?: string) =>
    context.log.report(
      code,
      { file: table.file, row, column: table.label(field), value: cells[field] },
      detail,
    );
  const address = readPlaceAddress({ ...cells, oneLine: '' });
  reportAddress(address, cells.name, report);
  // Words that hold for some days of the week only: which ones, a reader has to see.
  const { hours, trouble } = readHours('', cells.hours, null, context.schedules);
  if (trouble !== null) report(trouble, 'hours');
  const place = {
    id: earlySiteId(cells.id),
    name: cells.name,
    ...address,
    zip: placeZip(address.zip),
    latLng: null,
    directions: textOrNull(cells.directions),
    entrance: null,
    accessibility: null,
    hours,
    openDates: readOpenDates(cells.startDate, cells.endDate, report),
    photoUri: null,
    isDropBox: false,
    isEarlyVoting: true,
    party: null,
  };
  return { place, table: 'early_vote_site', row };
}
