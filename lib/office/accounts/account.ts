// Owns what is kept of a person who works at an office: name, role, office. Passkeys and sessions are records of their
// own. Knows no request.

import { z } from 'zod';
import type { AuditActor } from '../audit/entry';
import { officeIdSchema } from '../offices/office';
import { records } from '../ports/records';
import { roles } from './actor';

/** 128 random bits, base64url; never reused, and what a passkey is bound to. */
export const accountIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** A person's name, as colleagues and the audit see it: `Ana Ruiz`. Text, never markup. */
export const personNameSchema = z.string().trim().min(1).max(100);

export const accountSchema = z.object({
  id: accountIdSchema,
  name: personNameSchema,
  role: z.enum(roles),
  /** null for `state` alone. */
  officeId: officeIdSchema.nullable(),
  /** ISO 8601. */
  madeAt: z.string(),
  lastSignInAt: z.string().nullable(),
  /** Since when this person may no longer sign in; null: they may. */
  disabledAt: z.string().nullable(),
  /** Sessions and known browsers from before it hold no more; null: all hold. */
  signedOutAt: z.string().nullable(),
});

export type Account = z.infer<typeof accountSchema>;

/** `account/<accountId>`. */
export const accounts = records('account', accountSchema);

/** Whether what began at `since` (a session, a browser's being known) still holds for this account. */
export function holdsSince({ disabledAt, signedOutAt }: Account, since: string): boolean {
  return disabledAt === null && (signedOutAt === null || since >= signedOutAt);
}

/** How an account stands in the audit. */
export const actorOf = ({ id, name }: Pick<Account, 'id' | 'name'>): AuditActor => ({
  kind: 'person',
  id,
  name,
});
