// Tries every route of the office's API with everybody: each handler is called by itself, as a bug in front of it would leave
// it, and must know by itself whom to let in. Who that is stands in office-routes.table.ts.

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SESSION_COOKIE } from '@/lib/adapters/session-cookie';
import { type Account, accounts } from '@/lib/office/accounts/account';
import type { Role } from '@/lib/office/accounts/actor';
import { makeOffice } from '@/lib/office/accounts/people';
import { type PersonActor, type Session, sessionStart, sessionWrites } from '@/lib/office/accounts/session';
import { revokeSession } from '@/lib/office/accounts/sessions';
import { makeToken } from '@/lib/office/accounts/token';
import { systemActor } from '@/lib/office/audit/entry';
import { memoryPorts } from '@/lib/office/ports/memory-ports.fixture';
import { type Caller, callers, neverIn, type Row, table } from './office-routes.table';

let ports = memoryPorts();
vi.mock('@/lib/adapters/office-container', async (original) => ({
  ...(await original<object>()),
  officePorts: async () => ports,
}));

const API = 'app/office/api';
const ORIGIN = 'http://localhost:3000';
const OWN = 'ms-adams';
const OTHER = 'ms-yazoo';
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
type Who = Caller | (typeof neverIn)[number] | 'stale';

/** Headers that make a request somebody's. */
let headersOf: Readonly<Record<Who, Readonly<Record<string, string>>>>;

beforeAll(() => {
  vi.stubEnv('LEVEE_OFFICE_ORIGIN', ORIGIN);
  // Nothing here may reach the stores of this machine.
  vi.stubEnv('LEVEE_STORE_DIR', '/nowhere/levee-office-routes');
});
afterAll(() => {
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  ports = memoryPorts();
  headersOf = await everybody();
});

