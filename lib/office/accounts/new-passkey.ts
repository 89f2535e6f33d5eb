// Owns taking a passkey that a browser has just made: that it answers our challenge, and what is kept of it. Whose it
// becomes is for the caller to say.

import { err, ok, type Result } from '@/lib/core/result';
import { type ChallengePurpose, type TakenChallenge, takeChallenge } from './challenge';
import { type Passkey, type PasskeyResponse, passkeyIdOf, passkeys, readResponse } from './passkey';
import type { PeoplePorts } from './people-ports';

/** `challenge`: took too long. `refused`: not made here, by a verified person. `known`: it is somebody's already. */
export interface NewPasskeyError {
  readonly code: 'challenge' | 'refused' | 'known';
  readonly message: string;
}

/** What the browser made, for whom, and what it is called: `Chrome on Windows`. */
export interface NewPasskey {
  readonly response: PasskeyResponse;
  readonly purpose: ChallengePurpose;
  readonly accountId: string;
  readonly name: string;
}

/** The record, to be committed with the checks and writes of its challenge. */
export async function takeNewPasskey(
  ports: PeoplePorts,
  { response, purpose, accountId, name }: NewPasskey,
): Promise<Result<{ readonly passkey: Passkey; readonly taken: TakenChallenge }, NewPasskeyError>> {
  const refused = err({
    code: 'refused',
    message: 'This passkey cannot be used here. Set a PIN, finger or face on the device and try again.',
  } as const);
  const read = await readResponse(response);
  if (read === null) return refused;
  const taken = await takeChallenge(ports, read.challenge, purpose);
  if (!taken.ok) return taken;
  const made = await ports.passkeys.verifyCreation(response, read.challenge);
  if (made === null) return refused;
  const id = await passkeyIdOf(made.credentialId);
  if ((await passkeys.read(ports.state, id)) !== null) {
    return err({ code: 'known', message: 'This passkey is in use here already.' });
  }
  const addedAt = ports.now().toISOString();
  const passkey = { ...made, id, accountId, name, addedAt, lastUsedAt: null };
  const { checks, writes } = taken.value;
  return ok({ passkey, taken: { checks: [...checks, passkeys.unchanged(null, id)], writes } });
}
