// Owns the way into every route handler under app/office/api that needs somebody signed in: who asks, from where, whether
// they may, and only then what they brought. Handlers are made by it and by nothing else. Knows no use case.

import type { z } from 'zod';
import type { Result } from '@/lib/core/result';
import { type Actor, isFresh, may, type OfficeAction } from '@/lib/office/accounts/actor';
import { admit } from '@/lib/office/accounts/limits';
import { hashOf } from '@/lib/office/accounts/secrets';
import { type PersonActor, readSession } from '@/lib/office/accounts/session';
import { readToken } from '@/lib/office/accounts/token';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { StoreError } from '@/lib/office/ports/store-error';
import { officePorts } from './office-container';
import { deskIsOff, officeHost } from './office-origin';
import { DEFAULT_BODY_BYTES, readJson } from './office-route-body';
import { addressOf, isWrite, type Refusal, wrongOrigin } from './office-route-origin';
import { cookieOf, SESSION_COOKIE } from './session-cookie';

/** What the folders' names stand for: `{officeId: 'ms-adams'}`; a catch-all is an array. */
export type RouteParams = Readonly<Record<string, string | readonly string[]>>;

/** What a route is asked for, and what it takes. */
export interface OfficeRule<Params, Body> {
  readonly action: OfficeAction;
  /** Whose it is; null: no single office's. */
  readonly officeId: (params: Params) => string | null;
  /** Shape of the JSON body; absent: none is read. */
  readonly body?: z.ZodType<Body>;
  /** Refused before more is read. Default 64 KiB. */
  readonly maxBodyBytes?: number;
  /** Upload tokens may call it, with `Authorization: Bearer`. */
  readonly tokens?: true;
  /** The passkey must have been asked for within five minutes, whatever the action says. */
  readonly stepUp?: true;
}

export interface OfficeCall<Params, Body> {
  readonly ports: OfficePorts;
  readonly actor: Actor;
  readonly params: Params;
  readonly body: Body;
  readonly request: Request;
}

/** What Next calls. */
export type RouteHandler<Params> = (
  request: Request,
  context: { readonly params: Promise<Params> },
) => Promise<Response>;

/** `export const POST = officeRoute({action: 'submit', officeId: ({officeId}: Params) => officeId, body}, async (call) => …)`.
 *  403 `wrongOrigin`, 401 `signIn`, 403 `notAllowed`, 403 `stepUp`, 413, 415 and 400 come before `handle`; 503 where the
 *  store fails. A route that is made by this needs a row in tests/contract/office-routes.table.ts. */
export function officeRoute<Params, Body = undefined>(
  rule: OfficeRule<Params, Body>,
  handle: (call: OfficeCall<Params, Body>) => Promise<Response>,
): RouteHandler<Params> {
  return async (request, context) => {
    try {
      return await answer(request, await context.params, rule, handle);
    } catch (error) {
      return orUnavailable(error);
    }
  };
}

async function answer<Params, Body>(
  request: Request,
  params: Params,
  rule: OfficeRule<Params, Body>,
  handle: (call: OfficeCall<Params, Body>) => Promise<Response>,
): Promise<Response> {
  if (deskIsOff() || !areNames(params)) return refused(404, 'notFound', 'There is nothing at this address.');
  const token = rule.tokens ? bearerOf(request) : null;
  const refusal = isWrite(request) ? wrongOrigin(request, officeHost().origin, token !== null) : null;
  if (refusal !== null) return refusedAs(refusal);
  const ports = await officePorts();
  const actor = token === null ? await personOf(ports, request) : await tokenActor(ports, request, token);
  if (actor instanceof Response) return actor;
  if (!may(actor, rule.action, rule.officeId(params))) {
    return refused(403, 'notAllowed', 'Your account may not do this. Ask your state office.');
  }
  if (!isFresh(actor, rule.stepUp ? 'approve' : rule.action, ports.now())) {
    return refused(403, 'stepUp', 'Please confirm with your passkey that it is you.');
  }
  if (rule.body === undefined) return handle({ ports, actor, params, body: undefined as Body, request });
  const body = await readJson(request, rule.body, rule.maxBodyBytes ?? DEFAULT_BODY_BYTES);
  return body.ok ? handle({ ports, actor, params, body: body.value, request }) : refusedAs(body.error);
}

