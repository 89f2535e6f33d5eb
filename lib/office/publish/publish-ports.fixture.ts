// Owns what tests of publishing stand on: ports in memory with keys of their own, approved drafts, jobs driven to their
// end, and the whole release that the stores hold read as a reader would.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { err, ok } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { languages } from '@/lib/messages/languages';
import { toBase64Url } from '@/lib/release/bytes';
import { KEY_ALGORITHM, keyIdOf } from '@/lib/release/keys';
import { vectorReference } from '@/lib/release/offices.fixture';
import { openRelease } from '@/lib/release/reader';
import type { ReleaseSource } from '@/lib/release/verified-objects';
import { verifyRelease } from '@/lib/release/verify';
import type { PlainPageSource } from '@/lib/release/verify-pages';
import { commitAudited } from '../audit/commit-audited';
import { storeDataset } from '../drafts/datasets';
import { type Draft, drafts } from '../drafts/draft';
import { memoryPorts, type TestClock } from '../ports/memory-ports.fixture';
import type { OfficePorts } from '../ports/office-ports';
import { advanceJob } from './advance-job';
import type { PublishJob } from './job';
import { jobStart } from './job-start';
import { getJson } from './json-blobs';
import { planSchema } from './plan';
import { livePointer } from './pointer';
import type { OfficeKey, PublishPorts } from './publish-ports';
import { pageBlob, storedManifest, storedManifests, storedObjects } from './stored-release';

export const ANNA = { id: 'anna', name: 'Anna' };
export const BEN = { id: 'ben', name: 'Ben' };

/** A pair that no other test has. */
export async function testKey(): Promise<OfficeKey> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { id: await keyIdOf(raw), privateKey: pair.privateKey, publicKey: toBase64Url(raw) };
}

/** Publishing in memory, without a folder; with `over`, on these stores. */
export async function publishPorts(
  over: Partial<PublishPorts> = {},
): Promise<PublishPorts & { readonly clock: TestClock }> {
  const key = await testKey();
  return {
    ...memoryPorts(),
    keys: [key],
    publicKeys: [key.publicKey],
    compilerVersion: 'test',
    reference: () => vectorReference,
    referenceVersion: 'vectors',
    languages: languages.slice(0, 1),
    origin: null,
    folder: null,
    shelf: { parts: new Map(), merged: new Map() },
    readersCaughtUp: async () => {},
    edgePointers: async () => [],
    ...over,
  };
}

/** A draft that Anna made and Ben approved, and the job that makes it live; gives both ids. */
export async function approvedDraft(
  ports: OfficePorts,
  dataset: Dataset,
): Promise<{ readonly draftId: string; readonly jobId: string }> {
  const at = ports.now().toISOString();
  const id = ports.newId();
  const { officeId } = dataset;
  const start = jobStart(ports, {
    officeId,
    target: { kind: 'draft', draftId: id },
    requestedBy: ANNA,
    approvedBy: BEN,
  });
  const draft: Draft = {
    id,
    officeId,
    state: 'approved',
    author: { ...ANNA, at, kind: 'person' },
    title: 'Test',
    files: [],
    corrections: [],
    checked: await checkedOf(ports, dataset),
    acknowledged: {},
    submitted: { ...ANNA, at },
    approved: { ...BEN, at },
    returned: null,
    jobId: start.job.id,
  };
  await commitAudited(ports, {
    checks: start.checks,
    writes: [...start.writes, drafts.write(draft, [officeId, id])],
    events: start.events,
  });
  return { draftId: id, jobId: start.job.id };
}

async function checkedOf(ports: OfficePorts, dataset: Dataset): Promise<NonNullable<Draft['checked']>> {
  return {
    at: ports.now().toISOString(),
    dataset: await storeDataset(ports, dataset),
    electionId: dataset.election.id,
    electionName: dataset.election.name,
    electionDate: dataset.election.date,
    segments: dataset.streetSegments.length,
    precincts: dataset.precincts.length,
    pollingLocations: dataset.pollingLocations.length,
    rowsIn: dataset.streetSegments.length,
    rowsSetAside: 0,
    fatals: 0,
    errors: 0,
    conflicts: 0,
    warnings: 0,
    problems: 'problems/none',
  };
}

/** Drives a job until it is over or has failed. */
export async function driven(ports: PublishPorts, jobId: string): Promise<PublishJob> {
  for (let calls = 0; calls < 10_000; calls += 1) {
    const job = await advanceJob(ports, jobId);
    if (!job.ok) throw new Error(job.error.message);
    if (job.value.state !== 'running') return job.value;
    // Somebody else may be at it.
    if (job.value.lease !== null) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('the job does not come to its end');
}

/** Approves and publishes a dataset. */
export async function publish(ports: PublishPorts, dataset: Dataset): Promise<PublishJob> {
  return driven(ports, (await approvedDraft(ports, dataset)).jobId);
}

/** What is live, as the stores hold it, for readers of lib/release. */
export async function liveSource(ports: PublishPorts): Promise<ReleaseSource & PlainPageSource> {
  const live = await livePointer(ports);
  const paths = new Map<string, string>();
  if (live !== null) {
    for (const name of (await storedManifests(ports.blobs, live.value.pagesRoot)).values()) {
      for (const [path, hash] of await storedManifest(ports.blobs, name)) paths.set(path, hash);
    }
  }
  const absent = err({ code: 'notFound', message: 'not in the store' } as const);
  return {
    ...storedObjects(ports.blobs),
    pointer: async () => (live === null ? absent : ok(new TextEncoder().encode(live.value.text))),
    page: async (path) => {
      const bytes = await ports.blobs.get(pageBlob(paths.get(path) ?? 'none'));
      return bytes === null ? absent : ok(bytes);
    },
  };
}

const trustOf = (ports: PublishPorts) => ({
  publicKeys: ports.publicKeys,
  revokedKeyIds: [],
  highestSequences: {},
});

/** What is wrong with the release that is live, by the same check as `levee verify`; [] where nothing is. */
export async function liveProblems(ports: PublishPorts): Promise<readonly string[]> {
  const report = await verifyRelease(await liveSource(ports), trustOf(ports), ports.now());
  return report.problems.map(({ file, message }) => `${file}: ${message}`);
}

/** What a voter is told now: `found School` or the outcome's name alone. */
export async function told(ports: PublishPorts, address: string): Promise<string> {
  const release = await openRelease(await liveSource(ports), trustOf(ports), ports.now());
  if (!release.ok) return release.error.code;
  const outcome: LookupOutcome = await release.value.answer(address, ports.now());
  return [outcome.kind, ...outcome.pollingLocations.map(({ name }) => name)].join(' ');
}

/** The offices of the release that is live. */
export async function liveOffices(ports: PublishPorts): Promise<readonly string[]> {
  const live = await livePointer(ports);
  if (live === null) return [];
  const plan = await getJson(ports.blobs, live.value.plan, planSchema);
  return plan.inputs.map(({ officeId }) => officeId);
}
