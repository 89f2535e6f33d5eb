// Owns reading what lies on a desk: what is live, what is under way, what was asked for. For one office or for all with the
// same few reads. Changes nothing; what waits for whom is waiting.ts's.

import { type Draft, drafts } from '../drafts/draft';
import { type NoticeRecord, noticeRecords } from '../notices/notice-record';
import type { OfficePorts } from '../ports/office-ports';
import { choices, type OfficeChoice } from '../publish/choice';
import type { Claim } from '../publish/claim';
import { claimsOf } from '../publish/decide-claim';
import { inForce } from '../publish/in-force';
import { jobs, openJobs, type PublishJob } from '../publish/job';
import { livePointer } from '../publish/pointer';
import { type Rollback, rollbacks } from '../publish/rollback';
import { type Office, offices } from './office';

/** One office's desk. */
export interface Desk {
  readonly office: Office;
  /** What voters get: one entry an election, the earliest election first. */
  readonly live: readonly OfficeChoice[];
  /** Neither live nor withdrawn, the latest first. */
  readonly drafts: readonly Draft[];
  /** Asked for, or live. */
  readonly notices: readonly NoticeRecord[];
  /** Asked for and not decided. */
  readonly rollbacks: readonly Rollback[];
  /** That this office takes part in and nobody has decided. */
  readonly claims: readonly Claim[];
  /** Running or failed. */
  readonly jobs: readonly PublishJob[];
}

export interface Desks {
  /** In the order of their ids. */
  readonly desks: readonly Desk[];
  /** The pointer that readers get: `{sequence: 1767225600, issuedAt: '2026-10-01T12:00:00Z'}`; null: nothing is published. */
  readonly release: { readonly sequence: number; readonly issuedAt: string } | null;
}

/** The desk of `officeId`; null: those of all offices. No desk: there is no such office. Throws `StoreError`. */
export async function readDesks(ports: OfficePorts, officeId: string | null): Promise<Desks> {
  const { state } = ports;
  const parts = officeId === null ? [] : [officeId];
  const [known, chosen, allDrafts, allNotices, wishes, claims, open, pointer] = await Promise.all([
    officeId === null ? offices.list(state) : offices.read(state, officeId).then((one) => (one ? [one] : [])),
    choices.list(state, ...parts),
    drafts.list(state, ...parts),
    noticeRecords.list(state, ...parts),
    rollbacks.list(state, ...parts),
    claimsOf(ports, officeId),
    openJobsOf(ports, officeId),
    livePointer(ports),
  ]);
  const inUse = inForce(values(chosen), ports.now());
  const desks = known.map(({ value: office }): Desk => {
    const isOwn = (of: { readonly officeId: string }) => of.officeId === office.id;
    return {
      office,
      live: inUse.filter(isOwn).sort(byText(({ electionDate }) => electionDate)),
      drafts: values(allDrafts)
        .filter(isOwn)
        .filter(isOpen)
        .sort(byText(({ author }) => author.at))
        .reverse(),
      notices: values(allNotices).filter(({ notice, state }) => isOwn(notice) && isStanding(state)),
      rollbacks: values(wishes).filter((wish) => isOwn(wish) && wish.state === 'requested'),
      claims: claims.filter(({ officeIds, answers }) => officeIds.includes(office.id) && answers === null),
      jobs: open.filter(isOwn),
    };
  });
  const live = pointer?.value ?? null;
  return { desks, release: live && { sequence: live.sequence, issuedAt: live.issuedAt } };
}

const isOpen = ({ state }: Draft): boolean => state !== 'live' && state !== 'withdrawn';
const isStanding = (state: NoticeRecord['state']): boolean => state === 'requested' || state === 'live';

function values<Value>(found: readonly { readonly value: Value }[]): Value[] {
  return found.map(({ value }) => value);
}

function byText<Value>(textOf: (value: Value) => string): (a: Value, b: Value) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : 1);
}

async function openJobsOf({ state }: OfficePorts, officeId: string | null): Promise<readonly PublishJob[]> {
  const open = values(await openJobs.list(state)).filter(
    (job) => officeId === null || job.officeId === officeId,
  );
  const found = await Promise.all(open.map(({ jobId }) => jobs.read(state, jobId)));
  return found.flatMap((job) => (job === null ? [] : [job.value]));
}
