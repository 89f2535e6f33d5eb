// Owns what becomes of sessions once they are there: listed, ended by their own person, revoked by them or by somebody of
// the state. Knows no cookie.

import { ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { AuditEvent } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import { accounts, holdsSince } from './account';
import { overSince, type PersonActor, type Session, sessionRemoval, sessions, sessionsOf } from './session';

/** Somebody's sessions that hold, the latest first. */
export async function sessionsThatHold(
  { state, now }: Pick<OfficePorts, 'state' | 'now'>,
  accountId: string,
): Promise<readonly Session[]> {
  const account = await accounts.read(state, accountId);
  if (account === null) return [];
  const index = await sessionsOf.list(state, accountId);
  const found = await Promise.all(index.map(({ value }) => sessions.read(state, value.sessionId)));
  return found
    .flatMap((session) => (session === null ? [] : [session.value]))
    .filter((session) => overSince(session, now()) === null && holdsSince(account.value, session.startedAt))
    .sort((a, b) => (a.lastSeenAt > b.lastSeenAt ? -1 : 1));
}

/** Sign out: the session that asks for it ends. */
export async function signOut(ports: OfficePorts, actor: PersonActor): Promise<void> {
  await end(ports, {
    accountId: actor.accountId,
    sessionId: actor.sessionId,
    by: actor,
    action: 'session.ended',
  });
}

/** End a session of `accountId` from elsewhere. One that is over already changes nothing. */
export async function revokeSession(
  ports: OfficePorts,
  asked: { readonly accountId: string; readonly sessionId: string; readonly by: PersonActor },
): Promise<Result<null, never>> {
  await end(ports, { ...asked, action: 'session.revoked' });
  return ok(null);
}

async function end(
  ports: OfficePorts,
  {
    accountId,
    sessionId,
    by,
    action,
  }: {
    readonly accountId: string;
    readonly sessionId: string;
    readonly by: PersonActor;
    readonly action: AuditEvent['action'];
  },
): Promise<void> {
  for (;;) {
    const found = await sessions.read(ports.state, sessionId);
    if (found === null || found.value.accountId !== accountId) return;
    const account = await accounts.read(ports.state, accountId);
    const result = await commitAudited(ports, {
      checks: [sessions.unchanged(found, sessionId)],
      writes: sessionRemoval(found.value),
      events: [
        {
          action,
          actor: { kind: 'person', id: by.accountId, name: by.name },
          officeId: account?.value.officeId ?? null,
          subject: accountId,
          details: { browser: found.value.browser, whose: account?.value.name ?? accountId },
        },
      ],
    });
    if (result === 'committed') return;
  }
}
