// Owns upload tokens: what an office's export job shows to be let in. A token makes drafts for its own office and
// nothing else, is shown once, and is kept as a hash. Knows no request.

import { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import { officeIdSchema } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import { records, type Versioned } from '../ports/records';
import type { Actor } from './actor';
import { hashOf } from './secrets';
import type { PersonActor } from './session';

const SEEN_SECONDS = 60;

export const uploadTokenSchema = z.object({
  id: z.string(),
  officeId: officeIdSchema,
  /** What the office calls it: `nightly export`. */
  name: z.string().trim().min(1).max(100),
  /** SHA-256 of the secret part. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  madeBy: z.object({ id: z.string(), name: z.string() }),
  /** ISO 8601, like the next two. */
  madeAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

export type UploadToken = z.infer<typeof uploadTokenSchema>;
type TokenActor = Extract<Actor, { kind: 'token' }>;

/** `token/<officeId>/<tokenId>`. */
export const uploadTokens = records('token', uploadTokenSchema);

/** `unknown`: no office made it. `revoked`: it was made, and taken back. */
export interface TokenError {
  readonly code: 'unknown' | 'revoked';
  readonly message: string;
}

const FORM = /^levee\.([a-z0-9-]{2,60})\.([A-Za-z0-9_-]{8,64})\.([A-Za-z0-9_-]{8,64})$/;

/** Make one. `text` is what the job is given: `levee.ms-adams.<id>.<secret>`; nobody can be shown it again. */
export async function makeToken(
  ports: OfficePorts,
  { officeId, name, by }: { readonly officeId: string; readonly name: string; readonly by: PersonActor },
): Promise<{ readonly token: UploadToken; readonly text: string }> {
  const [id, secret] = [ports.newId(), ports.newId()];
  const token: UploadToken = {
    id,
    officeId,
    name,
    hash: await hashOf('token', secret),
    madeBy: { id: by.accountId, name: by.name },
    madeAt: ports.now().toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await commitAudited(ports, {
    checks: [uploadTokens.unchanged(null, officeId, id)],
    writes: [uploadTokens.write(token, [officeId, id])],
    events: [
      {
        action: 'token.made',
        actor: { kind: 'person', id: by.accountId, name: by.name },
        officeId,
        subject: id,
        details: { name },
      },
    ],
  });
  return { token, text: `levee.${officeId}.${id}.${secret}` };
}

/** An office's tokens, those taken back among them. */
export async function listTokens({ state }: OfficePorts, officeId: string): Promise<readonly UploadToken[]> {
  return (await uploadTokens.list(state, officeId)).map(({ value }) => value);
}

/** Take one back. Doing it again changes nothing. */
export async function revokeToken(
  ports: OfficePorts,
  {
    officeId,
    tokenId,
    by,
  }: { readonly officeId: string; readonly tokenId: string; readonly by: PersonActor },
): Promise<Result<null, TokenError>> {
  for (;;) {
    const found = await uploadTokens.read(ports.state, officeId, tokenId);
    if (found === null) return err({ code: 'unknown', message: 'There is no such upload token.' });
    if (found.value.revokedAt !== null) return ok(null);
    const revoked = { ...found.value, revokedAt: ports.now().toISOString() };
    const result = await commitAudited(ports, {
      checks: [uploadTokens.unchanged(found, officeId, tokenId)],
      writes: [uploadTokens.write(revoked, [officeId, tokenId])],
      events: [
        {
          action: 'token.revoked',
          actor: { kind: 'person', id: by.accountId, name: by.name },
          officeId,
          subject: tokenId,
          details: { name: revoked.name },
        },
      ],
    });
    if (result === 'committed') return ok(null);
  }
}

/** Who stands behind a token's text. Notes at most once a minute that it was used. Throws `StoreError`. */
export async function readToken(ports: OfficePorts, text: string): Promise<Result<TokenActor, TokenError>> {
  const unknown = err({ code: 'unknown', message: 'This upload token is not known here.' } as const);
  const [, officeId, id, secret] = FORM.exec(text) ?? [];
  if (officeId === undefined || id === undefined || secret === undefined) return unknown;
  const found = await uploadTokens.read(ports.state, officeId, id);
  // Hashes are compared: how far they agree tells nothing of the secret.
  if (found === null || found.value.hash !== (await hashOf('token', secret))) return unknown;
  if (found.value.revokedAt !== null) {
    return err({ code: 'revoked', message: 'This upload token was taken back. Make another one.' });
  }
  await used(ports, found);
  return ok({ kind: 'token', tokenId: id, name: found.value.name, officeId });
}

async function used(ports: OfficePorts, found: Versioned<UploadToken>): Promise<void> {
  const { officeId, id, lastUsedAt } = found.value;
  const now = ports.now();
  if (lastUsedAt !== null && now.getTime() - Date.parse(lastUsedAt) < SEEN_SECONDS * 1000) return;
  const next = { ...found.value, lastUsedAt: now.toISOString() };
  await ports.state.commit({
    id: ports.newId(),
    checks: [uploadTokens.unchanged(found, officeId, id)],
    writes: [uploadTokens.write(next, [officeId, id])],
  });
}
