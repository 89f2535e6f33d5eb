// Owns what all changes of a late change have in common: who, the audit entry, and the job that tells voters. Pure.

import { err, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { AuditAction, AuditEvent } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import type { Versioned } from '../ports/records';
import type { Check, Write } from '../ports/state-store';
import type { PublishJob } from '../publish/job';
import { jobStart } from '../publish/job-start';
import { type NoticeRecord, noticeRecords } from './notice-record';

/** Who does something: an account. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** `gone`: no such late change here. `notNow`: it is in another state than that. `samePerson`: who asked cannot approve.
 *  `conflict`: somebody changed it meanwhile. `notLive`: the office has nothing live. `tooMany`: one person alone may do it
 *  for five places of an office. `notApprover`: alone, only an approver of the office or its named stand-in may. */
export interface NoticeError {
  readonly code: 'gone' | 'notNow' | 'samePerson' | 'conflict' | 'notLive' | 'tooMany' | 'notApprover';
  readonly message: string;
}

export const conflict: NoticeError = {
  code: 'conflict',
  message: 'Somebody changed it meanwhile. Load the page again and look at it.',
};

/** The record, in one of these states. */
export async function noticeIn(
  { state }: OfficePorts,
  officeId: string,
  noticeId: string,
  states: readonly NoticeRecord['state'][],
): Promise<Result<Versioned<NoticeRecord>, NoticeError>> {
  const found = await noticeRecords.read(state, officeId, noticeId);
  if (found === null) return err({ code: 'gone', message: 'There is no such late change in this office.' });
  if (states.includes(found.value.state)) return { ok: true, value: found };
  return err({ code: 'notNow', message: 'Somebody has decided on it already. Load the page again.' });
}

export interface NoticeChange {
  /** Before, as read; null: it is new. */
  readonly before: Versioned<NoticeRecord> | null;
  readonly after: NoticeRecord;
  readonly action: AuditAction;
  readonly by: Person;
  /** What else must hold and is written, so that two at once cannot both be right. */
  readonly guard?: { readonly checks: readonly Check[]; readonly writes: readonly Write[] };
  /** Others that it takes the place of. */
  readonly more?: readonly { readonly before: Versioned<NoticeRecord>; readonly after: NoticeRecord }[];
  /** Whether voters are to see something else from now on. */
  readonly isTold: boolean;
}

/** Write a change, its audit entry, and where voters are told, the job that tells them. Gives the job's id. */
export async function commitNotice(
  ports: OfficePorts,
  { before, after, action, by, guard, more = [], isTold }: NoticeChange,
): Promise<Result<{ readonly noticeId: string; readonly jobId: string | null }, NoticeError>> {
  const { officeId, id } = after.notice;
  const start = isTold ? tellVoters(ports, after, by) : null;
  const records = [{ before, after: { ...after, jobId: start?.job.id ?? after.jobId } }, ...more];
  const checks: Check[] = records.map((each) =>
    noticeRecords.unchanged(each.before, officeId, each.after.notice.id),
  );
  const writes: Write[] = records.map((each) =>
    noticeRecords.write(each.after, [officeId, each.after.notice.id]),
  );
  const result = await commitAudited(ports, {
    checks: [...checks, ...(guard?.checks ?? []), ...(start?.checks ?? [])],
    writes: [...writes, ...(guard?.writes ?? []), ...(start?.writes ?? [])],
    events: [
      eventOf(action, by, after),
      ...more.map((each) => eventOf('notice.replaced', by, each.after)),
      ...(start?.events ?? []),
    ],
  });
  if (result === 'conflict') return err(conflict);
  return { ok: true, value: { noticeId: id, jobId: start?.job.id ?? null } };
}

function tellVoters(ports: OfficePorts, { notice, requestedBy }: NoticeRecord, by: Person) {
  return jobStart(ports, {
    officeId: notice.officeId,
    target: { kind: 'notices' },
    requestedBy: { id: requestedBy.id, name: requestedBy.name },
    approvedBy: by,
  }) satisfies { readonly job: PublishJob };
}

function eventOf(action: AuditAction, by: Person, { notice }: NoticeRecord): AuditEvent {
  return {
    action,
    actor: { kind: 'person', id: by.id, name: by.name },
    officeId: notice.officeId,
    subject: notice.id,
    details: {
      kind: notice.kind,
      places: notice.pollingLocationIds.join(', ').slice(0, 500),
      from: notice.from,
      until: notice.until,
      newPlace: notice.newPlace?.name ?? null,
      // What voters read belongs to what happened.
      text: notice.text.en ?? null,
    },
  };
}
