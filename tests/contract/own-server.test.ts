// Owns what is done to a request before Next sees it, where no web server of ours stands before it (scripts/start/before-next.cjs).

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const loaded = fileURLToPath(new URL('../../scripts/start/before-next.cjs', import.meta.url));
const behind = `
  const server = require('node:http').createServer((request, response) => {
    if (request.url.includes('kept')) response.setHeader('Cache-Control', 'public');
    response.end(JSON.stringify({ url: request.url, socket: request.headers['x-levee-socket'] }));
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

describe('before Next', () => {
  let server: ChildProcess;
  let url = '';
  beforeAll(async () => {
    server = spawn(process.execPath, ['--require', loaded, '--eval', behind]);
    const [port] = await once(server.stdout!, 'data');
    url = `http://127.0.0.1:${String(port).trim()}`;
  });
  afterAll(() => server.kill());

  const ask = async (path: string, headers = {}) => {
    const response = await fetch(`${url}${path}`, { headers });
    return { ...(await response.json()), kept: response.headers.get('Cache-Control') };
  };

  it.each([
    ['/healthz', '/healthz/'],
    ['/healthz?from=balancer', '/healthz/?from=balancer'],
    ['/healthz/', '/healthz/'],
    ['/healthzz', '/healthzz'],
    ['/en/healthz', '/en/healthz'],
  ])('%s is answered as %s: a monitor follows no redirect', async (asked, seen) => {
    expect(await ask(asked)).toMatchObject({ url: seen });
  });

  it.each(['/office', '/office/', '/office/api/x', '/office?x=1'])(
    'nothing may keep %s, a redirect neither',
    async (path) => {
      expect(await ask(path)).toMatchObject({ kept: 'no-store' });
    },
  );

  it.each([
    ['/en/', null],
    ['/officer/', null],
    ['/v1/kept', 'public'],
  ])('says nothing of its own about keeping %s', async (path, kept) => {
    expect(await ask(path)).toMatchObject({ kept });
  });

  it('names the machine at the other end, whatever the request says of itself', async () => {
    expect(await ask('/en/', { 'X-Levee-Socket': '9.9.9.9' })).toMatchObject({ socket: '127.0.0.1' });
  });
});
