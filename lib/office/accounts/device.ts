// Owns browsers that somebody has signed in with before: they are counted apart from strangers, so that nobody who floods
// the sign-in from the same address keeps them out. A known browser opens nothing by itself. Knows no cookie.

import { z } from 'zod';
import type { OfficePorts } from '../ports/office-ports';
import { records } from '../ports/records';
import type { Write } from '../ports/state-store';
import { accountIdSchema, accounts, holdsSince } from './account';
import { hashOf } from './secrets';

const DAYS = 400;
/** `device/<hash of the secret in its cookie>`. */
const devices = records('device', z.object({ accountId: accountIdSchema, since: z.string() }));

/** `{deviceId: '3fa9…', accountId: '7Qk…'}`. */
export interface KnownDevice {
  readonly deviceId: string;
  readonly accountId: string;
}

/** What to commit so that this browser is known, and the secret for its cookie. */
export async function deviceStart(
  { newId, now }: Pick<OfficePorts, 'newId' | 'now'>,
  accountId: string,
): Promise<{ readonly secret: string; readonly writes: readonly Write[] }> {
  const secret = newId();
  const id = await hashOf('device', secret);
  const end = new Date(now().getTime() + DAYS * 86_400_000);
  return { secret, writes: [devices.write({ accountId, since: now().toISOString() }, [id], end)] };
}

/** Whose browser it is; null: nobody's, or that person's browsers were all signed out since. */
export async function readDevice(
  { state }: Pick<OfficePorts, 'state'>,
  secret: string,
): Promise<KnownDevice | null> {
  const deviceId = await hashOf('device', secret);
  const found = await devices.read(state, deviceId);
  if (found === null) return null;
  const { accountId, since } = found.value;
  const account = await accounts.read(state, accountId);
  return account !== null && holdsSince(account.value, since) ? { deviceId, accountId } : null;
}
