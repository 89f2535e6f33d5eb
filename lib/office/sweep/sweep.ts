// Owns driving a sweep: one step after the other, by whoever calls, never by two at once for long, never beside a publish, and
// written down in the audit once it has ended. What a step does is its own. Why nothing is lost: docs/adr/0034.

import { commitAudited } from '../audit/commit-audited';
import { systemActor } from '../audit/entry';
import { restoreUnderWay } from '../backup/backup';
import type { Versioned } from '../ports/records';
import { StoreError } from '../ports/store-error';
import { jobs, openJobs } from '../publish/job';
import type { PublishPorts } from '../publish/publish-ports';
import { timeLimit } from '../publish/step';
import { loadFound, storeFound } from './found';
import { rootsOf } from './roots';
import {
  noSweep,
  SWEEP_STATE,
  type SweepPolicy,
  type SweepRun,
  type SweepState,
  sweepPolicy,
  sweepStates,
} from './sweep-run';
import { sweepStep } from './sweep-step';

const STEP_MS = 5_000;
const LEASE_MS = 30_000;
const EVERY_MS = 86_400_000;

/** `busy`: a publish or a restore is under way, or somebody else is at it. `again`: there is more. `done`: `run` says what went. */
export type SweepOutcome =
  | { readonly kind: 'busy' }
  | { readonly kind: 'again' | 'done'; readonly run: SweepRun };

/** Go on with the sweep that is under way, or begin one. Throws `StoreError`: call again later. */
export async function advanceSweep(
  ports: PublishPorts,
  policy: SweepPolicy = sweepPolicy,
  mayGoOn: () => boolean = timeLimit(ports, STEP_MS),
): Promise<SweepOutcome> {
  if ((await isPublishing(ports)) || (await restoreUnderWay(ports.state)) !== null) return { kind: 'busy' };
  const held = await leased(ports);
  if (held === null) return { kind: 'busy' };
  try {
    return await step(ports, held, policy, mayGoOn);
  } catch (error) {
    // The next call need not wait for the lease's end.
    await goOn(ports, held, held.value).catch(() => false);
    throw error;
  }
}

async function step(
  ports: PublishPorts,
  held: Versioned<SweepState>,
  policy: SweepPolicy,
  mayGoOn: () => boolean,
): Promise<SweepOutcome> {
  const before = held.value;
  const known = before.found === null ? null : await loadFound(ports, before.found);
  // What was found is gone: it is looked for anew.
  const begun = (known === null ? null : before.run) ?? newRun(ports, policy);
  const found = known ?? (await rootsOf(ports, policy));
  const run = await sweepStep(ports, begun, { found, mayGoOn, isDryRun: false });
  const isDone = run.phase === 'done';
  const stored = begun.phase === 'look' ? await storeFound(ports, found) : before.found;
  const isWritten = isDone
    ? await end(ports, held, run)
    : await goOn(ports, held, { ...before, run, found: stored });
  const isReplaced = isDone || stored !== before.found;
  if (isWritten && isReplaced && before.found !== null) await ports.blobs.remove(before.found);
  return { kind: isDone ? 'done' : 'again', run };
}

/** What would go, and nothing goes. */
export function trySweep(ports: PublishPorts, policy: SweepPolicy = sweepPolicy): Promise<SweepRun> {
  return inOneGo(ports, policy, true);
}

async function inOneGo(ports: PublishPorts, policy: SweepPolicy, isDryRun: boolean): Promise<SweepRun> {
  let run = newRun(ports, policy);
  const task = { found: await rootsOf(ports, policy), mayGoOn: () => true, isDryRun };
  while (run.phase !== 'done') run = await sweepStep(ports, run, task);
  return run;
}

