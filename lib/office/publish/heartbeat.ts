// Owns what has to happen every few minutes whether anybody publishes or not: the pointer is signed anew, what is over
// ends, what was signed elsewhere is taken over, and the folder is what the stores say.

import { canonicalJson } from '@/lib/release/canonical-json';
import { commitAudited } from '../audit/commit-audited';
import { systemActor } from '../audit/entry';
import { signNow } from '../keys/signing';
import { noticeRecords } from '../notices/notice-record';
import { adoptNewer } from './adopt';
import { choices } from './choice';
import { type CurrentRelease, currentRelease } from './current-release';
import { inputsInForce } from './in-force';
import { jobs, openJobs, SYSTEM_OFFICE } from './job';
import { jobStart } from './job-start';
import { noticesInForce } from './notices-in-force';
import { livePointer, pointerTo } from './pointer';
import { type Projection, projectRelease } from './project-release';
import type { PublishPorts } from './publish-ports';
import { POINTER, releasePointers } from './release-record';

/** `signed`: the pointer is fresh. `nothing`: no release yet. `due`: something has ended or was taken over, and a job has
 *  been started that makes the next release. `overtaken`: somebody published meanwhile. `noKey`: this host cannot sign. */
export interface Heartbeat {
  readonly pointer: 'signed' | 'nothing' | 'due' | 'overtaken' | 'noKey';
  readonly folder: Projection;
  readonly adopted: number;
  readonly ended: number;
}

/** Call it every five minutes: readers say that a pointer is old after thirty. Throws `StoreError`. */
export async function heartbeat(ports: PublishPorts): Promise<Heartbeat> {
  const adopted = await adoptNewer(ports);
  const ended = await endNotices(ports);
  const current = await currentRelease(ports);
  if (current === null) return { pointer: 'nothing', folder: 'nothing', adopted, ended };
  const isDue = await isOutOfDate(ports, current);
  if (isDue) await startJobOnce(ports);
  const pointer = isDue ? 'due' : await signAnew(ports, current);
  return { pointer, folder: await projectRelease(ports), adopted, ended };
}

async function endNotices(ports: PublishPorts): Promise<number> {
  let ended = 0;
  const now = ports.now();
  for (const found of await noticeRecords.list(ports.state)) {
    const { notice, state } = found.value;
    if (state !== 'live' || Date.parse(notice.until) > now.getTime()) continue;
    const parts = [notice.officeId, notice.id] as const;
    const result = await commitAudited(ports, {
      checks: [noticeRecords.unchanged(found, ...parts)],
      writes: [noticeRecords.write({ ...found.value, state: 'ended', endedAt: now.toISOString() }, parts)],
      events: [
        {
          action: 'notice.ended',
          actor: systemActor('office host'),
          officeId: notice.officeId,
          subject: notice.id,
          details: { until: notice.until },
        },
      ],
    });
    ended += result === 'committed' ? 1 : 0;
  }
  return ended;
}

/** Whether a release made now would be another one: a notice or an election is over, a notice was taken over, or this
 *  version of Levee compiles otherwise. */
async function isOutOfDate(ports: PublishPorts, { plan }: CurrentRelease): Promise<boolean> {
  const now = ports.now();
  const standing = (await choices.list(ports.state)).map(({ value }) => value);
  return (
    canonicalJson(inputsInForce(standing, now)) !== canonicalJson(plan.inputs) ||
    canonicalJson(await noticesInForce(ports, now)) !== canonicalJson(plan.notices) ||
    plan.compilerVersion !== ports.compilerVersion ||
    plan.referenceVersion !== ports.referenceVersion
  );
}

/** Whichever job comes next makes a release of what is in force: one that is under way is as good as ours. */
async function startJobOnce(ports: PublishPorts): Promise<void> {
  for (const { value } of await openJobs.list(ports.state)) {
    if ((await jobs.read(ports.state, value.jobId))?.value.state === 'running') return;
  }
  const system = { id: 'system', name: 'office host' };
  const { checks, writes, events } = jobStart(ports, {
    officeId: SYSTEM_OFFICE,
    target: { kind: 'notices' },
    requestedBy: system,
    approvedBy: system,
  });
  await commitAudited(ports, { checks, writes, events });
}

async function signAnew(ports: PublishPorts, { plan }: CurrentRelease): Promise<Heartbeat['pointer']> {
  const live = await livePointer(ports);
  if (live === null) return 'nothing';
  const pointer = await pointerTo(ports, plan, live.value);
  const signed = await signNow(ports, pointer);
  if (!signed.ok) return 'noKey';
  const { sequence, issuedAt, root } = pointer;
  if (root !== live.value.root) return 'overtaken';
  const next = { ...live.value, text: new TextDecoder().decode(signed.value), sequence, issuedAt };
  const result = await ports.state.commit({
    id: ports.newId(),
    checks: [releasePointers.unchanged(live, POINTER)],
    writes: [releasePointers.write(next, [POINTER])],
  });
  return result === 'committed' ? 'signed' : 'overtaken';
}
