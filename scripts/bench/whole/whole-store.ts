// Owns the office host's stores as a whole state's list is measured in them: the list, and the one after it, as they lie there once they
// were uploaded and checked. Measures nothing.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openOfficePorts } from '@/lib/adapters/office-container';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { storeDataset } from '@/lib/office/drafts/datasets';
import { COUNTIES_FILE, type StoredCounty } from '../office-store';

/** One row of so many is sent to another precinct by the later list. */
const CHANGED_OF = 100;

/** Puts both lists into an empty store, as one office's. */
export async function fillWhole(directory: string, dataset: Dataset): Promise<void> {
  const stores = await openOfficePorts({ kv: null, storeDirectory: directory });
  const { officeId, election, streetSegments, pollingLocations } = dataset;
  const datasets = [await storeDataset(stores, dataset), await storeDataset(stores, later(dataset))];
  const placeIds = pollingLocations.map(({ id }) => id);
  const stored: StoredCounty = { officeId, election, segments: streetSegments.length, placeIds, datasets };
  await writeFile(join(directory, COUNTIES_FILE), JSON.stringify([stored]));
  await stores.close();
}

/** Numbered anew, as exports are, and a row of a hundred in the precinct after its own. */
function later(dataset: Dataset): Dataset {
  const nextOf = new Map(dataset.precincts.map(({ id }, at, all) => [id, all[at + 1]?.id ?? id]));
  const streetSegments = dataset.streetSegments.map((segment, at): StreetSegment => {
    const precinctId =
      at % CHANGED_OF === 0 ? (nextOf.get(segment.precinctId) ?? segment.precinctId) : segment.precinctId;
    return { ...segment, id: `n${at}`, precinctId };
  });
  return { ...dataset, streetSegments };
}
