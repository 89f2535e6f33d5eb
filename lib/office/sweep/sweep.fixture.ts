// Owns what tests of sweeping stand on: whether every release that has to stay is whole, and whether an office can go back to
// all that it may go back to.

import { sha256Hex } from '@/lib/release/bytes';
import { verifyFresh } from '@/lib/release/verify-fresh';
import { loadDataset } from '../drafts/datasets';
import { choices } from '../publish/choice';
import { heartbeat } from '../publish/heartbeat';
import { history } from '../publish/history';
import { getJson } from '../publish/json-blobs';
import { planSchema } from '../publish/plan';
import type { PublishPorts } from '../publish/publish-ports';
import { ANNA, BEN, driven, liveProblems } from '../publish/publish-ports.fixture';
import { approveRollback, requestRollback } from '../publish/request-rollback';
import { freshPages } from '../publish/step-store';
import { pageBlob, storedObjects } from '../publish/stored-release';
import type { Found } from './found';
import { rootsOf } from './roots';
import { advanceSweep, newRun } from './sweep';
import { type SweepPolicy, type SweepRun, sweepPolicy } from './sweep-run';
import { sweepStep } from './sweep-step';

/** A whole sweep, a step at a time; `null`: a publish was in the way. */
export async function swept(
  ports: PublishPorts,
  policy: SweepPolicy = sweepPolicy,
  mayGoOn: () => boolean = () => true,
): Promise<SweepRun | null> {
  for (;;) {
    const outcome = await advanceSweep(ports, policy, mayGoOn);
    if (outcome.kind === 'busy') return null;
    if (outcome.kind === 'done') return outcome.run;
  }
}

/** What a sweep has found by now, to go on with at any time. */
export interface Looked {
  readonly run: SweepRun;
  readonly found: Found;
}

/** Look, and remove nothing yet. */
export async function look(ports: PublishPorts, policy: SweepPolicy): Promise<Looked> {
  const run = newRun(ports, policy);
  const found = await rootsOf(ports, policy);
  return { run: await sweepStep(ports, run, { found, mayGoOn: () => true, isDryRun: false }), found };
}

/** The rest of that sweep, without asking whether anybody publishes. */
export async function removeRest(ports: PublishPorts, { run, found }: Looked): Promise<SweepRun> {
  let now = run;
  while (now.phase !== 'done')
    now = await sweepStep(ports, now, { found, mayGoOn: () => true, isDryRun: false });
  return now;
}

/** What is wrong with the last `count` releases: every object, every page; [] where all are whole. */
export async function releaseProblems(ports: PublishPorts, count: number): Promise<string[]> {
  // A pointer that is months old is a problem of its own.
  await heartbeat(ports);
  const problems: string[] = [...(await liveProblems(ports))];
  for (const { plan: name, sequence } of await history(ports, { officeId: null, limit: count })) {
    const plan = await getJson(ports.blobs, name, planSchema);
    const found = await verifyFresh(storedObjects(ports.blobs), plan, new Set());
    problems.push(...found.map(({ file, message }) => `${sequence} ${file}: ${message}`));
    for (const [path, hash] of await freshPages(ports, plan.pagesRoot, null)) {
      const bytes = await ports.blobs.get(pageBlob(hash));
      if (bytes === null || (await sha256Hex(bytes)) !== hash) problems.push(`${sequence} ${path}`);
    }
  }
  return problems;
}

/** Goes back to every list that an office can go back to, one after the other; gives what was in the way. */
export async function rollbackProblems(ports: PublishPorts): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { value } of await choices.list(ports.state)) {
    const { officeId, electionId, previous } = value;
    for (const { dataset } of previous) {
      await loadDataset(ports, dataset);
      const wish = { officeId, electionId, dataset, reason: 'test', by: ANNA };
      const asked = await requestRollback(ports, wish);
      if (!asked.ok) {
        problems.push(`${officeId} ${dataset}: ${asked.error.code}`);
        continue;
      }
      const approved = await approveRollback(ports, { officeId, rollbackId: asked.value.id, by: BEN });
      if (!approved.ok) throw new Error(approved.error.message);
      const job = await driven(ports, approved.value.id);
      if (job.state !== 'done') problems.push(`${officeId} ${dataset}: ${job.error?.message}`);
    }
  }
  return problems;
}
