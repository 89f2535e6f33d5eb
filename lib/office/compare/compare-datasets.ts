// Owns the comparison of a draft with what is live: all of it, in one value. Pure: it loads nothing and words nothing.

import type { ListedDataset } from '@/lib/core/vip';
import { contactChanges } from './contact-changes';
import { countAddresses } from './count-addresses';
import { type DestinationOf, type DestinationTable, destinationTable } from './destinations';
import type { Difference, ListFacts } from './difference';
import { matchPlaces } from './match-places';
import { comparePlaces, movedPlaces, rangesByPlace } from './place-changes';
import { precinctChanges, withPlace } from './precinct-changes';
import { rangeGroups } from './range-groups';
import { compareStreets } from './street-rows';

/** `compareDatasets(live, draft)`; `live: null`: nothing is live, all is new. O(n log n) in rows. `conflicts`: rows that
 *  contradict another one, of either list, where they were counted. */
export function compareDatasets(
  live: ListedDataset | null,
  draft: ListedDataset,
  conflicts: { readonly live: number; readonly draft: number } = { live: 0, draft: 0 },
): Difference {
  const places = matchPlaces(live, draft);
  const table = destinationTable(live, draft, places);
  const streets = compareStreets(live, draft, table);
  return {
    officeId: draft.officeId,
    live: live && factsOf(live, table, table.liveOf, conflicts.live),
    draft: factsOf(draft, table, table.draftOf, conflicts.draft),
    groups: rangeGroups(streets, table, { live, draft }),
    places: comparePlaces(places.pairs, live, draft, rangesByPlace(live, draft, table)),
    precincts: precinctChanges(live, draft, table, movedPlaces(places.pairs)),
    contacts: contactChanges(live, draft),
  };
}

function factsOf(
  dataset: ListedDataset,
  table: DestinationTable,
  of: DestinationOf,
  conflictingRanges: number,
): ListFacts {
  return {
    electionName: dataset.election.name,
    electionDate: dataset.election.date,
    ranges: dataset.streetSegments.length,
    addresses: countAddresses(rangesOf(dataset)),
    precincts: dataset.precincts.length,
    precinctsWithPlace: withPlace(dataset, table, of),
    places: dataset.pollingLocations.length,
    conflictingRanges,
  };
}

function* rangesOf({ streetSegments }: ListedDataset) {
  for (const { includesAllAddresses: all, startHouseNumber, endHouseNumber, oddEvenBoth } of streetSegments) {
    yield {
      start: all ? 0 : startHouseNumber,
      end: all ? Number.MAX_SAFE_INTEGER : endHouseNumber,
      oddEvenBoth,
    };
  }
}
