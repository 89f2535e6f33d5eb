// Owns the buttons below a wish to go back: yes for another person, no for them or for who asked.

import { PostButton } from './post-button';

interface RollbackActionsProps {
  readonly officeId: string;
  readonly rollbackId: string;
  readonly mayApprove: boolean;
  readonly mayRefuse: boolean;
  /** Who looks is who asked. */
  readonly isOwn: boolean;
}

/** The passkey is asked for on yes. */
export function RollbackActions(props: RollbackActionsProps) {
  const { officeId, rollbackId, mayApprove, mayRefuse, isOwn } = props;
  const api = `/office/api/rollback/${officeId}/${rollbackId}`;
  return (
    <>
      {mayApprove && <PostButton path={`${api}/approve/`} label="Approve and publish" />}
      {mayRefuse && (
        <PostButton
          path={`${api}/refuse/`}
          label={isOwn ? 'Take my request back' : 'Say no'}
          kind="quiet"
          next={`/office/${officeId}/history/`}
        />
      )}
      {isOwn && <p className="quiet">Another person who may approve has to look at it.</p>}
    </>
  );
}
