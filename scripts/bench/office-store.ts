// Owns the stores that publishing is measured on: made-up counties' data as it lies there once it was uploaded and checked,
// and approvals. Beside the real adapters there is only a key that nobody else has.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openOfficePorts } from '@/lib/adapters/office-container';
import { releaseFolder } from '@/lib/adapters/release-projection';
import { loadZipReference } from '@/lib/adapters/zip-reference';
import type { Dataset } from '@/lib/core/vip';
import { languages } from '@/lib/messages/languages';
import { storeDataset } from '@/lib/office/drafts/datasets';
import { type Draft, drafts } from '@/lib/office/drafts/draft';
import { noticeRecords } from '@/lib/office/notices/notice-record';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { choices } from '@/lib/office/publish/choice';
import type { JobTarget } from '@/lib/office/publish/job';
import { jobStart } from '@/lib/office/publish/job-start';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { toBase64Url } from '@/lib/release/bytes';
import { KEY_ALGORITHM, keyIdOf } from '@/lib/release/keys';
import { countyDatasets, renamed } from './county-datasets';

/** What is in the store of one county: the hash of its dataset, and of others that it may publish after it. */
export interface StoredCounty {
  readonly officeId: string;
  readonly election: Dataset['election'];
  readonly segments: number;
  readonly placeIds: readonly string[];
  readonly datasets: readonly string[];
}

/** Beside the stores: what is in them. */
export const COUNTIES_FILE = 'counties.json';
const APPROVER = { id: 'bench', name: 'Bench' };
/** Versions of the first county's data: enough for publishing twice with each of four numbers of offices. */
const VERSIONS = 8;

/** Put a state's counties into an empty store. Gives how many there are, and the segments of the first. */
export async function fillStore(
  directory: string,
  state: Dataset,
): Promise<{ readonly counties: number; readonly segments: number }> {
  const stores = await openOfficePorts({ kv: null, storeDirectory: directory });
  const counties: StoredCounty[] = [];
  for (const dataset of countyDatasets(state)) {
    const { officeId, election, streetSegments, pollingLocations } = dataset;
    const datasets = [await storeDataset(stores, dataset)];
    while (counties.length === 0 && datasets.length < VERSIONS) {
      datasets.push(await storeDataset(stores, renamed(dataset, datasets.length)));
    }
    const placeIds = pollingLocations.map(({ id }) => id);
    counties.push({ officeId, election, segments: streetSegments.length, placeIds, datasets });
  }
  await writeFile(join(directory, COUNTIES_FILE), JSON.stringify(counties));
  await stores.close();
  return { counties: counties.length, segments: counties[0]?.segments ?? 0 };
}

/** The first of `counties` approves its data of this version, the others having chosen theirs. Gives the job. */
export async function approve(
  ports: OfficePorts,
  counties: readonly StoredCounty[],
  version: number,
): Promise<string> {
  const [county] = counties;
  const dataset = county?.datasets[version];
  if (county === undefined || dataset === undefined) throw new Error(`no version ${version}`);
  await chooseOthers(ports, counties.slice(1));
  const draftId = ports.newId();
  return started(ports, county, { kind: 'draft', draftId }, (jobId) => {
    const draft = approvedDraft(ports, county, { id: draftId, dataset, jobId });
    return drafts.write(draft, [county.officeId, draftId]);
  });
}

/** The first county closes a place. Gives the job. */
export async function closePlace(ports: OfficePorts, [county]: readonly StoredCounty[]): Promise<string> {
  if (county === undefined) throw new Error('no county');
  const person = { ...APPROVER, at: ports.now().toISOString() };
  const notice = {
    id: ports.newId(),
    officeId: county.officeId,
    kind: 'closed' as const,
    pollingLocationIds: county.placeIds.slice(0, 1),
    from: `${county.election.date}T11:00:00Z`,
    until: `${county.election.date}T23:00:00Z`,
    text: { en: 'Closed by a flood.', es: 'Cerrado por una inundación.' },
    newPlace: null,
  };
  const record = {
    notice,
    state: 'live' as const,
    requestedBy: person,
    approvedBy: person,
    replaces: null,
    withdrawal: null,
    jobId: null,
    endedAt: null,
  };
  return started(ports, county, { kind: 'notices' }, () =>
    noticeRecords.write(record, [county.officeId, notice.id]),
  );
}

type Write = ReturnType<typeof drafts.write>;

async function started(
  ports: OfficePorts,
  { officeId }: StoredCounty,
  target: JobTarget,
  approval: (jobId: string) => Write,
): Promise<string> {
  const start = jobStart(ports, { officeId, target, requestedBy: APPROVER, approvedBy: APPROVER });
  await ports.state.commit({
    id: ports.newId(),
    checks: start.checks,
    writes: [...start.writes, approval(start.job.id)],
  });
  return start.job.id;
}

async function chooseOthers(ports: OfficePorts, others: readonly StoredCounty[]): Promise<void> {
  for (const { officeId, election, segments, placeIds, datasets } of others) {
    if ((await choices.read(ports.state, officeId, election.id)) !== null) continue;
    const dataset = datasets[0] ?? '';
    const at = ports.now().toISOString();
    const facts = {
      draftId: null,
      approvedBy: APPROVER.name,
      at,
      segments,
      pollingLocations: placeIds.length,
    };
    const choice = {
      officeId,
      electionId: election.id,
      electionName: election.name,
      electionDate: election.date,
      current: { dataset, published: dataset, ...facts },
      previous: [],
    };
    await ports.state.commit({
      id: ports.newId(),
      checks: [],
      writes: [choices.write(choice, [officeId, election.id])],
    });
  }
}

/** A draft of this data that was approved. */
export function approvedDraft(
  { now }: OfficePorts,
  { officeId, election, segments, placeIds }: StoredCounty,
  { id, dataset, jobId }: { readonly id: string; readonly dataset: string; readonly jobId: string },
): Draft {
  const at = now().toISOString();
  const person = { ...APPROVER, at };
  const none = { rowsSetAside: 0, fatals: 0, errors: 0, conflicts: 0, warnings: 0 };
  return {
    id,
    officeId,
    state: 'approved',
    author: { ...person, kind: 'system' },
    title: 'Made up',
    files: [],
    corrections: [],
    checked: {
      at,
      dataset,
      electionId: election.id,
      electionName: election.name,
      electionDate: election.date,
      segments,
      precincts: 0,
      pollingLocations: placeIds.length,
      rowsIn: segments,
      ...none,
      problems: 'problems/none',
    },
    acknowledged: {},
    submitted: person,
    approved: person,
    returned: null,
    jobId,
  };
}

/** A store that was filled, with nothing on the shelf, as in a server that has just been started. */
export async function openStore(
  directory: string,
): Promise<{ readonly ports: PublishPorts; readonly counties: readonly StoredCounty[] }> {
  const counties: StoredCounty[] = JSON.parse(await readFile(join(directory, COUNTIES_FILE), 'utf8'));
  const stores = await openOfficePorts({ kv: null, storeDirectory: directory });
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = { id: await keyIdOf(raw), privateKey: pair.privateKey, publicKey: toBase64Url(raw) };
  const reference = loadZipReference();
  const ports = {
    ...stores,
    keys: [key],
    publicKeys: [key.publicKey],
    compilerVersion: 'bench',
    reference: () => reference,
    referenceVersion: 'bench',
    languages,
    origin: null,
    folder: releaseFolder(join(directory, 'release')),
    shelf: { parts: new Map(), merged: new Map() },
    readersCaughtUp: async () => {},
    edgePointers: async () => [],
  };
  return { ports, counties };
}
