// Owns driving a job: one step at a time, by whoever calls, never by two at once for long, and never further than a step
// has really come. What the steps do is theirs.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { Versioned } from '../ports/records';
import { StoreError, type StoreErrorCode } from '../ports/store-error';
import { type JobStep, jobSteps, jobs, openJobs, type PublishJob } from './job';
import type { PublishPorts } from './publish-ports';
import type { Step, StepFailure, StepOutcome } from './step';
import { compileStep } from './step-compile';
import { mergeStep } from './step-merge';
import { pointStep } from './step-point';
import { showStep } from './step-show';
import { storeStep } from './step-store';
import { verifyStep } from './step-verify';

/** A step takes ten seconds at most; who has been silent for so long is taken for dead. */
const LEASE_MS = 30_000;

const steps: Readonly<Record<JobStep, Step>> = {
  compile: compileStep,
  merge: mergeStep,
  store: storeStep,
  verify: verifyStep,
  point: pointStep,
  show: showStep,
};

/** `gone`: there is no such job. */
export interface JobGone {
  readonly code: 'gone';
  readonly message: string;
}

/** Do the job's next step; gives the job as it stands then. Nothing happens where it is not running, or somebody else is
 *  at it. A step that fails leaves `state: 'failed'` with the reason. Throws `StoreError` where a store cannot be
 *  reached: call again later. */
export async function advanceJob(ports: PublishPorts, jobId: string): Promise<Result<PublishJob, JobGone>> {
  const found = await jobs.read(ports.state, jobId);
  if (found === null) return err({ code: 'gone', message: 'There is no such job.' });
  if (found.value.state !== 'running' || isLeased(found.value, ports.now())) return ok(found.value);
  const held = await leased(ports, found);
  if (held === null) return latest(ports, jobId);
  const outcome = await outcomeOf(ports, held);
  if (outcome.kind === 'committed') return ok(outcome.job);
  const isWritten =
    outcome.kind === 'failed' ? await fail(ports, held, outcome.error) : await proceed(ports, held, outcome);
  return isWritten ? ok(isWritten) : latest(ports, jobId);
}

function isLeased({ lease }: PublishJob, now: Date): boolean {
  return lease !== null && Date.parse(lease.until) > now.getTime();
}

async function leased(
  { state, newId, now }: PublishPorts,
  found: Versioned<PublishJob>,
): Promise<Versioned<PublishJob> | null> {
  const id = newId();
  const until = new Date(now().getTime() + LEASE_MS).toISOString();
  const value: PublishJob = { ...found.value, lease: { by: id, until } };
  const writes = [jobs.write(value, [value.id])];
  const result = await state.commit({ id, checks: [jobs.unchanged(found, value.id)], writes });
  return result === 'committed' ? { value, version: id } : null;
}

async function latest({ state }: PublishPorts, jobId: string): Promise<Result<PublishJob, JobGone>> {
  const job = await jobs.read(state, jobId);
  return job === null ? err({ code: 'gone', message: 'There is no such job.' }) : ok(job.value);
}

/** A store that has no room, or lost something, is a failure that somebody has to look at; one that cannot be reached is
 *  not: the lease is given back, so that the next call need not wait for its end. */
async function outcomeOf(ports: PublishPorts, held: Versioned<PublishJob>): Promise<StepOutcome> {
  try {
    return await steps[held.value.step](ports, held);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const failure = failureOf(error.code, held.value.step);
    if (failure !== null) return { kind: 'failed', error: failure };
    await proceed(ports, held, { kind: 'again', left: {} }).catch(() => null);
    throw error;
  }
}

const sentences: Partial<Record<StoreErrorCode, readonly [what: string, todo: string]>> = {
  full: ['The office host has no room left.', 'Make room on it, then try again.'],
  tooLarge: ['This is more data than the store of this office host takes.', 'See docs/storage.md.'],
  damaged: [
    'Something in the store is not as it was put there.',
    'Try again. If it stays so, restore the store from a backup.',
  ],
};

/** null: the store could not be reached, which is nobody's to look at. */
function failureOf(code: StoreErrorCode, step: JobStep): StepFailure | null {
  const sentence = sentences[code];
  if (sentence === undefined) return null;
  const [what, todo] = sentence;
  const sofar = step === 'show' ? 'It is published, but voters do not see it yet.' : 'Nothing was published.';
  return { code: code as StepFailure['code'], message: `${what} ${sofar} ${todo}` };
}

/** null: somebody else has written the job meanwhile. */
async function proceed(
  { state, newId, now }: PublishPorts,
  held: Versioned<PublishJob>,
  outcome: Extract<StepOutcome, { kind: 'next' | 'again' }>,
): Promise<PublishJob | null> {
  const { step } = held.value;
  const isDone = outcome.kind === 'next' && step === 'show';
  const value: PublishJob = {
    ...held.value,
    state: isDone ? 'done' : 'running',
    step: outcome.kind === 'again' ? step : (outcome.step ?? after(step)),
    rounds: (outcome.kind === 'next' && outcome.rounds) || held.value.rounds,
    ended: outcome.kind === 'again' ? held.value.ended : { ...held.value.ended, [step]: now().toISOString() },
    left: { ...held.value.left, ...outcome.left },
    lease: null,
    error: null,
  };
  const result = await state.commit({
    id: newId(),
    checks: [jobs.unchanged(held, value.id)],
    writes: [jobs.write(value, [value.id]), ...(isDone ? [openJobs.remove(value.id)] : [])],
  });
  return result === 'committed' ? value : null;
}

function after(step: JobStep): JobStep {
  return jobSteps[jobSteps.indexOf(step) + 1] ?? step;
}

async function fail(
  ports: PublishPorts,
  held: Versioned<PublishJob>,
  error: StepFailure,
): Promise<PublishJob | null> {
  const value: PublishJob = { ...held.value, state: 'failed', lease: null, error };
  const result = await commitAudited(ports, {
    checks: [jobs.unchanged(held, value.id)],
    writes: [jobs.write(value, [value.id])],
    events: [
      {
        action: 'release.failed',
        actor: { kind: 'system', id: 'system', name: 'office host' },
        officeId: value.officeId,
        subject: value.id,
        details: { step: value.step, code: error.code, message: error.message },
      },
    ],
  });
  return result === 'committed' ? value : null;
}
