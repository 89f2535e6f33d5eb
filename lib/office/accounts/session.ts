// Owns a signed-in browser: how a session begins, until when it holds, and whose it is. A session is known by the hash
// of a secret that only the browser's cookie holds. Knows no cookie and no request.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import type { OfficePorts } from '../ports/office-ports';
import { records, type Versioned } from '../ports/records';
import type { Write } from '../ports/state-store';
import { type Account, accountIdSchema, accounts, holdsSince } from './account';
import type { Actor } from './actor';
import { hashOf } from './secrets';

export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;
/** `lastSeenAt` is written at most this often. */
const SEEN_SECONDS = 60;

export const sessionSchema = z.object({
  /** SHA-256 of the secret in the cookie; no secret itself. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  accountId: accountIdSchema,
  /** ISO 8601, like the next two. */
  startedAt: z.string(),
  lastSeenAt: z.string(),
  /** When the passkey was last asked for. */
  verifiedAt: z.string(),
  /** What the person is told it is: `Chrome on Windows`. */
  browser: z.string().max(100),
});

export type Session = z.infer<typeof sessionSchema>;
export type PersonActor = Extract<Actor, { kind: 'person' }>;

/** `session/<sessionId>`. */
export const sessions = records('session', sessionSchema);
/** `session-of/<accountId>/<sessionId>`: whose they are, to list and to end them. */
export const sessionsOf = records('session-of', z.object({ sessionId: z.string() }));

/** Who is signed in. */
export interface SignedIn {
  readonly actor: PersonActor;
  readonly account: Account;
  readonly session: Session;
}

/** `signedOut`: no such session, or it was ended. `tooOld`: 12 hours are over. `idle`: 30 minutes without a request.
 *  `disabled`: the account is no longer in use. */
export interface SessionError {
  readonly code: 'signedOut' | 'tooOld' | 'idle' | 'disabled';
  readonly message: string;
}

/** Until when a session holds, whatever is done with it. */
export const sessionEnd = ({ startedAt }: Pick<Session, 'startedAt'>): Date =>
  new Date(Date.parse(startedAt) + SESSION_HOURS * 3_600_000);

/** What to commit so that a session exists, and the secret for the cookie, which is kept nowhere. */
export interface SessionStart {
  readonly secret: string;
  readonly session: Session;
  readonly writes: readonly Write[];
}

/** A session of somebody whose passkey has just been seen. */
export async function sessionStart(
  { newId, now }: Pick<OfficePorts, 'newId' | 'now'>,
  { accountId, browser }: Pick<Session, 'accountId' | 'browser'>,
): Promise<SessionStart> {
  const secret = newId();
  const at = now().toISOString();
  const id = await hashOf('session', secret);
  const session: Session = { id, accountId, startedAt: at, lastSeenAt: at, verifiedAt: at, browser };
  return { secret, session, writes: sessionWrites(session) };
}

/** The session and its entry in the person's list; both are gone when its time is over. */
export function sessionWrites(session: Session): readonly Write[] {
  const { id, accountId } = session;
  const end = sessionEnd(session);
  return [sessions.write(session, [id], end), sessionsOf.write({ sessionId: id }, [accountId, id], end)];
}

/** What to commit so that a session is over. */
export function sessionRemoval({ id, accountId }: Pick<Session, 'id' | 'accountId'>): readonly Write[] {
  return [sessions.remove(id), sessionsOf.remove(accountId, id)];
}

/** Whose session the cookie's `secret` is, and that it still holds. Notes at most once a minute that it was seen.
 *  Throws `StoreError`. */
export async function readSession(
  ports: OfficePorts,
  secret: string,
): Promise<Result<SignedIn, SessionError>> {
  const found = await sessions.read(ports.state, await hashOf('session', secret));
  if (found === null) return err({ code: 'signedOut', message: 'Please sign in.' });
  const over = overSince(found.value, ports.now());
  if (over !== null) return err(over);
  const account = await accounts.read(ports.state, found.value.accountId);
  if (account === null || account.value.disabledAt !== null) {
    return err({ code: 'disabled', message: 'This account is no longer in use. Ask your state office.' });
  }
  if (!holdsSince(account.value, found.value.startedAt)) {
    return err({ code: 'signedOut', message: 'This session was ended. Please sign in again.' });
  }
  return ok(signedIn(account.value, await seen(ports, found)));
}

function signedIn(account: Account, session: Session): SignedIn {
  const { id, name, role, officeId } = account;
  const actor: PersonActor = {
    kind: 'person',
    accountId: id,
    name,
    role,
    officeId,
    sessionId: session.id,
    verifiedAt: session.verifiedAt,
  };
  return { actor, account, session };
}

/** Why a session does not hold any more at `now`; null: it does. */
export function overSince(session: Session, now: Date): SessionError | null {
  if (now >= sessionEnd(session)) {
    return { code: 'tooOld', message: `You signed in ${SESSION_HOURS} hours ago. Please sign in again.` };
  }
  if (now.getTime() - Date.parse(session.lastSeenAt) > IDLE_MINUTES * 60_000) {
    return { code: 'idle', message: `Nothing happened for ${IDLE_MINUTES} minutes. Please sign in again.` };
  }
  return null;
}

async function seen(ports: OfficePorts, found: Versioned<Session>): Promise<Session> {
  const session = found.value;
  const now = ports.now();
  if (now.getTime() - Date.parse(session.lastSeenAt) < SEEN_SECONDS * 1000) return session;
  const next = { ...session, lastSeenAt: now.toISOString() };
  // A conflict: another request of the same browser has noted it, or the session was ended just now.
  await ports.state.commit({
    id: ports.newId(),
    checks: [sessions.unchanged(found, session.id)],
    writes: [sessions.write(next, [session.id], sessionEnd(session))],
  });
  return next;
}
