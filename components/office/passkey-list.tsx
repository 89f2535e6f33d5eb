// Owns somebody's passkeys as a list, with the way to do without one of them.

import type { Passkey } from '@/lib/office/accounts/passkey';
import { DeskTime } from './desk-time';
import { PostButton } from './post-button';

interface PasskeyListProps {
  readonly passkeys: readonly Passkey[];
  readonly timeZone: string;
  /** They are one's own, and there are others. */
  readonly mayRemove: boolean;
}

/** A line a passkey. */
export function PasskeyList({ passkeys, timeZone, mayRemove }: PasskeyListProps) {
  if (passkeys.length === 0) return <p>No passkey yet.</p>;
  return (
    <ul className="plain-rows">
      {passkeys.map(({ id, name, addedAt, lastUsedAt }) => (
        <li key={id}>
          <span>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            : added <DeskTime at={addedAt} timeZone={timeZone} />,{' '}
            {lastUsedAt === null ? (
              'not used since'
            ) : (
              <>
                last used <DeskTime at={lastUsedAt} timeZone={timeZone} />
              </>
            )}
          </span>
          {mayRemove && (
            <PostButton
              kind="plain"
              path={`/office/api/account/passkeys/${id}/remove/`}
              label="Remove"
              of={name}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
