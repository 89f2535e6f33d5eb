// Owns what waits on a desk, and for whom: each thing once, what this person can do first. Pure: words and links are the
// page's.

import { may } from '../accounts/actor';
import type { PersonActor } from '../accounts/session';
import type { Draft } from '../drafts/draft';
import type { NoticeRecord } from '../notices/notice-record';
import type { Desk } from './desk';

/** What is to be done, the most urgent first. */
export const waitingKinds = [
  'jobFailed',
  'approveNotice',
  'approveNoticeEnd',
  'approveRollback',
  'approveDraft',
  'givePhone',
  'confirmPhone',
  'returned',
  'sayColumns',
  'cannotRead',
  'submit',
  'finishUpload',
  'firstUpload',
  'decideClaim',
  'checking',
  'publishing',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export interface Waiting {
  readonly kind: WaitingKind;
  /** `you` can do it now; `other`: somebody else has to; `nobody`: it goes on by itself. */
  readonly who: 'you' | 'other' | 'nobody';
  /** Id of the draft, job, notice, wish or claim; null: the office itself. */
  readonly subject: string | null;
  /** What it is called, or who asked for it; '' where there is nothing to say. */
  readonly title: string;
}

/** All that waits on `desk`, as `actor` sees it. */
export function waiting(desk: Desk, actor: PersonActor): readonly Waiting[] {
  const { office, live, drafts, notices, rollbacks, claims, jobs } = desk;
  const able = (isAble: boolean) => (isAble ? 'you' : 'other');
  const mayDo = (action: Parameters<typeof may>[1]) => may(actor, action, office.id);
  const isAnother = (...ids: (string | undefined)[]) => !ids.includes(actor.accountId);
  const found: Waiting[] = [
    ...jobs.map(({ id, state }): Waiting => {
      const isFailed = state === 'failed';
      return {
        kind: isFailed ? 'jobFailed' : 'publishing',
        who: isFailed ? able(mayDo('approve')) : 'nobody',
        subject: id,
        title: '',
      };
    }),
    ...notices.flatMap((record): Waiting[] => {
      const asker = askerOf(record);
      if (asker === null) return [];
      const who = able(mayDo('approveNotice') && isAnother(asker.id));
      const kind = record.state === 'requested' ? 'approveNotice' : 'approveNoticeEnd';
      return [{ kind, who, subject: record.notice.id, title: asker.name }];
    }),
    ...rollbacks.map(({ id, requestedBy }): Waiting => {
      const who = able(mayDo('approve') && isAnother(requestedBy.id));
      return { kind: 'approveRollback', who, subject: id, title: requestedBy.name };
    }),
    ...drafts.flatMap((draft): Waiting[] => {
      const kind = kindOf(draft);
      if (kind === null) return [];
      const isApproval = kind === 'approveDraft';
      const mayApprove = mayDo('approve') && isAnother(draft.author.id, draft.submitted?.id);
      const who = kind === 'checking' ? 'nobody' : able(isApproval ? mayApprove : mayDo('draft'));
      return [{ kind, who, subject: draft.id, title: draft.title }];
    }),
    ...claims.map(({ id }): Waiting => {
      return { kind: 'decideClaim', who: able(mayDo('claim')), subject: id, title: '' };
    }),
  ];
  if (office.phone === null || office.phone.confirmed === null) {
    const kind = office.phone === null ? 'givePhone' : 'confirmPhone';
    found.push({ kind, who: able(mayDo('office')), subject: null, title: office.phone?.number ?? '' });
  }
  if (live.length === 0 && drafts.length === 0) {
    found.push({ kind: 'firstUpload', who: able(mayDo('draft')), subject: null, title: '' });
  }
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Who wants something of a late change that a second person has to approve; null: nobody does. */
function askerOf({ state, requestedBy, withdrawal }: NoticeRecord): { id: string; name: string } | null {
  return state === 'requested' ? requestedBy : withdrawal;
}

/** null: a job is at it, and says so itself. */
function kindOf({ state, checked, returned }: Draft): WaitingKind | null {
  switch (state) {
    case 'uploading':
      return 'finishUpload';
    case 'checking':
      return 'checking';
    case 'checked':
      if (returned !== null) return 'returned';
      if (checked?.foreign && checked.foreign.unconfirmed > 0) return 'sayColumns';
      return checked?.dataset ? 'submit' : 'cannotRead';
    case 'submitted':
      return 'approveDraft';
    default:
      return null;
  }
}

const whoRank = { you: 0, other: 1, nobody: 2 } as const;

function rank({ who, kind }: Waiting): number {
  return whoRank[who] * waitingKinds.length + waitingKinds.indexOf(kind);
}
