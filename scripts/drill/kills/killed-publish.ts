// Owns killing a publish at one point and looking at what is left: a whole release, old or new; draft and job as they
// were; a job that anybody can bring to its end. Used by the sample in `npm test` and by `npm run test:long`.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseSource } from '@/lib/adapters/release-files';
import { auditEntries } from '@/lib/office/audit/commit-audited';
import { entryHash, NO_ENTRY } from '@/lib/office/audit/entry';
import { loadDataset } from '@/lib/office/drafts/datasets';
import { drafts } from '@/lib/office/drafts/draft';
import { jobSteps, jobs } from '@/lib/office/publish/job';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import {
  approvedDraft,
  driven,
  liveProblems,
  publish,
  told,
} from '@/lib/office/publish/publish-ports.fixture';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { verifyRelease } from '@/lib/release/verify';
import { bundled } from '../../test/bundle';
import type { Death } from './drive-and-die';
import { openVictim, type VictimStores } from './victim-stores';

const CHILD = fileURLToPath(new URL('./drive-and-die.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Past the lease of whoever died. */
const LATER_MS = 120_000;
const ADDRESS = '1 Main St, Exampleton, 00011';
const OLD = 'found Example School';
const NEW = 'found New Example School';

const renamed = {
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((place) => ({ ...place, name: `New ${place.name}` })),
};

/** A store with a release, and an approved draft whose job has not begun. */
export interface Prepared {
  readonly stores: VictimStores;
  readonly jobId: string;
  readonly draftId: string;
}

/** Fill empty stores. */
export async function prepare(stores: VictimStores): Promise<Prepared> {
  const { ports, close } = await openVictim(stores);
  for (const dataset of [exampleCounty, sampleCounty]) await publish(ports, dataset);
  const draft = await approvedDraft(ports, renamed);
  await close();
  return { stores, ...draft };
}

/** A folder of its own for one kill; `copyOf`: with what is in another. */
export function victimFolder(copyOf?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'levee-kill-'));
  if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Drive the job in a process of its own, which dies at `at`; gives the step of every operation until then. */
export async function driveInChild(
  { stores, jobId }: Prepared,
  at: number | null,
): Promise<readonly string[]> {
  const death: Death = { ...stores, jobId, at };
  // Not waited for by blocking: what stands between it and Redis may live in this process.
  const child = spawn(process.execPath, [await bundled(CHILD), JSON.stringify(death)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  if ((signal === 'SIGKILL') !== (at !== null)) throw new Error(`at ${at}: it ended by ${signal}`);
  return printed.split('\n').filter((line) => line !== '');
}

/** Points to die at, spread over all steps alike: `operations` as `driveInChild` gives them. */
export function spreadPoints(operations: readonly string[], count: number): readonly number[] {
  const byStep = jobSteps.map((step) =>
    operations.flatMap((each, number) => (each === step ? [number * 2, number * 2 + 1] : [])),
  );
  const points: number[] = [];
  for (let round = 0; points.length < count; round += 1) {
    for (const all of byStep) {
      if (points.length === count || all.length === 0) continue;
      // The golden ratio: always the same points, and all over the step however many there are.
      points.push(all[Math.floor(((round * 0.618034) % 1) * all.length)] ?? 0);
    }
  }
  return points;
}

/** What is wrong after a kill at `at`, in words; [] where nothing is. */
export async function afterKill({ stores, jobId, draftId }: Prepared): Promise<readonly string[]> {
  const { ports, close } = await openVictim(stores, LATER_MS);
  try {
    const wrong = await whatIsLeft(ports, stores, jobId, draftId);
    const job = await driven(ports, jobId);
    if (job.state !== 'done') wrong.push(`the job ended ${job.state}: ${job.error?.message}`);
    if ((await told(ports, ADDRESS)) !== NEW) wrong.push('what was approved is not live in the end');
    wrong.push(...(await liveProblems(ports)), ...(await folderProblems(ports, stores, true)));
    const draft = await drafts.read(ports.state, 'xx-example', draftId);
    if (draft?.value.state !== 'live') wrong.push(`the draft ended ${draft?.value.state}`);
    return wrong;
  } finally {
    await close();
  }
}

async function whatIsLeft(
  ports: PublishPorts,
  stores: VictimStores,
  jobId: string,
  draftId: string,
): Promise<string[]> {
  const wrong: string[] = [];
  const answer = await told(ports, ADDRESS);
  const isPointed = ((await jobs.read(ports.state, jobId))?.value.result ?? null) !== null;
  if (answer !== (isPointed ? NEW : OLD)) wrong.push(`a voter is told ${answer}`);
  wrong.push(...(await liveProblems(ports)), ...(await folderProblems(ports, stores, false)));
  const draft = (await drafts.read(ports.state, 'xx-example', draftId))?.value;
  if (draft?.state !== (isPointed ? 'live' : 'approved')) wrong.push(`the draft is ${draft?.state}`);
  await loadDataset(ports, draft?.checked?.dataset ?? '');
  let previous = NO_ENTRY;
  for (const { value } of await auditEntries.list(ports.state)) {
    if (value.previous !== previous || value.hash !== (await entryHash(value)))
      wrong.push(`audit entry ${value.number}`);
    previous = value.hash;
  }
  return wrong;
}

/** Of a release folder that a write was cut off in, pages of the release about to come are no problem. */
async function folderProblems(
  { publicKeys, now }: PublishPorts,
  { folder, kv }: VictimStores,
  isWhole: boolean,
): Promise<readonly string[]> {
  if (kv !== null) return [];
  const trust = { publicKeys, revokedKeyIds: [], highestSequences: {} };
  const report = await verifyRelease(releaseSource(join(folder, 'release')), trust, now());
  return report.problems
    .filter(({ severity }) => isWhole || severity === 'error')
    .map(({ file, message }) => `${file}: ${message}`);
}
