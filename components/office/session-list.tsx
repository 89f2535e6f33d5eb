// Owns where somebody is signed in, with the way to end it.

import type { Session } from '@/lib/office/accounts/session';
import { DeskTime } from './desk-time';
import { PostButton } from './post-button';

interface SessionListProps {
  readonly sessions: readonly Session[];
  readonly timeZone: string;
  /** The one that this page is seen in. */
  readonly currentId: string | null;
  /** Where a session is ended: `/office/api/account/sessions/`; its id and `/revoke/` follow. */
  readonly path: string;
}

/** A line a browser. */
export function SessionList({ sessions, timeZone, currentId, path }: SessionListProps) {
  if (sessions.length === 0) return <p>Not signed in anywhere.</p>;
  return (
    <ul className="plain-rows">
      {sessions.map(({ id, browser, startedAt, lastSeenAt }) => (
        <li key={id}>
          <span>
            <strong>{browser}</strong>
            {id === currentId && ' (this one)'}: signed in <DeskTime at={startedAt} timeZone={timeZone} />,
            last used <DeskTime at={lastSeenAt} timeZone={timeZone} />
          </span>
          {id !== currentId && (
            <PostButton kind="plain" path={`${path}${id}/revoke/`} label="Sign out there" of={browser} />
          )}
        </li>
      ))}
    </ul>
  );
}
