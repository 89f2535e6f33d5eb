// Owns a person's own passkeys while they are signed in: a second one, and doing away with one. Knows no request.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import { type Account, accounts } from './account';
import { makeChallenge } from './challenge';
import { eventOf } from './enrol';
import { type NewPasskeyError, takeNewPasskey } from './new-passkey';
import { type PasskeyResponse, passkeyRemoval, passkeys, passkeysOf, passkeyWrites } from './passkey';
import type { PeoplePorts } from './people-ports';
import type { PersonActor } from './session';
import { beginStepUp, finishStepUp, type StepUpError } from './step-up';

const MOST = 10;

/** `enough`: ten are there. `last`: the only one stays. `gone`: there is no such passkey, or it changed meanwhile. */
export interface OwnPasskeyError {
  readonly code: NewPasskeyError['code'] | StepUpError['code'] | 'enough' | 'last' | 'gone';
  readonly message: string;
}

const gone = err({ code: 'gone', message: 'There is no such passkey. Look at the list again.' } as const);

/** What the browser shows one of the person's passkeys for, before another is made: each time, however lately one was shown. Who has only stolen
 *  a session has none, and would stay for good with one of their own. */
export const askForPasskey = (ports: PeoplePorts, actor: PersonActor): Promise<unknown> =>
  beginStepUp(ports, actor, 'prove');

/** What the browser makes another passkey from, `shown` being its answer to `askForPasskey`. */
export async function beginPasskey(
  ports: PeoplePorts,
  actor: PersonActor,
  shown: PasskeyResponse,
): Promise<Result<unknown, OwnPasskeyError>> {
  const { accountId, name, sessionId } = actor;
  const proven = await finishStepUp(ports, actor, shown, 'prove');
  if (!proven.ok) return proven;
  const known = await passkeysOf(ports.state, accountId);
  if (known.length >= MOST)
    return err({ code: 'enough', message: `Nobody needs more than ${MOST}. Remove one first.` });
  const challenge = await makeChallenge(ports, `add:${sessionId}`);
  return ok(await ports.passkeys.creationOptions({ challenge, accountId, name, known }));
}

/** Keep it. `name`: what the person calls it: `Office phone`. */
export async function finishPasskey(
  ports: PeoplePorts,
  { accountId, sessionId }: PersonActor,
  { response, name }: { readonly response: PasskeyResponse; readonly name: string },
): Promise<Result<null, OwnPasskeyError>> {
  const made = await takeNewPasskey(ports, { response, purpose: `add:${sessionId}`, accountId, name });
  if (!made.ok) return made;
  const account = await accounts.read(ports.state, accountId);
  if (account === null) return gone;
  const { passkey, taken } = made.value;
  const result = await commitAudited(ports, {
    // Whoever is recovered meanwhile keeps no passkey but the new one.
    checks: [...taken.checks, accounts.unchanged(account, accountId)],
    writes: [...taken.writes, ...passkeyWrites(passkey)],
    events: [eventOf(account.value, 'passkey.added', { passkey: name })],
  });
  return result === 'committed' ? ok(null) : gone;
}

/** Know it no more. The last one stays: without it nobody gets in. */
export async function removePasskey(
  ports: PeoplePorts,
  { accountId }: PersonActor,
  passkeyId: string,
): Promise<Result<null, OwnPasskeyError>> {
  const [account, found, all] = [
    await accounts.read(ports.state, accountId),
    await passkeys.read(ports.state, passkeyId),
    await passkeysOf(ports.state, accountId),
  ];
  if (account === null || found?.value.accountId !== accountId) return gone;
  if (all.length < 2)
    return err({ code: 'last', message: 'This is your only passkey. Add another one first.' });
  const result = await commitAudited(ports, {
    // Two that go at once could be the last two: the account is written, so that only one of them can.
    checks: [passkeys.unchanged(found, passkeyId), accounts.unchanged(account, accountId)],
    writes: [...passkeyRemoval(found.value), accounts.write(account.value, [accountId])],
    events: [removed(account.value, found.value.name)],
  });
  return result === 'committed' ? ok(null) : gone;
}

const removed = (account: Account, passkey: string) => eventOf(account, 'passkey.removed', { passkey });