const routes = readdirSync(API, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.server.ts') || file.endsWith('route.ts'))
  .map((file) => ({ route: file.replace(/\/route(\.server)?\.ts$/, ''), file: resolve(API, file) }));

async function methodsOf(file: string): Promise<Readonly<Record<string, Handler>>> {
  const module = (await import(file)) as Record<string, Handler>;
  return Object.fromEntries(Object.entries(module).filter(([name]) => METHODS.includes(name)));
}

describe('the table of routes', () => {
  it.each(routes)('has a row for each method of $route', async ({ route, file }) => {
    for (const method of Object.keys(await methodsOf(file))) {
      const rows = table.filter((each) => each.route === route && each.method === method);
      const advice =
        `${API}/${route} answers ${method}, and nothing says to whom. Add to tests/contract/office-routes.table.ts: ` +
        `row('${route}', '${method}', ownOffice), with the list of those who may.`;
      expect(rows.length, advice).toBe(1);
    }
  });

  it('has no row for what is not there', async () => {
    const there = await Promise.all(
      routes.map(async ({ route, file }) =>
        Object.keys(await methodsOf(file)).map((method) => `${method} ${route}`),
      ),
    );
    expect(table.map(({ method, route }) => `${method} ${route}`).sort()).toEqual(there.flat().sort());
  });

  it.each(table)('$method $route is made by $madeBy', ({ route, method, madeBy }) => {
    if (madeBy === 'secret') return;
    const source = readFileSync(resolve(API, route, 'route.server.ts'), 'utf8');
    expect(source).toMatch(new RegExp(`export const ${method} = ${madeBy}[(<]`));
  });
});

describe.each(table)('$method $route', (row) => {
  it.each(callers)('tried by %s', async (caller) => {
    expect(await tried(row, caller)).toBe(row.letsIn.includes(caller) ? 'in' : 'out');
  });

  it.each(neverIn)('is kept from %s', async (caller) => {
    // Reading from another site gets no cookie (SameSite=Strict), and a page of ours sends no Origin with a GET.
    if (row.method === 'GET' && caller.endsWith('Origin')) return;
    // Whoever is not signed in yet has no session that could be over.
    if (row.madeBy === 'openRoute' && !caller.endsWith('Origin')) return;
    expect(await tried(row, caller)).toBe('out');
  });

  it(`${row.stepUp ? 'asks' : 'does not ask'} for the passkey again`, async () => {
    if (!row.letsIn.includes('state')) return;
    expect(await tried(row, 'stale')).toBe(row.stepUp ? 'stepUp' : 'in');
  });
});

/** `in`: the handler got to look at what was brought, whatever it made of it. 404 `notFound` says that there is no such
 *  address, and counts as kept out: what is missing within one's own office is `gone`. */
async function tried({ route, method }: Row, who: Who): Promise<'in' | 'out' | 'stepUp'> {
  const handler = (await methodsOf(resolve(API, route, 'route.server.ts')))[method];
  if (handler === undefined) throw new Error(`${route} has no ${method}`);
  const request = new Request(`${ORIGIN}/office/api/${route}/`, {
    method,
    headers: headersOf[who],
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  const response = await handler(request, { params: Promise.resolve(paramsOf(route)) });
  if (response.ok) return 'in';
  const { error } = (await response.json()) as { error: { code: string } };
  if (error.code === 'stepUp') return 'stepUp';
  const isOut = [401, 403].includes(response.status) || error.code === 'notFound';
  return isOut ? 'out' : 'in';
}

/** `[officeId]` is the office that `editor`, `approver` and `token` belong to; all else is the id of nothing. */
function paramsOf(route: string): Readonly<Record<string, string | readonly string[]>> {
  const names = [...route.matchAll(/\[(\.\.\.)?(\w+)\]/g)];
  return Object.fromEntries(
    names.map(([, isRest, name]) => [
      name,
      name === 'officeId'
        ? OWN
        : isRest
          ? ['nothing']
          : /number|chunk|index/i.test(name ?? '')
            ? '0'
            : 'nothing-at-all',
    ]),
  );
}

async function everybody(): Promise<typeof headersOf> {
  for (const id of [OWN, OTHER]) {
    const wanted = { id, name: id, kind: 'county', state: 'MS' } as const;
    await makeOffice(ports, wanted, systemActor('test'));
  }
  const ended = await person('state', null);
  await revokeSession(ports, {
    accountId: ended.actor.accountId,
    sessionId: ended.actor.sessionId,
    by: ended.actor,
  });
  const state = (await person('state', null)).headers;
  const { Origin: _, ...noOrigin } = state;
  return {
    nobody: ours,
    editor: (await person('editor', OWN)).headers,
    approver: (await person('approver', OWN)).headers,
    state,
    otherEditor: (await person('editor', OTHER)).headers,
    otherApprover: (await person('approver', OTHER)).headers,
    token: await job(OWN),
    otherToken: await job(OTHER),
    stale: (await person('state', null, { minutes: 10, of: ['verifiedAt'] })).headers,
    idle: (await person('state', null, { minutes: 31, of: ['lastSeenAt'] })).headers,
    expired: (await person('state', null, { minutes: 12 * 60 + 1, of: ['startedAt'] })).headers,
    revoked: ended.headers,
    disabled: (await person('state', null, null, { disabledAt: ports.now().toISOString() })).headers,
    wrongOrigin: { ...state, Origin: 'https://evil.example' },
    noOrigin,
  };
}

const ours = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };

async function person(
  role: Role,
  officeId: string | null,
  ago: { readonly minutes: number; readonly of: readonly (keyof Session)[] } | null = null,
  more: Partial<Account> = {},
) {
  const id = ports.newId();
  const at = ports.now().toISOString();
  const account: Account = {
    id,
    name: `A ${role}`,
    role,
    officeId,
    madeAt: at,
    lastSignInAt: null,
    disabledAt: null,
    signedOutAt: null,
    ...more,
  };
  const { secret, session } = await sessionStart(ports, { accountId: id, browser: 'A test' });
  const before = new Date(Date.parse(at) - (ago?.minutes ?? 0) * 60_000).toISOString();
  const changed = { ...session, ...Object.fromEntries((ago?.of ?? []).map((field) => [field, before])) };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [accounts.write(account, [id]), ...sessionWrites(changed)],
  });
  const actor: PersonActor = {
    kind: 'person',
    accountId: id,
    name: account.name,
    role,
    officeId,
    sessionId: session.id,
    verifiedAt: at,
  };
  return { actor, headers: { ...ours, Cookie: `${SESSION_COOKIE}=${secret}` } };
}

async function job(officeId: string) {
  const { actor } = await person('approver', officeId);
  const { text } = await makeToken(ports, { officeId, name: 'job', by: actor });
  return { Origin: ORIGIN, 'Content-Type': 'application/json', Authorization: `Bearer ${text}` };
}
