// Owns signing in with a passkey: one that the browser offers by itself, or one of a named person's. Knows no cookie and no
// address.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { Versioned } from '../ports/records';
import { type Account, accounts } from './account';
import { makeChallenge, onlyOurs } from './challenge';
import { deviceStart } from './device';
import { eventOf, type SignedInBrowser } from './enrol';
import { admit, type Limit } from './limits';
import { type PasskeyRef, type PasskeyResponse, passkeysOf } from './passkey';
import type { PeoplePorts } from './people-ports';
import { sessionStart } from './session';
import { claimedPasskey, type ShownPasskeyError, takeShownPasskey } from './shown-passkey';

/** `tooMany`: this account was tried too often. `disabled`: it is no longer in use. Else as with any passkey shown. */
export interface SignInError {
  readonly code: ShownPasskeyError['code'] | 'tooMany' | 'disabled';
  readonly message: string;
}

/** How often one account may be tried, from wherever, by browsers that it does not know. */
export const accountLimit = (accountId: string): Limit => ({
  kind: 'sign-in-account',
  of: accountId,
  most: 20,
  minutes: 15,
});

/** What the browser asks for: whichever passkey it has for this site. Changes and reads nothing of anybody. */
export async function beginSignIn(ports: PeoplePorts): Promise<unknown> {
  const challenge = await makeChallenge(ports, 'signIn');
  return ports.passkeys.requestOptions({ challenge, allowed: null });
}

/** The same with a name given, for security keys that keep no name themselves. A name that nobody has is answered in the
 *  same form, so that nobody learns who works here. */
export async function beginSignInByName(ports: PeoplePorts, name: string): Promise<unknown> {
  const challenge = await makeChallenge(ports, 'signIn');
  const wanted = foldedName(name);
  const named = (await accounts.list(ports.state)).filter(
    ({ value }) => value.disabledAt === null && foldedName(value.name) === wanted,
  );
  const allowed: PasskeyRef[] = [];
  for (const { value } of named) allowed.push(...(await passkeysOf(ports.state, value.id)));
  if (allowed.length === 0)
    allowed.push({ credentialId: await onlyOurs(ports, wanted), transports: ['internal', 'hybrid'] });
  return ports.passkeys.requestOptions({ challenge, allowed });
}

/** Sign in. `countedFor`: whose try the caller has counted it as already. */
export async function finishSignIn(
  ports: PeoplePorts,
  asked: {
    readonly response: PasskeyResponse;
    readonly browser: string;
    readonly countedFor: string | null;
    /** Whose browser it is known to be; null: nobody's. */
    readonly knownAs: string | null;
  },
): Promise<Result<SignedInBrowser, SignInError>> {
  const claimed = await claimedPasskey(ports, asked.response);
  if (claimed !== null && claimed.accountId !== asked.countedFor) {
    const admission = await admit(ports, accountLimit(claimed.accountId));
    if (!admission.isOpen) return err(tooMany(admission.waitSeconds));
  }
  const shown = await takeShownPasskey(ports, asked.response, 'signIn');
  if (!shown.ok) {
    if (shown.error.code === 'refused') await noteRefusal(ports, shown.error.passkey.accountId);
    return shown;
  }
  const { passkey, checks, writes } = shown.value;
  const found = await accounts.read(ports.state, passkey.accountId);
  if (found === null || found.value.disabledAt !== null) {
    if (found !== null) await noteRefusal(ports, passkey.accountId);
    return err({ code: 'disabled', message: 'This account is no longer in use. Ask your state office.' });
  }
  return start(ports, found, { checks, writes, ...asked });
}

async function start(
  ports: PeoplePorts,
  found: Versioned<Account>,
  asked: Pick<Parameters<typeof commitAudited>[1], 'checks' | 'writes'> & {
    readonly browser: string;
    readonly knownAs: string | null;
  },
): Promise<Result<SignedInBrowser, SignInError>> {
  const account = { ...found.value, lastSignInAt: ports.now().toISOString() };
  const session = await sessionStart(ports, { accountId: account.id, browser: asked.browser });
  const device = asked.knownAs === account.id ? null : await deviceStart(ports, account.id);
  const result = await commitAudited(ports, {
    checks: [...asked.checks, accounts.unchanged(found, account.id)],
    writes: [
      ...asked.writes,
      accounts.write(account, [account.id]),
      ...session.writes,
      ...(device?.writes ?? []),
    ],
    events: [eventOf(account, 'session.started', { browser: asked.browser })],
  });
  if (result === 'conflict') return err({ code: 'challenge', message: 'Please try again.' });
  return ok({
    accountId: account.id,
    name: account.name,
    sessionSecret: session.secret,
    deviceSecret: device?.secret ?? null,
  });
}

async function noteRefusal(ports: PeoplePorts, accountId: string): Promise<void> {
  const account = await accounts.read(ports.state, accountId);
  if (account === null) return;
  await commitAudited(ports, {
    checks: [],
    writes: [],
    events: [eventOf(account.value, 'signIn.refused', {})],
  });
}

function tooMany(waitSeconds: number): SignInError {
  const minutes = Math.ceil(waitSeconds / 60);
  return {
    code: 'tooMany',
    message: `Too many tries. Wait ${minutes} min, or use a computer you have signed in on before.`,
  };
}

/** `  Ana  RUIZ ` and `ana ruiz` are the same. */
const foldedName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
