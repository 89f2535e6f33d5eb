// Owns the records that go in a sweep: jobs that ended long ago and that nothing leads to, and what a KV store keeps of records
// that have expired. The audit, the history, drafts and late changes stay for good.

import type { OfficePorts } from '../ports/office-ports';
import { jobs } from '../publish/job';
import { type Found, isKept } from './found';
import type { SweepRun } from './sweep-run';

const MS_A_DAY = 86_400_000;
const AT_ONCE = 50;

/** First parts of keys that are written with an expiry. */
const expiring = ['session', 'session-of', 'invitation', 'limit', 'challenge-used', 'device', 'draft-check'];

interface Task {
  readonly found: Found;
  readonly isDryRun: boolean;
}

/** Done or cancelled before the days that are kept; no draft and no kept release leads to it. Gives their sizes. */
export async function removeEndedJobs(
  { state, newId }: OfficePorts,
  { startedAt, policy }: SweepRun,
  { found, isDryRun }: Task,
): Promise<readonly { readonly bytes: number }[]> {
  const sinceMs = Date.parse(startedAt) - policy.days * MS_A_DAY;
  const old = (await jobs.list(state)).filter(({ value }) => {
    const isOver = value.state === 'done' || value.state === 'cancelled';
    return isOver && Date.parse(value.startedAt) < sinceMs && !isKept(found, jobs.key(value.id));
  });
  for (let at = 0; at < old.length && !isDryRun; at += AT_ONCE) {
    const some = old.slice(at, at + AT_ONCE);
    const checks = some.map((job) => jobs.unchanged(job, job.value.id));
    await state.commit({ id: newId(), checks, writes: some.map(({ value }) => jobs.remove(value.id)) });
  }
  return old.map(({ value }) => ({ bytes: JSON.stringify(value).length }));
}

/** A KV store takes a name off its index when a listing finds that its value has expired; LMDB needs no such thing. */
export async function forgetExpired({ state }: OfficePorts): Promise<void> {
  for (const kind of expiring) {
    for (let after: string | undefined; ; ) {
      const from = after === undefined ? {} : { after };
      const page = await state.list({ prefix: `${kind}/`, limit: 500, ...from });
      after = page.at(-1)?.key;
      if (page.length < 500) break;
    }
  }
}
