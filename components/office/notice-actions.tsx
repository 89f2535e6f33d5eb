// Owns the buttons below a late change: what this person can do with it in the state that it is in.

import type { NoticeRecord } from '@/lib/office/notices/notice-record';
import { isForAll } from '@/lib/view/notice-view';
import { PostButton } from './post-button';

export interface NoticeActionsProps {
  readonly record: NoticeRecord;
  /** One person alone had put it up. */
  readonly isAlone: boolean;
  readonly accountId: string;
  readonly mayApprove: boolean;
  readonly mayAsk: boolean;
}

/** The passkey is asked for on every yes. */
export function NoticeActions(props: NoticeActionsProps) {
  switch (props.record.state) {
    case 'requested':
      return <Asked {...props} />;
    case 'live':
      return props.record.withdrawal === null ? <Up {...props} /> : <ToBeTakenDown {...props} />;
    default:
      return null;
  }
}

const apiOf = ({ notice }: NoticeRecord) => `/office/api/notices/${notice.officeId}/${notice.id}`;
const listOf = ({ notice }: NoticeRecord) => `/office/${notice.officeId}/notices/`;

function Asked({ record, accountId, mayApprove }: NoticeActionsProps) {
  const isOwn = record.requestedBy.id === accountId;
  const api = apiOf(record);
  return (
    <>
      {mayApprove && !isOwn && <PostButton path={`${api}/approve/`} label="Approve and publish" />}
      {(mayApprove || isOwn) && (
        <PostButton
          path={`${api}/refuse/`}
          label={isOwn ? 'Take my request back' : 'Say no'}
          kind="quiet"
          next={listOf(record)}
        />
      )}
      {isOwn && <p className="quiet">Another person who may approve has to look at it.</p>}
    </>
  );
}

function Up({ record, isAlone, mayApprove, mayAsk }: NoticeActionsProps) {
  const { notice } = record;
  if (!mayAsk || (isAlone && !mayApprove)) return null;
  return (
    <>
      {!isForAll(notice) && (
        <a
          className="usa-button usa-button--outline"
          href={`/office/${notice.officeId}/notices/new/?replaces=${notice.id}`}
        >
          Replace it
        </a>
      )}
      <PostButton
        path={`${apiOf(record)}/withdraw/`}
        label={isAlone ? 'Take it down now' : 'Ask to take it down'}
        kind="quiet"
      />
    </>
  );
}

function ToBeTakenDown({ record, accountId, mayApprove }: NoticeActionsProps) {
  const { withdrawal } = record;
  const isOwn = withdrawal?.id === accountId;
  const path = `${apiOf(record)}/withdrawal/`;
  return (
    <>
      <p>
        <bdi>{withdrawal?.name}</bdi> asked to take it down. Voters see it until another person approves that.
      </p>
      {mayApprove && !isOwn && (
        <PostButton path={path} body={{ agrees: true }} label="Approve and take it down" />
      )}
      {mayApprove && <PostButton path={path} body={{ agrees: false }} label="Leave it up" kind="quiet" />}
    </>
  );
}
