// Owns localities, precincts, splits and their links to places on their way out. VIP 6.0 has no splits of this kind and no place for
// ids with blanks in its lists: both go out in tables of VIP 3.0, which are read beside those of 6.0.

import type { ListedDataset, Locality } from '@/lib/core/vip';
import { readIds } from '../tables/cells';
import { type FlatTable, flatTable } from './flat-table';
import { stateId } from './office-tables';

/** VIP 6.0 DistrictType; a locality of another type is `other`, and `other_type` says which. */
const DISTRICT_TYPES: ReadonlySet<string> = new Set([
  ...[
    'borough',
    'city',
    'city-council',
    'congressional',
    'county',
    'county-council',
    'judicial',
    'municipality',
    'national',
    'parish',
  ],
  ...[
    'school',
    'special',
    'state',
    'state-house',
    'state-senate',
    'town',
    'township',
    'utility',
    'village',
    'ward',
    'water',
    'other',
  ],
]);

/** All tables of what lies in a locality but streets. `listed` gets the places that these tables name. */
export function precinctTables(dataset: ListedDataset, listed: Set<string>): readonly FlatTable[] {
  const { precincts, precinctSplits } = dataset;
  const known = new Set(dataset.pollingLocations.map(({ id }) => id));
  const precinctLinks: string[][] = [];
  const splitLinks: string[][] = [];
  const precinctRows = precincts.map((precinct) => {
    for (const id of precinct.pollingLocationIds) listed.add(id);
    const list = idList(precinct.pollingLocationIds, known);
    if (list === null) for (const id of precinct.pollingLocationIds) precinctLinks.push([precinct.id, id]);
    const { id, name, number, localityId, isMailOnly, isNotVoting, usesVoteCenters } = precinct;
    return [
      id,
      name,
      number ?? '',
      localityId,
      list ?? '',
      String(isMailOnly),
      isTrue(isNotVoting),
      isTrue(usesVoteCenters),
    ];
  });
  const splitRows = precinctSplits.map(({ id, name, precinctId, pollingLocationIds }) => {
    for (const placeId of pollingLocationIds) {
      listed.add(placeId);
      splitLinks.push([id, placeId]);
    }
    return [id, name ?? '', precinctId];
  });
  return [
    localityTable(dataset, known, listed),
    flatTable(
      'precinct',
      ['id', 'name', 'number', 'locality_id', 'polling_location_ids', 'is_mail_only'],
      ['is_not_voting', 'uses_vote_centers'],
      precinctRows,
    ),
    flatTable('precinct_polling_location', ['precinct_id', 'polling_location_id'], [], precinctLinks),
    flatTable('precinct_split', ['id', 'name', 'precinct_id'], [], splitRows),
    flatTable(
      'precinct_split_polling_location',
      ['precinct_split_id', 'polling_location_id'],
      [],
      splitLinks,
    ),
  ];
}

function localityTable(dataset: ListedDataset, known: ReadonlySet<string>, listed: Set<string>): FlatTable {
  const used = new Set(dataset.precincts.map(({ localityId }) => localityId));
  const columns = [
    'id',
    'name',
    'type',
    'other_type',
    'state_id',
    'election_administration_id',
    'polling_location_ids',
  ];
  const own = ['uses_vote_centers', 'is_mail_only', 'time_zone', 'site_ids', 'is_kept'];
  const rows = dataset.localities.map((locality) => {
    const { id, name, type, electionAdministrationId, siteIds, usesVoteCenters, isMailOnly, timeZone } =
      locality;
    for (const siteId of siteIds) listed.add(siteId);
    const isVipType = type === null || DISTRICT_TYPES.has(type);
    const sites = idList(siteIds, known) ?? siteIds.join(',');
    const isTaken = isTakenForVoteCenters(locality, dataset);
    return [
      ...[
        id,
        name,
        isVipType ? (type ?? '') : 'other',
        isVipType ? '' : type,
        stateId,
        electionAdministrationId ?? '',
      ],
      ...[
        isTaken ? '' : sites,
        isTrue(usesVoteCenters),
        isTrue(isMailOnly),
        timeZone ?? '',
        isTaken ? sites : '',
      ],
      dataset.precincts.length > 0 && !used.has(id) ? 'true' : '',
    ];
  });
  return flatTable('locality', columns, own, rows);
}

/** A precinct with vote centers and no place of its own takes over the locality's list: sites must not stand in it then. */
function isTakenForVoteCenters({ id, siteIds, usesVoteCenters }: Locality, dataset: ListedDataset): boolean {
  if (siteIds.length === 0) return false;
  const sites = new Set(
    dataset.pollingLocations.flatMap((place) => (place.isDropBox || place.isEarlyVoting ? [place.id] : [])),
  );
  return dataset.precincts.some(
    (precinct) =>
      precinct.localityId === id &&
      (precinct.usesVoteCenters || usesVoteCenters) &&
      precinct.pollingLocationIds.every((placeId) => sites.has(placeId)),
  );
}

/** `['pl1', 'pl2']` -> `pl1 pl2`; null where no list of that kind reads as these ids again. */
function idList(ids: readonly string[], known: ReadonlySet<string>): string | null {
  for (const separator of [' ', ',']) {
    const list = ids.join(separator);
    const again = readIds(list, known);
    if (again.length === ids.length && again.every((id, i) => id === ids[i])) return list;
  }
  return null;
}

function isTrue(flag: boolean): string {
  return flag ? 'true' : '';
}
