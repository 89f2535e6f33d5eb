// Owns what an office has live as tables of a feed, for a new list of precincts and places to go with: streets keep their precincts,
// precincts get their new places. Knows no file.

import type { Dataset, StreetSegment } from '@/lib/core/vip';
import type { FeedTable } from '../../feed-files';
import type { ProblemLog } from '../../problem';
import { madeTable } from './made-records';
import type { PrecinctCodes } from './precinct-codes';

/** How problems name what is live. */
export const liveFile = 'what is live now';

/** Precincts of the list -> precincts that are live: by code, number or name, and only one to one. What is live and not in the
 *  list is reported; its streets are left out. */
export function matchLive(
  live: Dataset,
  codes: PrecinctCodes,
  file: string,
  log: ProblemLog,
): ReadonlyMap<string, string> {
  const state = live.state.abbreviation;
  const found = new Map<string, string[]>();
  const missing = new Set(live.precincts.map(({ id }) => id));
  for (const { id, number, name } of live.precincts) {
    const ids = new Set(
      [id, number ?? '', name].filter((text) => text !== '').flatMap((text) => codes.find(text, state) ?? []),
    );
    const [only] = ids;
    if (ids.size === 1 && only !== undefined) found.set(only, [...(found.get(only) ?? []), id]);
  }
  const matched = new Map<string, string>();
  for (const [listId, [liveId, ...others]] of found) {
    if (others.length > 0 || liveId === undefined) continue;
    matched.set(listId, liveId);
    missing.delete(liveId);
  }
  const counts = new Map<string, number>();
  for (const { precinctId } of live.streetSegments) counts.set(precinctId, (counts.get(precinctId) ?? 0) + 1);
  for (const { id, name } of live.precincts) {
    if (!missing.has(id)) continue;
    const value = name === id ? id : `${id} ${name}`;
    log.report(
      'precinct-not-in-list',
      { file, value },
      `${counts.get(id) ?? 0} street segments are left out with it.`,
    );
  }
  return matched;
}

const segmentColumns = [
  'id',
  'start_house_number',
  'end_house_number',
  'odd_even_both',
  'includes_all_addresses',
  'includes_all_streets',
  'house_number_prefix',
  'house_number_suffix',
  'street_direction',
  'street_name',
  'street_suffix',
  'address_direction',
  'start_apartment_number',
  'end_apartment_number',
  'city',
  'state',
  'zip',
  'precinct_id',
];

/** The streets of the precincts that are keys of `ids`, which says by what id each is published now. Splits with places of their own are left out: the list does not say where they vote. */
export function liveSegments(live: Dataset, ids: ReadonlyMap<string, string>): FeedTable {
  const apart = new Set(
    live.precinctSplits.filter(({ pollingLocationIds }) => pollingLocationIds.length > 0).map(({ id }) => id),
  );
  return madeTable(
    'street_segment',
    liveFile,
    segmentColumns,
    segmentColumns.map(() => null),
    function* () {
      for (const [at, segment] of live.streetSegments.entries()) {
        const id = ids.get(segment.precinctId);
        if (id === undefined || apart.has(segment.precinctSplitId ?? '')) continue;
        for (const cells of segmentCells(segment)) yield { row: at + 2, cells: [...cells, id] };
      }
    },
  );
}

/** One for each run of units. */
function segmentCells(segment: StreetSegment): readonly (readonly string[])[] {
  const { units, includesAllAddresses: all, includesAllStreets: every } = segment;
  const ranges = units.length === 0 ? [{ start: '', end: '' }] : units;
  return ranges.map(({ start, end }, part) => [
    part === 0 ? segment.id : `${segment.id}-${part}`,
    all ? '' : String(segment.startHouseNumber),
    all ? '' : String(segment.endHouseNumber),
    segment.oddEvenBoth,
    String(all),
    String(every),
    segment.houseNumberPrefix ?? '',
    segment.houseNumberSuffix ?? '',
    segment.streetDirection,
    segment.streetName,
    segment.streetSuffix,
    segment.addressDirection,
    start,
    end,
    segment.city,
    segment.state,
    segment.zip,
  ]);
}

/** The localities and offices that are live. */
export function liveOffices(live: Dataset): readonly FeedTable[] {
  const localityColumns = [
    'id',
    'name',
    'type',
    'election_administration_id',
    'time_zone',
    'uses_vote_centers',
    'is_mail_only',
  ];
  const officeColumns = [
    'id',
    'name',
    'phone',
    'email',
    'hours',
    'elections_uri',
    'am_i_registered_uri',
    'what_to_bring',
    'report_uri',
    'languages',
  ];
  const lines = ['structured_line_1', 'structured_line_2', 'structured_line_3'];
  const plain = (columns: readonly string[]) => columns.map(() => null);
  return [
    madeTable('locality', liveFile, localityColumns, plain(localityColumns), () =>
      live.localities.map((one, at) => ({
        row: at + 2,
        cells: [
          one.id,
          one.name,
          one.type ?? '',
          one.electionAdministrationId ?? '',
          one.timeZone ?? '',
          String(one.usesVoteCenters),
          String(one.isMailOnly),
        ],
      })),
    ),
    madeTable(
      'election_administration',
      liveFile,
      [...officeColumns, ...lines],
      plain([...officeColumns, ...lines]),
      () =>
        live.electionAdministrations.map((one, at) => ({
          row: at + 2,
          cells: [
            one.id,
            one.name ?? '',
            one.phone ?? '',
            one.email ?? '',
            one.hoursText ?? '',
            one.electionsUri ?? '',
            one.registrationCheckUri ?? '',
            one.whatToBring ?? '',
            one.reportUri ?? '',
            one.languages.join(' '),
            ...lines.map((_, line) => one.addressLines[line] ?? ''),
          ],
        })),
    ),
  ];
}