/** Once a day: steps of a sweep until it ends or `mayGoOn` says that the time is up. Call it with each heartbeat. */
export async function sweepWhenDue(ports: PublishPorts, mayGoOn: () => boolean): Promise<void> {
  const { run, endedAt } = (await sweepStates.read(ports.state, SWEEP_STATE))?.value ?? noSweep;
  const isDue = endedAt === null || Date.parse(endedAt) + EVERY_MS <= ports.now().getTime();
  if (run === null && !isDue) return;
  try {
    while (mayGoOn() && (await advanceSweep(ports)).kind === 'again');
  } catch (error) {
    if (!isFull(error)) throw error;
    await sweepAtOnce(ports);
  }
}

/** Where there is no room left even to write down how far it is: everything in one go, and into the audit once there is room
 *  again. As safe as in steps; only slower for who waits. Throws `StoreError`. */
export async function sweepAtOnce(ports: PublishPorts, policy: SweepPolicy = sweepPolicy): Promise<SweepRun> {
  const run = await inOneGo(ports, policy, false);
  const read = await sweepStates.read(ports.state, SWEEP_STATE);
  await end(ports, read, run).catch((error: unknown) => {
    if (!isFull(error)) throw error;
  });
  return run;
}

/** Whether a store had no room for what a sweep writes down. */
export function isFull(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'full';
}

/** Of a sweep that begins now. Before anything is looked at: what somebody names from now on was used after `unusedSince`. */
export function newRun({ now }: PublishPorts, policy: SweepPolicy): SweepRun {
  return { startedAt: now().toISOString(), policy, phase: 'look', folder: 0, after: '', gone: {} };
}

/** A publish is safe beside a sweep; both at once would only be slow. */
async function isPublishing({ state }: PublishPorts): Promise<boolean> {
  for (const { value } of await openJobs.list(state)) {
    if ((await jobs.read(state, value.jobId))?.value.state === 'running') return true;
  }
  return false;
}

async function leased({ state, newId, now }: PublishPorts): Promise<Versioned<SweepState> | null> {
  const read = await sweepStates.read(state, SWEEP_STATE);
  const before = read?.value ?? noSweep;
  if (before.lease !== null && Date.parse(before.lease) > now().getTime()) return null;
  const value = { ...before, lease: new Date(now().getTime() + LEASE_MS).toISOString() };
  const id = newId();
  const checks = [sweepStates.unchanged(read, SWEEP_STATE)];
  const result = await state.commit({ id, checks, writes: [sweepStates.write(value, [SWEEP_STATE])] });
  return result === 'committed' ? { value, version: id } : null;
}

/** Gives the lease back; false: somebody else has gone on meanwhile. */
async function goOn(
  { state, newId }: PublishPorts,
  held: Versioned<SweepState>,
  next: SweepState,
): Promise<boolean> {
  const checks = [sweepStates.unchanged(held, SWEEP_STATE)];
  const writes = [sweepStates.write({ ...next, lease: null }, [SWEEP_STATE])];
  return (await state.commit({ id: newId(), checks, writes })) === 'committed';
}

/** One line of the audit, where something went. */
async function end(ports: PublishPorts, held: Versioned<SweepState> | null, run: SweepRun): Promise<boolean> {
  const value = { ...noSweep, endedAt: ports.now().toISOString() };
  const checks = [sweepStates.unchanged(held, SWEEP_STATE)];
  const writes = [sweepStates.write(value, [SWEEP_STATE])];
  const { files, bytes } = totalOf(run);
  if (files === 0) return (await ports.state.commit({ id: ports.newId(), checks, writes })) === 'committed';
  const kinds = Object.entries(run.gone).map(([kind, gone]) => [kind, gone.files] as const);
  const event = {
    action: 'store.swept',
    actor: systemActor('office host'),
    officeId: null,
    subject: null,
    details: { files, bytes, ...Object.fromEntries(kinds) },
  } as const;
  return (await commitAudited(ports, { checks, writes, events: [event] })) === 'committed';
}

/** All kinds together. */
export function totalOf({ gone }: Pick<SweepRun, 'gone'>): {
  readonly files: number;
  readonly bytes: number;
} {
  const all = Object.values(gone);
  return {
    files: all.reduce((sum, { files }) => sum + files, 0),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
