// What every office route does before its handler is asked. The table of all routes is tests/contract/office-routes.test.ts.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { accounts } from '@/lib/office/accounts/account';
import type { Role } from '@/lib/office/accounts/actor';
import { sessionRemoval, sessionStart } from '@/lib/office/accounts/session';
import { makeToken } from '@/lib/office/accounts/token';
import { memoryPorts } from '@/lib/office/ports/memory-ports.fixture';
import { StoreError } from '@/lib/office/ports/store-error';
import { officeRoute, okJson } from './office-route';

let ports = memoryPorts();
vi.mock('./office-container', () => ({ officePorts: async () => ports }));

const ORIGIN = 'http://localhost:3000';
type Params = { readonly officeId: string };
const officeId = (params: Params) => params.officeId;
const body = z.object({ name: z.string() });

const draft = officeRoute({ action: 'draft', officeId, body, tokens: true }, async (call) =>
  okJson({ by: call.actor.name, said: call.body.name }),
);
const approve = officeRoute({ action: 'approve', officeId }, async () => okJson({}));

beforeEach(() => {
  ports = memoryPorts();
});

async function session(role: Role, office: string | null = 'ms-adams'): Promise<string> {
  const id = ports.newId();
  const account = {
    id,
    name: 'Ana Ruiz',
    role,
    officeId: office,
    madeAt: '2026-10-01T00:00:00Z',
    lastSignInAt: null,
    disabledAt: null,
    signedOutAt: null,
  };
  const { secret, writes } = await sessionStart(ports, { accountId: id, browser: 'Chrome' });
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [accounts.write(account, [id]), ...writes],
  });
  return secret;
}

interface Asked {
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
}

