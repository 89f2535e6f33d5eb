// Owns a job as its page shows it: steps in words, what they took, what can be done now. Pure; holds no name of a blob.

import { type JobStep, jobSteps, mayBeCancelled, type PublishJob } from './job';

/** `next`: it comes later. `now`: it is at it, or was when it failed. */
export interface JobStepView {
  readonly step: JobStep;
  readonly label: string;
  readonly state: 'done' | 'now' | 'next';
  /** Seconds since the step before, where both ends are known; null otherwise. */
  readonly seconds: number | null;
}

export interface JobView {
  readonly id: string;
  readonly officeId: string;
  readonly state: PublishJob['state'];
  readonly steps: readonly JobStepView[];
  /** How often somebody else was first. */
  readonly rounds: number;
  readonly startedAt: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
  /** What is live since, once it is. */
  readonly result: PublishJob['result'];
  /** Why it failed: what happened, and what to do. */
  readonly problem: string | null;
  /** Somebody is at the next step. */
  readonly isBusy: boolean;
  readonly canCancel: boolean;
}

const labels: Readonly<Record<JobStep, string>> = {
  compile: 'Turn the office’s data into a list',
  merge: 'Put it together with the other offices’ lists',
  store: 'Save what is new',
  verify: 'Read it back and check it',
  point: 'Make it live',
  show: 'Hand it to voters’ sites',
};

/** What the page of `job` shows at `now`. */
export function jobView(job: PublishJob, now: Date): JobView {
  const at = job.state === 'done' ? jobSteps.length : jobSteps.indexOf(job.step);
  const isOpen = job.state === 'running' || job.state === 'failed';
  return {
    id: job.id,
    officeId: job.officeId,
    state: job.state,
    steps: jobSteps.map((step, index) => ({
      step,
      label: labels[step],
      state: index < at ? 'done' : index === at ? 'now' : 'next',
      seconds: index < at ? secondsOf(job, index) : null,
    })),
    rounds: job.rounds,
    startedAt: job.startedAt,
    requestedBy: job.requestedBy.name,
    approvedBy: job.approvedBy.name,
    result: job.result,
    problem: job.error?.message ?? null,
    isBusy: job.lease !== null && Date.parse(job.lease.until) > now.getTime(),
    canCancel: mayBeCancelled(job.target) && isOpen && job.result === null,
  };
}

/** From the end of the step before (for the first: from the start) to its own. */
function secondsOf({ ended, startedAt }: PublishJob, index: number): number | null {
  const own = ended[jobSteps[index] ?? 'compile'];
  const before = index === 0 ? startedAt : ended[jobSteps[index - 1] ?? 'compile'];
  if (own === undefined || before === undefined) return null;
  return Math.max(0, (Date.parse(own) - Date.parse(before)) / 1000);
}
