// Owns what the drill's offices have published before it begins: a made-up state, each county an office of its own, in a
// store like any installation's. Knows no process.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { openOfficePorts } from '@/lib/adapters/office-container';
import type { Dataset } from '@/lib/core/vip';
import { storeDataset } from '@/lib/office/drafts/datasets';
import { type Office, offices } from '@/lib/office/offices/office';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { countyDatasets } from '../bench/county-datasets';
import { approve, type StoredCounty } from '../bench/office-store';
import { readFeed } from '../bench/tasks';
import { writeFeed } from '../generate/feed';
import type { NamedGolden } from './shown';
import type { GoldenAddress } from './verdict';

/** What has been published. */
export interface Seeded {
  /** The folder of the state's files, as `levee generate` writes it. */
  readonly feed: string;
  readonly golden: readonly NamedGolden[];
  readonly counties: readonly StoredCounty[];
  readonly state: Dataset;
  readonly segments: number;
}

type Stores = Parameters<typeof openOfficePorts>[0];

/** Make a state of so many precincts below `feed`, and approve it all in an empty store: the office host publishes it when it
 *  starts. The same seed, the same state. */
export async function seedState(
  feed: string,
  { precincts, seed }: { readonly precincts: number; readonly seed: number },
  stores: Stores,
): Promise<Seeded> {
  const { segments } = await writeFeed({ precincts, seed, directory: feed });
  const { dataset } = await readFeed(feed);
  const ports = await openOfficePorts(stores);
  const counties: StoredCounty[] = [];
  for (const county of countyDatasets(dataset)) counties.push(await storeCounty(ports, county));
  await approve(ports, counties, 0);
  await ports.close();
  const golden = readGolden(join(feed, 'golden.csv')).filter((each) => isOfOneCounty(each, counties));
  return { feed, golden, counties, state: dataset, segments };
}

/** Where two counties' lists meet, who was first decides (docs/adr/0029-claims.md), and not the addresses' maker. */
function isOfOneCounty({ placeIds }: GoldenAddress, counties: readonly StoredCounty[]): boolean {
  return (
    placeIds.length < 2 || counties.some((county) => placeIds.every((id) => county.placeIds.includes(id)))
  );
}

async function storeCounty(ports: OfficePorts, dataset: Dataset): Promise<StoredCounty> {
  const { officeId, election, streetSegments, pollingLocations, localities } = dataset;
  const at = ports.now().toISOString();
  const office: Office = {
    id: officeId,
    name: localities[0]?.name ?? officeId,
    kind: 'county',
    state: 'ZZ',
    phone: { number: '555-0142', electionDayHours: '6 am to 9 pm', confirmed: { by: 'drill', at } },
    singleNumberBeatsRange: false,
    dutyApproverIds: [],
    isPractice: false,
  };
  await ports.state.commit({ id: ports.newId(), checks: [], writes: [offices.write(office, [officeId])] });
  return {
    officeId,
    election,
    segments: streetSegments.length,
    placeIds: pollingLocations.map(({ id }) => id),
    datasets: [await storeDataset(ports, dataset)],
  };
}

/** `golden.csv` of `levee generate`: `address,kind,place_ids,place_names,…`, ids parted by blanks, names by `; `. */
export function readGolden(file: string): readonly NamedGolden[] {
  const { data } = Papa.parse<Record<'address' | 'kind' | 'place_ids' | 'place_names', string>>(
    readFileSync(file, 'utf8'),
    { header: true, skipEmptyLines: true },
  );
  return data.map(({ address, kind, place_ids, place_names }) => ({
    address,
    kind: kind as NamedGolden['kind'],
    placeIds: place_ids.split(' ').filter((id) => id !== ''),
    placeNames: place_names.split('; ').filter((name) => name !== ''),
  }));
}
