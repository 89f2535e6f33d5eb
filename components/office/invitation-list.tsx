// Owns the links that were handed out and not used yet.

import type { Invitation } from '@/lib/office/accounts/invitation';
import { DeskTime } from './desk-time';
import { PostButton } from './post-button';
import { roleWords } from './role-words';

interface InvitationListProps {
  readonly invitations: readonly Invitation[];
  readonly timeZone: string;
  readonly mayWithdraw: boolean;
}

/** A line a link; the link itself is nowhere any more. */
export function InvitationList({ invitations, timeZone, mayWithdraw }: InvitationListProps) {
  return (
    <ul className="plain-rows">
      {invitations.map(({ id, name, role, isRecovery, madeBy, expiresAt }) => (
        <li key={id}>
          <span>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            ({roleWords[role].name}
            {isRecovery ? ', passkey lost' : ''}), invited by <bdi>{madeBy.name}</bdi>, until{' '}
            <DeskTime at={expiresAt} timeZone={timeZone} />
          </span>
          {mayWithdraw && (
            <PostButton
              kind="plain"
              path={`/office/api/people/invitations/${id}/withdraw/`}
              label="Withdraw"
              of={name}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
