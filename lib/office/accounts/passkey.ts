// Owns what is kept of a passkey, and the port that makes and checks them (W3C WebAuthn Level 3). A passkey's public half
// is all that ever reaches us. Knows no library and no browser.

import { z } from 'zod';
import { sha256Hex } from '@/lib/release/bytes';
import { records } from '../ports/records';
import type { StateStore, Write } from '../ports/state-store';
import { accountIdSchema } from './account';

export const passkeySchema = z.object({
  /** SHA-256 of the credential id, which itself may be longer than a key of the store. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  accountId: accountIdSchema,
  /** Base64url, like the next. */
  credentialId: z.string(),
  publicKey: z.string(),
  /** How often it says that it was used; 0: it does not count. */
  counter: z.number().int().nonnegative(),
  transports: z.array(z.string()),
  /** What the person is told it is: `Chrome on Windows, October 1`. */
  name: z.string().max(100),
  /** ISO 8601. */
  addedAt: z.string(),
  lastUsedAt: z.string().nullable(),
});

export type Passkey = z.infer<typeof passkeySchema>;

/** `passkey/<passkeyId>`. */
export const passkeys = records('passkey', passkeySchema);
/** `passkey-of/<accountId>/<passkeyId>`: whose they are. */
const passkeyIndex = records('passkey-of', z.object({ passkeyId: z.string() }));

/** What a browser needs to find a passkey. */
export type PasskeyRef = Pick<Passkey, 'credentialId' | 'transports'>;

/** A passkey as it comes out of its making. */
export type MadePasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

/** What the browser sent, of no known shape until it has been checked. */
export type PasskeyResponse = unknown;

/** Options go to the browser as they are. `challenge` is base64url. User verification (PIN, finger, face) is required. */
export interface PasskeyPort {
  creationOptions(asked: {
    readonly challenge: string;
    readonly accountId: string;
    readonly name: string;
    /** Those that are there: the same device is not asked twice. */
    readonly known: readonly PasskeyRef[];
  }): Promise<unknown>;
  requestOptions(asked: {
    readonly challenge: string;
    /** Which may be used; null: the browser offers those that it has for this site. */
    readonly allowed: readonly PasskeyRef[] | null;
  }): Promise<unknown>;
  /** Null: it was not made for this challenge, at this site, by a verified person. */
  verifyCreation(response: PasskeyResponse, challenge: string): Promise<MadePasskey | null>;
  /** The counter it has now; null: it was not shown for this challenge, at this site, by a verified person, or it is a copy. */
  verifyRequest(response: PasskeyResponse, challenge: string, passkey: Passkey): Promise<number | null>;
}

const responseSchema = z.object({
  id: z.string().min(1).max(2000),
  response: z.object({ clientDataJSON: z.string(), userHandle: z.string().nullish() }),
});
const clientDataSchema = z.object({ challenge: z.string().max(500) });

/** What can be read of a response before it is believed: which passkey, and which challenge it answers; null: nothing. */
export async function readResponse(
  response: PasskeyResponse,
): Promise<{ readonly passkeyId: string; readonly challenge: string } | null> {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) return null;
  const client = clientDataSchema.safeParse(jsonOfBase64Url(parsed.data.response.clientDataJSON));
  if (!client.success) return null;
  return { passkeyId: await passkeyIdOf(parsed.data.id), challenge: client.data.challenge };
}

/** The id under which a credential is kept. */
export function passkeyIdOf(credentialId: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(credentialId));
}

/** Somebody's passkeys, the eldest first. */
export async function passkeysOf(state: StateStore, accountId: string): Promise<readonly Passkey[]> {
  const index = await passkeyIndex.list(state, accountId);
  const found = await Promise.all(index.map(({ value }) => passkeys.read(state, value.passkeyId)));
  return found
    .flatMap((passkey) => (passkey === null ? [] : [passkey.value]))
    .sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
}

/** The passkey, and its entry in the person's list. */
export function passkeyWrites(passkey: Passkey): readonly Write[] {
  const { id, accountId } = passkey;
  return [passkeys.write(passkey, [id]), passkeyIndex.write({ passkeyId: id }, [accountId, id])];
}

/** What to commit so that it is known no more. */
export function passkeyRemoval({ id, accountId }: Pick<Passkey, 'id' | 'accountId'>): readonly Write[] {
  return [passkeys.remove(id), passkeyIndex.remove(accountId, id)];
}

function jsonOfBase64Url(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