/** Parts of keys are made of them: nothing that could be read as two. */
function areNames(params: unknown): boolean {
  return Object.values((params ?? {}) as RouteParams)
    .flat()
    .every((name) => /^[A-Za-z0-9._~-]{1,200}$/.test(name));
}

async function personOf(ports: OfficePorts, request: Request): Promise<Actor | Response> {
  const secret = cookieOf(request, SESSION_COOKIE);
  if (secret === null) return refused(401, 'signIn', 'Please sign in.');
  const session = await readSession(ports, secret);
  return session.ok ? session.value.actor : refused(401, 'signIn', session.error.message);
}

function bearerOf(request: Request): string | null {
  return /^Bearer (\S{1,300})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

/** A good token gets in however many bad ones came from its address. */
async function tokenActor(ports: OfficePorts, request: Request, text: string): Promise<Actor | Response> {
  const token = await readToken(ports, text);
  if (token.ok) return token.value;
  const of = await hashOf('address', addressOf(request, officeHost().behindProxy));
  const admission = await admit(ports, { kind: 'token', of, most: 30, minutes: 15 });
  if (admission.isOpen) return refused(401, 'token', token.error.message);
  return tooMany(admission.waitSeconds);
}

/** 429 with how long to wait. */
export function tooMany(waitSeconds: number): Response {
  const minutes = Math.ceil(waitSeconds / 60);
  return refused(429, 'tooMany', `Too many tries from here. Wait ${minutes} min and try again.`, {
    'Retry-After': String(waitSeconds),
  });
}

const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** `okJson({draftId: '…'})`: 200. `headers`: more than those that every answer has. */
export function okJson(value: unknown, headers: HeadersInit = {}): Response {
  return json(200, value, headers);
}

/** `refused(409, 'conflict', 'Somebody changed it meanwhile. Look at it again.')`: `{error: {code, message}}`.
 *  401 and 403 are for who asks; what the work itself does not allow is 409 or 422. */
export function refused(status: number, code: string, message: string, headers: HeadersInit = {}): Response {
  return json(status, { error: { code, message } }, headers);
}

/** The page that a plain form leads to. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });
}

/** `refused` with what a reading of the request gave. */
export function refusedAs({ status, code, message }: Refusal): Response {
  return refused(status, code, message);
}

/** What a use case gave: `ok` as it is (`headers` with it), a failure with its own sentence. 404 where it is `gone`, 429 where
 *  it was tried too often, else 409. */
export function answered(
  result: Result<unknown, { readonly code: string; readonly message: string }>,
): Response {
  if (result.ok) return okJson(result.value ?? {});
  const { code, message } = result.error;
  return refused(code === 'gone' ? 404 : code === 'tooMany' ? 429 : 409, code, message);
}

/** Who asks, where only people can: no route with upload tokens calls it. */
export function personIn(actor: Actor): PersonActor {
  if (actor.kind === 'person') return actor;
  throw new Error('an upload token got to a route that is for people');
}

/** 503 where the store failed; everything else is a bug and goes on. */
export function orUnavailable(error: unknown): Response {
  if (!(error instanceof StoreError)) throw error;
  console.error(`office: store ${error.code}: ${error.message}`);
  return refused(503, `store-${error.code}`, storeSentences[error.code], { 'Retry-After': '10' });
}

const storeSentences: Readonly<Record<StoreError['code'], string>> = {
  unavailable: 'Our store cannot be reached. Nothing was half done. Try again in a minute.',
  timeout: 'Our store takes too long to answer. Nothing was half done. Try again in a minute.',
  full: 'Our store is full. Nothing was changed. Tell whoever runs this site.',
  tooLarge: 'This is larger than our store takes. Nothing was changed.',
  damaged: 'Something in our store cannot be read. Nothing was changed. Tell whoever runs this site.',
};

function json(status: number, value: unknown, headers: HeadersInit): Response {
  const all = new Headers(headers);
  for (const [name, text] of Object.entries(HEADERS)) all.set(name, text);
  return Response.json(value, { status, headers: all });
}
