// Owns the way into the few route handlers that nobody has to be signed in for: sign-in and enrolment. Where a request comes
// from, and how often, is looked at before anything of it is read. Knows no use case.

import type { z } from 'zod';
import { accountIdSchema, accounts } from '@/lib/office/accounts/account';
import { readDevice } from '@/lib/office/accounts/device';
import { admit, type Limit } from '@/lib/office/accounts/limits';
import type { PeoplePorts } from '@/lib/office/accounts/people-ports';
import { hashOf } from '@/lib/office/accounts/secrets';
import { accountLimit } from '@/lib/office/accounts/sign-in';
import { officePorts } from './office-container';
import { deskIsOff, officeHost } from './office-origin';
import { orUnavailable, type RouteHandler, refused, refusedAs, tooMany } from './office-route';
import { readJson } from './office-route-body';
import { addressOf, isWrite, wrongOrigin } from './office-route-origin';
import { peoplePorts } from './office-session';
import { cookieOf, DEVICE_COOKIE } from './session-cookie';

const BODY_BYTES = 32 * 1024;
/** For each address and kind. */
const MOST = 30;
const MINUTES = 15;

/** Whose passkey is about to be shown, as the browser says: from the passkey itself. Account ids cannot be guessed. */
const ACCOUNT_HEADER = 'x-levee-account';

export interface OpenRule<Body> {
  /** What is counted; null: it costs nothing and is not. */
  readonly counts: 'sign-in' | 'sign-in-name' | 'enrol' | 'policy-report' | null;
  readonly body: z.ZodType<Body>;
  /** The content type, where it is not JSON’s own. */
  readonly type?: RegExp;
}

export interface OpenCall<Body> {
  readonly ports: PeoplePorts;
  readonly body: Body;
  readonly request: Request;
  /** Whose browser it is known to be; null: nobody's. */
  readonly knownAs: string | null;
  /** Against whose own room the try was counted, rather than against the address; null: the address's. */
  readonly countedFor: string | null;
}

/** `export const POST = openRoute({counts: 'sign-in', body}, async (call) => …)`. 403 `wrongOrigin` and 429 `tooMany` before
 *  the body is read, 413, 415 and 400 with it; 503 where the store fails. */
export function openRoute<Body>(
  rule: OpenRule<Body>,
  handle: (call: OpenCall<Body>) => Promise<Response>,
): RouteHandler<Record<string, never>> {
  return async (request) => {
    try {
      return await answer(request, rule, handle);
    } catch (error) {
      return orUnavailable(error);
    }
  };
}

async function answer<Body>(
  request: Request,
  { counts, body: schema, type }: OpenRule<Body>,
  handle: (call: OpenCall<Body>) => Promise<Response>,
): Promise<Response> {
  if (deskIsOff()) return refused(404, 'notFound', 'There is no office desk here.');
  const refusal = isWrite(request) ? wrongOrigin(request, officeHost().origin, false) : null;
  if (refusal !== null) return refusedAs(refusal);
  const ports = peoplePorts(await officePorts());
  const { own, byAddress, knownAs } = await limitsOf(ports, request, counts);
  const countedFor = await firstWithRoom(ports, own);
  if (countedFor === null && byAddress !== null) {
    const admission = await admit(ports, byAddress);
    if (!admission.isOpen) return tooMany(admission.waitSeconds);
  }
  const body = await readJson(request, schema, BODY_BYTES, type);
  if (!body.ok) return refusedAs(body.error);
  return handle({ ports, body: body.value, request, knownAs, countedFor });
}

interface Limits {
  /** Room that belongs to a known browser or a named account alone: a flood from its address cannot use it up. */
  readonly own: readonly { readonly accountId: string; readonly limit: Limit }[];
  /** null: nothing is counted. */
  readonly byAddress: Limit | null;
  readonly knownAs: string | null;
}

async function limitsOf(
  ports: PeoplePorts,
  request: Request,
  counts: OpenRule<unknown>['counts'],
): Promise<Limits> {
  const secret = cookieOf(request, DEVICE_COOKIE);
  const device = secret === null ? null : await readDevice(ports, secret);
  const of = await hashOf('address', addressOf(request, officeHost().behindProxy));
  const byAddress = counts === null ? null : { kind: counts, of, most: MOST, minutes: MINUTES };
  const own: { accountId: string; limit: Limit }[] = [];
  if (device !== null && (counts === 'sign-in' || counts === 'sign-in-name')) {
    const limit = { kind: `${counts}-device`, of: device.deviceId, most: MOST, minutes: MINUTES };
    own.push({ accountId: device.accountId, limit });
  }
  const named = counts === 'sign-in' ? await namedAccount(ports, request) : null;
  if (named !== null) own.push({ accountId: named, limit: accountLimit(named) });
  return { own, byAddress, knownAs: device?.accountId ?? null };
}

async function namedAccount({ state }: PeoplePorts, request: Request): Promise<string | null> {
  const id = request.headers.get(ACCOUNT_HEADER) ?? '';
  return accountIdSchema.safeParse(id).success && (await accounts.read(state, id)) !== null ? id : null;
}

async function firstWithRoom(ports: PeoplePorts, own: Limits['own']): Promise<string | null> {
  for (const { accountId, limit } of own) {
    if ((await admit(ports, limit)).isOpen) return accountId;
  }
  return null;
}
