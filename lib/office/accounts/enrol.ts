// Owns what happens when somebody opens an invitation: a passkey is made, the account is there, and they are signed in. Where
// the passkeys were lost, the old ones and every session end in the same commit. Knows no cookie.

import { err, ok, type Result } from '@/lib/core/result';
import { type AuditedChange, commitAudited } from '../audit/commit-audited';
import type { AuditEvent } from '../audit/entry';
import { offices } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import type { Versioned } from '../ports/records';
import { type Account, accounts, actorOf } from './account';
import { makeChallenge } from './challenge';
import { deviceStart } from './device';
import { type Invitation, invitations, invitationsOf } from './invitation';
import { type NewPasskeyError, takeNewPasskey } from './new-passkey';
import { type PasskeyResponse, passkeyRemoval, passkeysOf, passkeyWrites } from './passkey';
import type { PeoplePorts } from './people-ports';
import { hashOf } from './secrets';
import { sessionStart } from './session';

/** `gone`: used, withdrawn, or older than seven days; else as with any new passkey. */
export type EnrolError =
  | NewPasskeyError
  | {
      readonly code: 'gone';
      readonly message: string;
    };

/** Secrets for the cookies of a browser that is signed in from now on. */
export interface SignedInBrowser {
  readonly accountId: string;
  readonly name: string;
  readonly sessionSecret: string;
  /** null: the browser was known before. */
  readonly deviceSecret: string | null;
}

/** Whom a link is for, and what the browser makes the passkey from. */
export interface EnrolOffer {
  readonly name: string;
  readonly role: Account['role'];
  /** `Adams County`; null for the state's people. */
  readonly office: string | null;
  readonly isRecovery: boolean;
  readonly options: unknown;
}

const gone = err({
  code: 'gone',
  message: 'This link was used, withdrawn, or is older than seven days. Ask for a new one.',
} as const);

/** What the link with `secret` offers. Changes nothing. */
export async function beginEnrol(
  ports: PeoplePorts,
  secret: string,
): Promise<Result<EnrolOffer, EnrolError>> {
  const found = await invitationOf(ports, secret);
  if (found === null) return gone;
  const { id, accountId, name, role, officeId, isRecovery } = found.value;
  const challenge = await makeChallenge(ports, `enrol:${id}`);
  const options = await ports.passkeys.creationOptions({ challenge, accountId, name, known: [] });
  const office = officeId === null ? null : await offices.read(ports.state, officeId);
  return ok({ name, role, office: office?.value.name ?? null, isRecovery, options });
}

/** Make the account with its passkey, and sign in. The link is worth nothing from then on. */
export async function finishEnrol(
  ports: PeoplePorts,
  asked: { readonly secret: string; readonly response: PasskeyResponse; readonly browser: string },
): Promise<Result<SignedInBrowser, EnrolError>> {
  const found = await invitationOf(ports, asked.secret);
  if (found === null) return gone;
  const { accountId, id } = found.value;
  const before = await accounts.read(ports.state, accountId);
  if (before !== null && !mayOpen(found.value, before.value)) return gone;
  const made = await takeNewPasskey(ports, {
    response: asked.response,
    purpose: `enrol:${id}`,
    accountId,
    name: asked.browser,
  });
  if (!made.ok) return made;
  const account = accountAfter(found.value, before?.value ?? null, ports.now());
  const lost = await lostPasskeys(ports, account, found.value.isRecovery);
  const session = await sessionStart(ports, { accountId, browser: asked.browser });
  const device = await deviceStart(ports, accountId);
  const { passkey, taken } = made.value;
  const result = await commitAudited(ports, {
    checks: [...taken.checks, invitations.unchanged(found, id), accounts.unchanged(before, accountId)],
    writes: [
      ...taken.writes,
      ...lost.writes,
      accounts.write(account, [accountId]),
      ...passkeyWrites(passkey),
      ...session.writes,
      ...device.writes,
    ],
    events: [
      eventOf(account, 'account.enrolled', {
        name: account.name,
        role: account.role,
        recovery: found.value.isRecovery,
        invitedBy: found.value.madeBy.name,
      }),
      ...lost.events,
      eventOf(account, 'passkey.added', { passkey: passkey.name }),
      eventOf(account, 'session.started', { browser: asked.browser }),
    ],
  });
  if (result === 'conflict') return gone;
  return ok({
    accountId,
    name: account.name,
    sessionSecret: session.secret,
    deviceSecret: device.secret,
  });
}

async function invitationOf({ state }: OfficePorts, secret: string): Promise<Versioned<Invitation> | null> {
  return invitations.read(state, await hashOf('invitation', secret));
}

/** A link opens an account that is there only where it was made for that, and not before somebody disabled it. */
function mayOpen({ isRecovery, madeAt }: Invitation, { disabledAt }: Account): boolean {
  return isRecovery && (disabledAt === null || madeAt > disabledAt);
}

function accountAfter(invitation: Invitation, before: Account | null, now: Date): Account {
  const { accountId, name, role, officeId } = invitation;
  const at = now.toISOString();
  if (before !== null) return { ...before, lastSignInAt: at, disabledAt: null, signedOutAt: at };
  return {
    id: accountId,
    name,
    role,
    officeId,
    madeAt: at,
    lastSignInAt: at,
    disabledAt: null,
    signedOutAt: null,
  };
}

async function lostPasskeys(
  ports: OfficePorts,
  account: Account,
  isRecovery: boolean,
): Promise<Pick<AuditedChange, 'writes' | 'events'>> {
  const lost = isRecovery ? await passkeysOf(ports.state, account.id) : [];
  const links = await invitationsOf(ports, account.id);
  return {
    writes: [...lost.flatMap(passkeyRemoval), ...links.map((link) => invitations.remove(link.id))],
    events: [
      ...lost.map(({ name }) => eventOf(account, 'passkey.removed', { passkey: name, lost: true })),
      ...(isRecovery ? [eventOf(account, 'session.revoked', { all: true })] : []),
    ],
  };
}

/** Something that somebody did to their own account. */
export function eventOf(
  account: Account,
  action: AuditEvent['action'],
  details: AuditEvent['details'],
): AuditEvent {
  return { action, actor: actorOf(account), officeId: account.officeId, subject: account.id, details };
}
