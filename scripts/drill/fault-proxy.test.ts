import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from './fault-proxy';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

const BODY = '{"name":"Elm School"}';

async function proxy(options?: FaultProxyOptions): Promise<FaultProxy> {
  const server = createServer((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { ETag: '"1"', 'Content-Type': 'application/json' });
    response.end(isKnown ? undefined : BODY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const made = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, options);
  undo.push(made.stop);
  return made;
}

const get = (url: string, init?: RequestInit) =>
  fetch(url, { signal: AbortSignal.timeout(1000), ...init }).then(async (response) => ({
    status: response.status,
    etag: response.headers.get('etag'),
    text: await response.text(),
  }));

describe('a fault proxy', () => {
  it('hands on what it gets, with status and headers, and counts it', async () => {
    const { url, asked } = await proxy();
    expect(await get(`${url}/v1/a`)).toEqual({ status: 200, etag: '"1"', text: BODY });
    expect(await get(`${url}/v1/a`, { headers: { 'If-None-Match': '"1"' } })).toMatchObject({ status: 304 });
    expect(await get(`${url}/v1/a`, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    expect(asked).toEqual(['/v1/a', '/v1/a', '/v1/a']);
  });

  it('breaks only the paths that it is told to, and heals', async () => {
    const { url, breakIt } = await proxy();
    await breakIt('503', (path) => path === '/v1/a');
    expect((await get(`${url}/v1/a`)).status).toBe(503);
    expect((await get(`${url}/v1/b`)).text).toBe(BODY);
    await breakIt('none');
    expect((await get(`${url}/v1/a`)).text).toBe(BODY);
  });

  it.each(['empty', 'html', 'foreign', 'altered', 'cut'] as const)('%s: says 200 and lies', async (fault) => {
    const { url, breakIt } = await proxy();
    await breakIt(fault);
    const { status, text } = await get(`${url}/v1/a`);
    expect(status).toBe(200);
    expect(text).not.toBe(BODY);
  });

  it.each(['dead', 'reset', 'hangs', 'hangsAfterHeaders', 'hangsHalfWay', 'broken'] as const)(
    '%s: no whole answer comes, and later ones do',
    async (fault) => {
      const { url, breakIt } = await proxy();
      await breakIt(fault);
      await expect(get(`${url}/v1/a`)).rejects.toThrow();
      await breakIt('none');
      expect((await get(`${url}/v1/a`)).text).toBe(BODY);
    },
  );

  it('changes scripts only where it is asked to', async () => {
    const { url } = await proxy({ edit: (text) => text.replace('Elm', 'Oak') });
    expect((await get(`${url}/v1/a`)).text).toBe(BODY);
  });
});
