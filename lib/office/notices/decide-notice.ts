// Owns the second person's part: yes or no to a late change, yes or no to taking one down. Who asked never decides.

import { err, type Result } from '@/lib/core/result';
import { sameStart } from '@/lib/view/same-start';
import type { OfficePorts } from '../ports/office-ports';
import type { Versioned } from '../ports/records';
import { commitNotice, type NoticeError, noticeIn, type Person } from './notice-change';
import { isByOne, type NoticeRecord, noticeRecords, noticeTurns } from './notice-record';

export interface NoticeDecision {
  readonly officeId: string;
  readonly noticeId: string;
  readonly by: Person;
}

type Decided = Result<{ readonly noticeId: string; readonly jobId: string | null }, NoticeError>;

/** Of those who approve other late changes of the office at the same moment. */
const MOST_TRIES = 10;

/** Voters see it from now on, and the one that it replaces no more. */
export async function approveNotice(ports: OfficePorts, decision: NoticeDecision): Promise<Decided> {
  for (let tries = 1; ; tries++) {
    const decided = await approveInTurn(ports, decision);
    if (decided.ok || decided.error.code !== 'conflict' || tries === MOST_TRIES) return decided;
  }
}

async function approveInTurn(ports: OfficePorts, decision: NoticeDecision): Promise<Decided> {
  const { officeId, noticeId, by } = decision;
  // Before what is up is looked at: whoever approves another one meanwhile has the turn.
  const turn = await noticeTurns.read(ports.state, officeId);
  const found = await noticeIn(ports, officeId, noticeId, ['requested']);
  if (!found.ok) return found;
  const { notice, requestedBy, replaces } = found.value.value;
  if (requestedBy.id === by.id) return samePerson;
  const now = ports.now();
  if (Date.parse(notice.until) <= now.getTime()) {
    return err({ code: 'notNow', message: 'Its time is over. Ask for a new one with later times.' });
  }
  if (await contradictsAnother(ports, notice, replaces)) return sameTime;
  const old = replaces === null ? null : await noticeRecords.read(ports.state, officeId, replaces);
  const endedAt = now.toISOString();
  const more =
    old?.value.state === 'live'
      ? [
          {
            before: old,
            after: { ...old.value, state: 'replaced', withdrawal: null, endedAt } satisfies NoticeRecord,
          },
        ]
      : [];
  const after: NoticeRecord = { ...found.value.value, state: 'live', approvedBy: { ...by, at: endedAt } };
  return commitNotice(ports, {
    before: found.value,
    after,
    action: 'notice.approved',
    by,
    guard: {
      checks: [noticeTurns.unchanged(turn, officeId)],
      writes: [noticeTurns.write({ noticeId }, [officeId])],
    },
    more,
    isTold: true,
  });
}

/** Another that is up begins at the same time about the same place, and is not the one that goes. */
async function contradictsAnother(
  { state }: OfficePorts,
  notice: NoticeRecord['notice'],
  replaces: string | null,
): Promise<boolean> {
  const records = (await noticeRecords.list(state, notice.officeId)).map(({ value }) => value);
  const up = records.filter((record) => record.state === 'live' && record.notice.id !== replaces);
  return (
    sameStart(
      notice,
      up.map((record) => record.notice),
    ) !== null
  );
}

/** Nobody sees it. Who asked may take it back themselves. */
export async function refuseNotice(ports: OfficePorts, decision: NoticeDecision): Promise<Decided> {
  const found = await noticeIn(ports, decision.officeId, decision.noticeId, ['requested']);
  if (!found.ok) return found;
  const after: NoticeRecord = { ...found.value.value, state: 'refused', endedAt: ports.now().toISOString() };
  const { by } = decision;
  return commitNotice(ports, { before: found.value, after, action: 'notice.refused', by, isTold: false });
}

/** Take it down: at once where one person had put it up alone, else once a second person agrees. */
export async function withdrawNotice(ports: OfficePorts, decision: NoticeDecision): Promise<Decided> {
  const { by } = decision;
  const found = await noticeIn(ports, decision.officeId, decision.noticeId, ['live']);
  if (!found.ok) return found;
  const { value: record } = found.value;
  if (record.withdrawal !== null) {
    return err({
      code: 'notNow',
      message: 'Somebody has asked for this already. A second person has to agree.',
    });
  }
  if (isByOne(record)) return takenDown(ports, found.value, by);
  const after: NoticeRecord = { ...record, withdrawal: { ...by, at: ports.now().toISOString() } };
  const action = 'notice.withdrawalRequested';
  return commitNotice(ports, { before: found.value, after, action, by, isTold: false });
}

/** The second person's word on taking it down. */
export async function decideWithdrawal(
  ports: OfficePorts,
  decision: NoticeDecision & { readonly agrees: boolean },
): Promise<Decided> {
  const { by, agrees } = decision;
  const found = await noticeIn(ports, decision.officeId, decision.noticeId, ['live']);
  if (!found.ok) return found;
  const { value: record } = found.value;
  if (record.withdrawal === null) {
    return err({
      code: 'notNow',
      message: 'Nobody asks for it to be taken down any more. Load the page again.',
    });
  }
  if (agrees && record.withdrawal.id === by.id) return samePerson;
  if (agrees) return takenDown(ports, found.value, by);
  const after: NoticeRecord = { ...record, withdrawal: null };
  const action = 'notice.withdrawalRefused';
  return commitNotice(ports, { before: found.value, after, action, by, isTold: false });
}

const sameTime = err<NoticeError>({
  code: 'notNow',
  message:
    'Another late change about this place begins at the same time, and voters could not be told which holds. Replace that one, or ask for one that begins a minute later.',
});

const samePerson = err<NoticeError>({
  code: 'samePerson',
  message: 'You asked for this. Somebody else has to approve it.',
});

function takenDown(ports: OfficePorts, before: Versioned<NoticeRecord>, by: Person): Promise<Decided> {
  const after: NoticeRecord = { ...before.value, state: 'withdrawn', endedAt: ports.now().toISOString() };
  return commitNotice(ports, { before, after, action: 'notice.withdrawn', by, isTold: true });
}
