// Owns one line of the audit chain: its shape, and the hash that ties it to the line before. Pure.

import { z } from 'zod';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalBytes } from '@/lib/release/canonical-json';

/** Put before what is hashed, so that no other hashed text can pass for an entry. */
const AUDIT_DOMAIN = 'levee-audit-v1';

/** `previous` of the first entry. */
export const NO_ENTRY = '0'.repeat(64);

/** What can be written down. `<thing>.<what happened>`. */
export const auditActions = [
  'account.enrolled',
  'account.disabled',
  'account.changed',
  'passkey.added',
  'passkey.removed',
  'invitation.made',
  'invitation.withdrawn',
  'session.started',
  'session.ended',
  'session.revoked',
  'signIn.refused',
  'token.made',
  'token.revoked',
  'office.made',
  'office.changed',
  'phone.confirmed',
  'draft.made',
  'draft.uploaded',
  'draft.checked',
  'draft.corrected',
  'columns.confirmed',
  'columns.forgotten',
  'repairs.accepted',
  'repairs.refused',
  'repairs.takenBack',
  'fixes.putBack',
  'fixes.takenBack',
  'draft.submitted',
  'draft.returned',
  'draft.withdrawn',
  'draft.approved',
  'cause.acknowledged',
  'golden.changed',
  'release.started',
  'release.published',
  'release.cancelled',
  'release.failed',
  'rollback.requested',
  'rollback.refused',
  'rollback.approved',
  'claim.setAside',
  'claim.decided',
  'notice.requested',
  'notice.approved',
  'notice.refused',
  'notice.replaced',
  'notice.withdrawalRequested',
  'notice.withdrawalRefused',
  'notice.withdrawn',
  'notice.seen',
  'notice.ended',
  'notice.adopted',
  'dutyApprover.named',
  'key.made',
  'key.rotated',
  'key.retired',
  'key.revoked',
  'backup.made',
  'backup.restored',
  'store.swept',
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Who did it. `system`: the office host itself, or the command line on its machine. */
export const auditActorSchema = z.object({
  kind: z.enum(['person', 'token', 'system']),
  id: z.string(),
  name: z.string(),
});

/** What a use case says happened; the chain adds where in the row it stands. Never an address of a voter. */
export const auditEventSchema = z.object({
  action: z.enum(auditActions),
  actor: auditActorSchema,
  /** null: it concerns the whole installation. */
  officeId: z.string().nullable(),
  /** What it was done to: the id of a draft, an account, a notice … */
  subject: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const auditEntrySchema = auditEventSchema.extend({
  /** 1, 2, 3 … without a gap. */
  number: z.number().int().positive(),
  /** ISO 8601, UTC, with milliseconds. */
  at: z.string(),
  /** Hash of the entry before. */
  previous: z.string(),
  hash: z.string(),
});

export type AuditActor = z.infer<typeof auditActorSchema>;
export type AuditEvent = z.infer<typeof auditEventSchema>;
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** The office host, or somebody at its command line. */
export const systemActor = (name: string): AuditActor => ({ kind: 'system', id: 'system', name });

/** The hash that an entry must have: SHA-256 over domain and canonical JSON of everything else in it. */
export async function entryHash({ hash: _, ...content }: AuditEntry): Promise<string> {
  return sha256Hex(canonicalBytes({ domain: AUDIT_DOMAIN, ...content }));
}

/** The entry that follows `previous` (null: the first). */
export async function nextEntry(
  previous: Pick<AuditEntry, 'number' | 'hash'> | null,
  event: AuditEvent,
  now: Date,
): Promise<AuditEntry> {
  const entry: AuditEntry = {
    ...event,
    number: (previous?.number ?? 0) + 1,
    at: now.toISOString(),
    previous: previous?.hash ?? NO_ENTRY,
    hash: '',
  };
  return { ...entry, hash: await entryHash(entry) };
}
