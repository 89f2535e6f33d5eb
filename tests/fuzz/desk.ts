// Owns an office desk in memory for requests to be sent to: its routes as they are, one office with a live list, one approver
// signed in. Knows no parser.

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SESSION_COOKIE } from '@/lib/adapters/session-cookie';
import { type Account, accounts } from '@/lib/office/accounts/account';
import { makeOffice } from '@/lib/office/accounts/people';
import { sessionStart, sessionWrites } from '@/lib/office/accounts/session';
import { systemActor } from '@/lib/office/audit/entry';
import { publish, publishPorts } from '@/lib/office/publish/publish-ports.fixture';
import { exampleCounty } from '@/lib/release/offices.fixture';

const API = 'app/office/api';
const ORIGIN = 'http://localhost:3000';
/** The office whose list is live, and which the person belongs to. */
export const OFFICE = exampleCounty.officeId;

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

export interface Desk {
  /** Send a body to a route, `drafts/[officeId]`, as the state's person. */
  readonly post: (route: string, body: string) => Promise<Response>;
}

/** The handlers of all routes with `POST`, by their folder below app/office/api. */
export async function deskRoutes(): Promise<ReadonlyMap<string, Handler>> {
  const handlers = new Map<string, Handler>();
  for (const file of readdirSync(API, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('route.server.ts')) continue;
    const { POST } = (await import(pathToFileURL(resolve(API, file)).href)) as { POST?: Handler };
    if (POST !== undefined) handlers.set(file.replace(/\/route\.server\.ts$/, ''), POST);
  }
  return handlers;
}

/** A desk as it is on its first day. The ports of this process are these from now on. */
export async function openDesk(handlers: ReadonlyMap<string, Handler>): Promise<Desk> {
  process.env.LEVEE_OFFICE_ORIGIN = ORIGIN;
  process.env.LEVEE_STORE_DIR = '/nowhere/levee-fuzz';
  const ports = await publishPorts();
  const keeper = globalThis as Record<symbol, unknown>;
  keeper[Symbol.for('levee.office-ports')] = Promise.resolve(ports);
  keeper[Symbol.for('levee.publish-ports')] = Promise.resolve(ports);
  await makeOffice(
    ports,
    { id: OFFICE, name: 'Example County', kind: 'county', state: 'XX' },
    systemActor('fuzz'),
  );
  await publish(ports, exampleCounty);
  const account: Account = {
    id: ports.newId(),
    name: 'Sue Stone',
    role: 'approver',
    officeId: OFFICE,
    madeAt: ports.now().toISOString(),
    lastSignInAt: null,
    disabledAt: null,
    signedOutAt: null,
  };
  const state = { ...account, id: ports.newId(), role: 'state' as const, officeId: null };
  const people = [account, state];
  const signIn = async (each: Account): Promise<string> => {
    const { secret, session } = await sessionStart(ports, { accountId: each.id, browser: 'A test' });
    const writes = [accounts.write(each, [each.id]), ...sessionWrites(session)];
    await ports.state.commit({ id: ports.newId(), checks: [], writes });
    return `${SESSION_COOKIE}=${secret}`;
  };
  const cookies = await Promise.all(people.map(signIn));
  let calls = 0;
  return {
    post: async (route, body) => {
      calls += 1;
      // Each from another network: how often one may try is not what is tried here.
      const address = `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`;
      const handler = handlers.get(route);
      if (handler === undefined) throw new Error(`no route ${route}`);
      const who = /^(people|claims|settings\/\[officeId\]\/duty)/.test(route) ? 1 : 0;
      const ask = () =>
        handler(requestTo(route, body, { 'X-Levee-Socket': address, Cookie: cookies[who] ?? '' }), {
          params: Promise.resolve(paramsOf(route)),
        });
      const response = await ask();
      if (response.status !== 401) return response;
      // Signed out, by what was sent before.
      cookies[who] = await signIn(people[who]!);
      return ask();
    },
  };
}

function requestTo(route: string, body: string, headers: Readonly<Record<string, string>>): Request {
  return new Request(`${ORIGIN}/office/api/${route}/`, {
    method: 'POST',
    headers: {
      Origin: ORIGIN,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': `application/${route === 'policy-report' ? 'csp-report' : 'json'}`,
      ...headers,
    },
    body,
  });
}

function paramsOf(route: string): Readonly<Record<string, string>> {
  const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => [name, name === 'officeId' ? OFFICE : name === 'chunk' ? '0' : 'none']),
  );
}
