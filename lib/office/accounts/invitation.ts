// Owns invitations: a link that lets one person make a passkey once, within seven days. It is kept as the hash of its
// secret. For somebody who has an account and lost the passkey, a second person makes it. Knows no passkey.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { AuditActor } from '../audit/entry';
import { officeIdSchema, offices } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';
import { accountIdSchema, accounts, personNameSchema } from './account';
import { roles } from './actor';
import { hashOf } from './secrets';

export const INVITATION_DAYS = 7;

export const invitationSchema = z.object({
  /** SHA-256 of the secret in the link. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whose account it makes, or opens anew. */
  accountId: accountIdSchema,
  /** The account is there, and its passkeys are lost. */
  isRecovery: z.boolean(),
  name: personNameSchema,
  role: z.enum(roles),
  officeId: officeIdSchema.nullable(),
  madeBy: z.object({ id: z.string(), name: z.string() }),
  /** ISO 8601, like the next. */
  madeAt: z.string(),
  expiresAt: z.string(),
});

export type Invitation = z.infer<typeof invitationSchema>;

/** `invitation/<hash of the secret>`, until it is used, withdrawn or over. */
export const invitations = records('invitation', invitationSchema);

/** Who is to be invited, to what. */
export const invitedSchema = z.object({
  name: personNameSchema,
  role: z.enum(roles),
  /** null for `state` alone. */
  officeId: officeIdSchema.nullable(),
});
export type Invited = z.infer<typeof invitedSchema>;

/** `wrongOffice`: `state` belongs to no office, all others to one. `noOffice`: it is not known here. `noAccount`: neither
 *  is the account. `yourself`: it takes a second person. `gone`: there is no such invitation. */
export interface InvitationError {
  readonly code: 'wrongOffice' | 'noOffice' | 'noAccount' | 'yourself' | 'gone';
  readonly message: string;
}

/** The invitation, and the secret of its link, which is kept nowhere. */
export interface MadeInvitation {
  readonly invitation: Invitation;
  readonly secret: string;
}

/** The link to hand over. The secret stands behind `#`, which browsers send to nobody: no log holds it. */
export const invitationLink = (origin: string, secret: string): string => `${origin}/office/enrol/#${secret}`;

/** Invite somebody new. */
export async function invite(
  ports: OfficePorts,
  { name, role, officeId }: Invited,
  by: AuditActor,
): Promise<Result<MadeInvitation, InvitationError>> {
  if ((role === 'state') !== (officeId === null)) {
    return err({ code: 'wrongOffice', message: 'The role “state” has no office. Every other role has one.' });
  }
  if (officeId !== null && (await offices.read(ports.state, officeId)) === null) {
    return err({ code: 'noOffice', message: `There is no office “${officeId}”.` });
  }
  return ok(await make(ports, { accountId: ports.newId(), isRecovery: false, name, role, officeId }, by));
}

/** Let somebody who lost the passkey make a new one. Old passkeys hold until the new one is there; of several links the last
 *  one made is good. An account that is disabled is in use again with the new passkey, and no sooner: a stolen device never
 *  gets another chance. */
export async function inviteAgain(
  ports: OfficePorts,
  accountId: string,
  by: AuditActor,
): Promise<Result<MadeInvitation, InvitationError>> {
  if (by.id === accountId) {
    return err({
      code: 'yourself',
      message: 'This takes a second person. You can add a passkey on your own page while you are signed in.',
    });
  }
  const account = await accounts.read(ports.state, accountId);
  if (account === null) return err({ code: 'noAccount', message: 'There is no such account.' });
  const { name, role, officeId } = account.value;
  const replaced = await invitationsOf(ports, accountId);
  return ok(await make(ports, { accountId, isRecovery: true, name, role, officeId }, by, replaced));
}

/** Links that open one account and still hold. */
export async function invitationsOf(
  { state }: Pick<OfficePorts, 'state'>,
  accountId: string,
): Promise<readonly Invitation[]> {
  const all = await invitations.list(state);
  return all.map(({ value }) => value).filter((each) => each.accountId === accountId);
}

async function make(
  ports: OfficePorts,
  whom: Pick<Invitation, 'accountId' | 'isRecovery' | 'name' | 'role' | 'officeId'>,
  by: AuditActor,
  replaced: readonly Invitation[] = [],
): Promise<MadeInvitation> {
  const secret = ports.newId();
  const now = ports.now();
  const end = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  const invitation: Invitation = {
    ...whom,
    id: await hashOf('invitation', secret),
    madeBy: { id: by.id, name: by.name },
    madeAt: now.toISOString(),
    expiresAt: end.toISOString(),
  };
  const { name, role, isRecovery, officeId, accountId } = invitation;
  await commitAudited(ports, {
    checks: [invitations.unchanged(null, invitation.id)],
    writes: [
      ...replaced.map(({ id }) => invitations.remove(id)),
      invitations.write(invitation, [invitation.id], end),
    ],
    events: [
      {
        action: 'invitation.made',
        actor: by,
        officeId,
        subject: accountId,
        details: { name, role, recovery: isRecovery },
      },
    ],
  });
  return { invitation, secret };
}

/** Those that still hold, for one office or (null) all. */
export async function openInvitations(
  { state }: OfficePorts,
  officeId: string | null,
): Promise<readonly Invitation[]> {
  const all = (await invitations.list(state)).map(({ value }) => value);
  return all.filter((each) => officeId === null || each.officeId === officeId);
}

/** Make a link worthless before it is used. */
export async function withdrawInvitation(
  ports: OfficePorts,
  invitationId: string,
  by: AuditActor,
): Promise<Result<null, InvitationError>> {
  const found = await invitations.read(ports.state, invitationId);
  const gone = err({ code: 'gone', message: 'This invitation was used, withdrawn, or is over.' } as const);
  if (found === null) return gone;
  const { accountId, officeId, name } = found.value;
  const result = await commitAudited(ports, {
    checks: [invitations.unchanged(found, invitationId)],
    writes: [invitations.remove(invitationId)],
    events: [{ action: 'invitation.withdrawn', actor: by, officeId, subject: accountId, details: { name } }],
  });
  return result === 'committed' ? ok(null) : gone;
}
