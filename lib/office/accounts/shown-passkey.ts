// Owns taking a passkey that somebody shows: that it is known, answers our challenge, and is no copy. What it opens is for
// the caller to say.

import { err, ok, type Result } from '@/lib/core/result';
import type { Check, Write } from '../ports/state-store';
import { type ChallengePurpose, takeChallenge } from './challenge';
import { type Passkey, type PasskeyResponse, passkeys, readResponse } from './passkey';
import type { PeoplePorts } from './people-ports';

/** `challenge`: took too long. `unknown`: no account has it. `refused`: it is not right, or a copy of one that has been
 *  used since; `passkey` is whose name it bears. */
export type ShownPasskeyError =
  | { readonly code: 'challenge' | 'unknown'; readonly message: string }
  | { readonly code: 'refused'; readonly message: string; readonly passkey: Passkey };

/** Whose passkey it is, to be committed with its use and its challenge's. */
export interface ShownPasskey {
  readonly passkey: Passkey;
  readonly checks: readonly Check[];
  readonly writes: readonly Write[];
}

/** The passkey that `response` claims, before anything is believed; null: none that is known here. */
export async function claimedPasskey(
  { state }: Pick<PeoplePorts, 'state'>,
  response: PasskeyResponse,
): Promise<Passkey | null> {
  const read = await readResponse(response);
  return read === null ? null : ((await passkeys.read(state, read.passkeyId))?.value ?? null);
}

/** Check it for `purpose`. */
export async function takeShownPasskey(
  ports: PeoplePorts,
  response: PasskeyResponse,
  purpose: ChallengePurpose,
): Promise<Result<ShownPasskey, ShownPasskeyError>> {
  const unknown = err({
    code: 'unknown',
    message:
      'We do not know this passkey. It may have been replaced. Try another one, or ask your state office.',
  } as const);
  const read = await readResponse(response);
  if (read === null) return unknown;
  const found = await passkeys.read(ports.state, read.passkeyId);
  if (found === null) return unknown;
  const taken = await takeChallenge(ports, read.challenge, purpose);
  if (!taken.ok) return taken;
  const counter = await ports.passkeys.verifyRequest(response, read.challenge, found.value);
  if (counter === null) {
    const message = 'This passkey was not accepted. Try again, or use your other passkey.';
    return err({ code: 'refused', message, passkey: found.value });
  }
  const used: Passkey = { ...found.value, counter, lastUsedAt: ports.now().toISOString() };
  return ok({
    passkey: used,
    checks: [...taken.value.checks, passkeys.unchanged(found, used.id)],
    writes: [...taken.value.writes, passkeys.write(used, [used.id])],
  });
}