function post({ secret, headers = {}, body = '{"name":"x"}' }: Asked): Request {
  return new Request(`${ORIGIN}/office/api/test/`, {
    method: 'POST',
    headers: {
      Origin: ORIGIN,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
      ...(secret === undefined ? {} : { Cookie: `a=b; __Host-levee-session=${secret}` }),
      ...headers,
    },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
}

const context = { params: Promise.resolve({ officeId: 'ms-adams' }) };

async function asked(route: typeof draft, request: Request, where = context): Promise<string> {
  const response = await route(request, where);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const json = (await response.json()) as { error?: { code: string } };
  return `${response.status} ${json.error?.code ?? 'ok'}`;
}

describe('who gets to an office route', () => {
  it('is whoever is signed in and may', async () => {
    expect(await asked(draft, post({ secret: await session('editor') }))).toBe('200 ok');
    expect(await asked(draft, post({}))).toBe('401 signIn');
    expect(await asked(draft, post({ secret: 'q'.repeat(22) }))).toBe('401 signIn');
    expect(await asked(draft, post({ secret: await session('approver', 'ms-yazoo') }))).toBe(
      '403 notAllowed',
    );
    expect(await asked(approve, post({ secret: await session('editor') }))).toBe('403 notAllowed');
    expect(await asked(approve, post({ secret: await session('approver') }))).toBe('200 ok');
  });

  it('is nobody whose session is over, was ended, or whose account is disabled', async () => {
    const idle = await session('editor');
    ports.clock.now = new Date(ports.clock.now.getTime() + 31 * 60_000);
    expect(await asked(draft, post({ secret: idle }))).toBe('401 signIn');
    const secret = await session('editor');
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect(await asked(draft, post({ secret }))).toBe('200 ok');
      ports.clock.now = new Date(ports.clock.now.getTime() + 20 * 60_000);
    }
    expect(await asked(draft, post({ secret }))).toBe('401 signIn');
    const gone = await sessionStart(ports, { accountId: ports.newId(), browser: '' });
    await ports.state.commit({ id: ports.newId(), checks: [], writes: gone.writes });
    expect(await asked(draft, post({ secret: gone.secret }))).toBe('401 signIn');
    await ports.state.commit({ id: ports.newId(), checks: [], writes: sessionRemoval(gone.session) });
    expect(await asked(draft, post({ secret: gone.secret }))).toBe('401 signIn');
  });

  it('shows the passkey again for what needs it, after five minutes', async () => {
    const secret = await session('approver');
    ports.clock.now = new Date(ports.clock.now.getTime() + 5 * 60_000 + 1);
    expect(await asked(approve, post({ secret }))).toBe('403 stepUp');
    expect(await asked(draft, post({ secret }))).toBe('200 ok');
  });

  it('is an upload token for its own office’s drafts, and for nothing else', async () => {
    const by = {
      kind: 'person',
      accountId: 'a',
      name: 'Ana',
      role: 'approver',
      officeId: 'ms-adams',
      sessionId: '',
      verifiedAt: '',
    } as const;
    const bearer = async (office: string) => ({
      Authorization: `Bearer ${(await makeToken(ports, { officeId: office, name: 'job', by })).text}`,
    });
    const job = new Request(`${ORIGIN}/office/api/test/`, {
      method: 'POST',
      headers: { ...(await bearer('ms-adams')), 'Content-Type': 'application/json' },
      body: '{"name":"x"}',
    });
    expect(await asked(draft, job)).toBe('200 ok');
    expect(await asked(draft, post({ headers: await bearer('ms-yazoo') }))).toBe('403 notAllowed');
    expect(await asked(approve, post({ headers: await bearer('ms-adams') }))).toBe('401 signIn');
    expect(
      await asked(draft, post({ headers: { Authorization: 'Bearer levee.ms-adams.12345678.12345678' } })),
    ).toBe('401 token');
  });

  it('stops counting bad tokens at thirty from one address, and still takes a good one', async () => {
    const bad = { Authorization: 'Bearer nonsense' };
    for (let n = 0; n < 30; n++) await draft(post({ headers: bad }), context);
    expect(await asked(draft, post({ headers: bad }))).toBe('429 tooMany');
  });
});

describe('what a request must look like', () => {
  it('is refused from another origin, with a good session too', async () => {
    const secret = await session('editor');
    const from = (headers: Record<string, string>) => asked(draft, post({ secret, headers }));
    expect(await from({ Origin: 'https://evil.example' })).toBe('403 wrongOrigin');
    expect(await from({ Origin: 'null' })).toBe('403 wrongOrigin');
    expect(await from({ 'Sec-Fetch-Site': 'same-site' })).toBe('403 wrongOrigin');
  });

  it('is JSON of the shape agreed, and not too much', async () => {
    const secret = await session('editor');
    expect(await asked(draft, post({ secret, headers: { 'Content-Type': 'text/plain' } }))).toBe(
      '415 notJson',
    );
    expect(await asked(draft, post({ secret, body: '{' }))).toBe('400 badBody');
    expect(await asked(draft, post({ secret, body: '{"name":1}' }))).toBe('400 badBody');
    expect(await asked(draft, post({ secret, body: `{"name":"${'x'.repeat(65_536)}"}` }))).toBe(
      '413 tooLarge',
    );
  });

  it('stops reading an endless body, and says when one was cut off', async () => {
    const secret = await session('editor');
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    expect(await asked(draft, post({ secret, body: endless }))).toBe('413 tooLarge');
    expect(pulled).toBeLessThan(80);
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    expect(await asked(draft, post({ secret, body: broken }))).toBe('400 cutOff');
  });

  it('has no name in its address that could be read as two', async () => {
    const where = { params: Promise.resolve({ officeId: 'ms-adams/../ms-yazoo' }) };
    expect(await asked(draft, post({ secret: await session('state', null) }), where)).toBe('404 notFound');
  });
});

it('says that the store is out of reach, and nothing else', async () => {
  const secret = await session('editor');
  ports = {
    ...ports,
    state: { ...ports.state, read: () => Promise.reject(new StoreError('timeout', 'secret detail')) },
  };
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await asked(draft, post({ secret }))).toBe('503 store-timeout');
});
