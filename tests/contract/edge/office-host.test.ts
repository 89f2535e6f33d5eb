// The office host's own server block: what it refuses never reaches the server behind, which is counted here.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasNginx } from '@/scripts/edge/run-nginx';
import { freePort } from '@/scripts/free-port';
import {
  ask,
  type CountingServer,
  type EdgeHost,
  FILES,
  OBJECT,
  startCounting,
  startEdge,
} from './edge-host';

const OFFICE = { Host: 'office.test' };

describe.skipIf(!hasNginx())('the office host', () => {
  let edge: EdgeHost;
  let desk: CountingServer;
  let port: number;
  /** Limits are counted by address: each test comes from another one of this machine's. */
  let address = 1;
  let from: { localAddress: string };
  beforeAll(async () => {
    desk = await startCounting();
    port = await freePort();
    const office = { port, serverNames: ['office.test'], upstream: `127.0.0.1:${desk.port}` };
    edge = await startEdge(() => ({ office }));
    const files = desk.answer;
    desk.answer = (request, response) => {
      if (!request.url?.startsWith('/office/')) return files(request, response);
      response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
      response.setHeader('Cache-Control', 'public, max-age=999');
      response.end('desk');
    };
  });
  beforeEach(() => {
    desk.seen.length = 0;
    address += 1;
    from = { localAddress: `127.0.0.${address}` };
  });
  afterAll(async () => {
    await edge?.close();
    await desk?.close();
  });

  const post = (path: string, body: string | Buffer = '{}', headers = {}) =>
    ask(port, path, { ...from, method: 'POST', body, headers: { ...OFFICE, ...headers } });

  it('gives each page a nonce of its own, to the server that writes the scripts and to the browser alike', async () => {
    const policies: string[] = [];
    for (let at = 0; at < 2; at += 1) {
      const sent = { 'Content-Security-Policy': "script-src 'nonce-mine'", ...OFFICE };
      const { headers } = await ask(port, '/office/', { ...from, headers: sent });
      const policy = String(headers['content-security-policy']);
      expect(desk.seen[at]?.headers['content-security-policy']).toBe(policy);
      expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}';/);
      expect(policy).not.toContain('unsafe');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-frame-options']).toBe('DENY');
      policies.push(policy);
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  it('says who asked by its own word, whatever the request says', async () => {
    const forged = {
      ...{ 'X-Forwarded-For': '9.9.9.9', 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'gopher' },
      ...{ Forwarded: 'for=9.9.9.9', 'X-Levee-Socket': '9.9.9.9', 'X-Real-IP': '9.9.9.9' },
      ...{ 'X-Middleware-Subrequest': 'middleware:middleware', ...OFFICE },
    };
    await ask(port, '/office/', { ...from, headers: forged });
    const heard = desk.seen[0]?.headers ?? {};
    expect(heard['x-forwarded-for']).toBe(from.localAddress);
    expect(heard['x-forwarded-proto']).toBe('http');
    expect(heard['x-forwarded-host']).toBe('office.test');
    expect(heard.host).toBe('office.test');
    for (const name of ['forwarded', 'x-levee-socket', 'x-real-ip', 'x-middleware-subrequest'])
      expect(heard[name]).toBeUndefined();
  });

  it('stops a flood of sign-ins before the desk hears of it, and only from where it comes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => post('/office/api/sign-in/begin/').then(({ status }) => status)),
    );
    const stopped = answers.filter((status) => status === 429).length;
    expect(stopped).toBeGreaterThan(250);
    expect(desk.seen.length).toBe(300 - stopped);
    const elsewhere = { ...from, localAddress: '127.0.0.99', method: 'POST', body: '{}', headers: OFFICE };
    expect((await ask(port, '/office/api/sign-in/begin/', elsewhere)).status).toBe(200);
    // Somebody who is signed in goes on working.
    expect((await ask(port, '/office/', { ...from, headers: OFFICE })).status).toBe(200);
  });

  it.each([
    ['/office/api/sign-in/begin/', 70_000],
    ['/office/api/claims/x/decide/', 1_100_000],
    ['/office/api/drafts/ms-adams/d1/files/f1/0/', 4_300_000],
  ])('refuses a body that %s has no use for before it is sent on: %i bytes', async (path, bytes) => {
    const answer = await post(path, Buffer.alloc(bytes)).catch(() => null);
    expect(answer?.status ?? 413).toBe(413);
    expect(desk.seen).toEqual([]);
  });

  it('hands a piece of a file on whole, once all of it is here', async () => {
    const { status } = await post('/office/api/drafts/ms-adams/d1/files/f1/0/', Buffer.alloc(4_000_000));
    expect(status).toBe(200);
    expect(desk.seen).toMatchObject([{ method: 'POST', bytes: 4_000_000 }]);
    expect(desk.seen[0]?.headers['content-length']).toBe('4000000');
  });

  it('lets browsers keep the desk’s scripts, which are named by what they hold', async () => {
    const { status, headers } = await ask(port, '/_next/static/chunks/a1.js', { ...from, headers: OFFICE });
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const { headers: missing } = await ask(port, '/_next/static/nope.js', { ...from, headers: OFFICE });
    expect(missing['cache-control']).toBeUndefined();
  });

  it('lets mirrors read the release, by path alone and without cookies', async () => {
    for (const path of ['/v1/current.json', OBJECT, '/p/en/index.html']) {
      const { status, body } = await ask(port, `${path}?x=1`, {
        ...from,
        headers: { Cookie: 'a=b', ...OFFICE },
      });
      expect([path, status, body.toString()]).toEqual([path, 200, FILES[path]]);
      const { url, headers } = desk.seen.at(-1) ?? { url: '', headers: {} };
      expect(url).toBe(path);
      expect(headers.cookie).toBeUndefined();
    }
    expect((await post('/v1/current.json')).status).toBe(403);
  });

  it.each(['/healthz', '/healthz/', '/healthz?x=1'])(
    'lets a monitor ask whether it is well, by %s, and nothing more',
    async (path) => {
      const { headers } = await ask(port, path, { ...from, headers: OFFICE });
      expect(headers['cache-control']).toBe('no-store');
      expect(desk.seen).toMatchObject([{ method: 'GET', url: '/healthz/' }]);
      expect((await post(path)).status).toBe(403);
      expect(desk.seen).toHaveLength(1);
    },
  );

  it('lets a new mirror read a whole release at once', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 10; at += 1) {
      const asked = Array.from({ length: 60 }, () => ask(port, OBJECT, { ...from, headers: OFFICE }));
      statuses.push(...(await Promise.all(asked)).map(({ status }) => status));
    }
    expect([...new Set(statuses)]).toEqual([200]);
  });

  it.each(['/en/', '/', '/nope', '/v1/x', '/api/', '/_next/image?url=x'])(
    'has nothing for voters at %s',
    async (path) => {
      const { status, headers } = await ask(port, path, { ...from, headers: OFFICE });
      expect(status).toBe(path === '/' ? 302 : 404);
      if (path === '/') expect(headers.location).toBe('/office/');
      expect(desk.seen).toEqual([]);
    },
  );

  it('is not to be had under the voters’ name, nor the voters’ pages under its own', async () => {
    await expect(ask(port, '/office/', from)).rejects.toThrow(/hang up|ECONNRESET/);
    await expect(ask(edge.nginx.port, '/en/', { ...from, headers: OFFICE })).rejects.toThrow(
      /hang up|ECONNRESET/,
    );
  });

  it('leaves voters alone when the desk is dead', async () => {
    await desk.close();
    expect((await ask(port, '/office/', { ...from, headers: OFFICE })).status).toBe(502);
    expect((await ask(edge.nginx.port, OBJECT, from)).status).toBe(200);
  });
});
