// The voters' host as a cache before a server, in place of a CDN: what that server is asked, and what is told when it is
// dead, broken or wrong.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasNginx } from '@/scripts/edge/run-nginx';
import { createRandom } from '@/scripts/generate/random';
import {
  ANSWERS,
  type Answer,
  answerFromFiles,
  ask,
  type CountingServer,
  type EdgeHost,
  FILES,
  OBJECT,
  startCounting,
  startEdge,
} from './edge-host';

describe.skipIf(!hasNginx())('a cache before the server', () => {
  let edge: EdgeHost;
  let origin: CountingServer;
  let port: number;
  beforeEach(async () => {
    origin = await startCounting();
    edge = await startEdge((folder) => ({
      cache: { upstream: `127.0.0.1:${origin.port}`, dir: join(folder, 'cache') },
    }));
    // Nothing but the cache answers.
    rmSync(edge.webRoot, { recursive: true });
    ({ port } = edge.nginx);
  });
  afterEach(async () => {
    await edge?.close();
    await origin?.close();
  });

  it('asks once for a path, whatever queries, cookies and headers come with it', async () => {
    const random = createRandom(21);
    for (let at = 0; at < 400; at += 1) {
      const answers = await Promise.all(
        ANSWERS.slice(at % 4, (at % 4) + 4).map(([path]) => {
          const headers = random.chance(0.5)
            ? {
                Cookie: `c=${at}`,
                RSC: '1',
                Range: 'bytes=0-3',
                'Next-Url': '/x',
                Accept: 'text/x-component',
              }
            : { 'Accept-Encoding': 'gzip', 'X-Forwarded-Host': 'evil.test', 'Accept-Language': `x${at}` };
          return ask(port, `${path}?r=${random.next()}`, {
            headers: headers as unknown as Record<string, string>,
          });
        }),
      );
      for (const answer of answers) expect(answer.status).toBe(200);
    }
    // Each path compressed and not, and once more where ten seconds were over.
    expect(origin.seen.length).toBeLessThan(7 * 2 * 4);
    for (const { url, headers } of origin.seen) {
      expect(url).not.toContain('?');
      expect(headers.host).toBe('localhost');
      for (const name of ['cookie', 'rsc', 'range', 'next-url', 'x-forwarded-host', 'accept-language'])
        expect(headers[name]).toBeUndefined();
    }
  });

  it('gives each path its bytes, and nothing of what the server said to the one who asked first', async () => {
    for (const [path, file] of ANSWERS) {
      for (const encoding of ['gzip', '']) {
        const answer = await ask(port, path, { headers: { 'Accept-Encoding': encoding } });
        expect([path, answer.status, unpacked(answer)]).toEqual([path, 200, FILES[file]]);
        expect(answer.headers['set-cookie']).toBeUndefined();
        expect(answer.headers.vary).toBe('Accept-Encoding');
        expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'/);
      }
    }
    expect((await ask(port, OBJECT)).headers['cache-control']).toContain('immutable');
    expect((await ask(port, '/v1/current.json')).headers['cache-control']).toContain('s-maxage=10,');
  });

  it('refuses by itself what can be no path of ours', async () => {
    const paths = [
      '/nope',
      '/v1/x.json',
      '/_next/image?url=x',
      '/office/',
      '/api/x',
      '/p/en/x.html',
      '/.env',
      '/en/a/b/',
    ];
    for (const path of paths) expect((await ask(port, path)).status).toBe(404);
    expect((await ask(port, '/en/', { method: 'POST', body: 'x' })).status).toBe(405);
    expect(origin.seen).toEqual([]);
  });

  it('lets few made-up names through, and keeps what voters need', async () => {
    await ask(port, OBJECT);
    const known = origin.seen.length;
    const random = createRandom(22);
    const name = () => Array.from({ length: 64 }, () => random.between(0, 15).toString(16)).join('');
    const statuses: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      const scan = Array.from({ length: 25 }, () => ask(port, `/v1/objects/${name()}.json`));
      statuses.push(...(await Promise.all(scan)).map(({ status }) => status));
    }
    expect(statuses.every((status) => status === 404 || status === 503)).toBe(true);
    // 500 at once, then 50 a second.
    expect(origin.seen.length - known).toBeLessThan(900);
    const before = origin.seen.length;
    expect(unpacked(await ask(port, OBJECT))).toBe(FILES[OBJECT]);
    expect((await ask(port, '/v1/current.json')).status).toBe(200);
    expect(origin.seen.length - before).toBeLessThanOrEqual(1);
  });

  it('asks once where many come at the same moment', async () => {
    origin.answer = (request, response) => void setTimeout(() => answerFromFiles(request, response), 200);
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(port, '/v1/current.json')));
    expect(answers.filter(({ status }) => status === 200).length).toBe(200);
    expect(origin.seen.length).toBe(1);
  });

  it('gives what it has while the server is broken, and never what is broken', async () => {
    const faults: Readonly<Record<string, CountingServer['answer']>> = {
      '/v1/current.json': (_, response) => void response.writeHead(500).end('broken'),
      '/en/': (_, response) => void response.writeHead(503).end(),
      '/es/': ({ socket }) => void socket.destroy(),
      '/p/en/': (_, response) =>
        void response.writeHead(200, { 'Content-Length': '999' }).write('x', () => response.destroy()),
    };
    const paths = Object.keys(faults);
    await Promise.all(paths.map((path) => ask(port, path)));
    origin.answer = (request, response) => faults[request.url ?? '']?.(request, response);
    origin.seen.length = 0;
    const wrong: string[] = [];
    const round = async (path: string) => {
      // What the server cuts off, whoever asked for it gets cut off; everybody else gets what was kept.
      const answer = await ask(port, path).catch(() => null);
      const isCut = answer === null && path === '/p/en/';
      if (!isCut && (answer === null || unpacked(answer) !== FILES[fileOf(path)]))
        wrong.push(`${path} ${answer?.status}`);
    };
    const ends = performance.now() + 30_000;
    // Until all are no longer fresh, have been asked for again, and once more.
    const isDone = () => paths.every((path) => origin.seen.filter(({ url }) => url === path).length >= 2);
    while (!isDone() && performance.now() < ends) {
      await Promise.all(paths.map(round));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(isDone()).toBe(true);
    expect(wrong).toEqual([]);
  });

  it('keeps what it has when it is killed and started again, with the server dead', async () => {
    await Promise.all(ANSWERS.map(([path]) => ask(port, path)));
    await origin.close();
    await edge.nginx.kill();
    await edge.startAgain();
    for (const [path, file] of ANSWERS)
      expect([path, unpacked(await ask(port, path))]).toEqual([path, FILES[file]]);
    const cold = await ask(port, `/v1/objects/${'ef'.repeat(32)}.json`);
    expect([cold.status, cold.headers['cache-control'], cold.headers['retry-after']]).toEqual([
      503,
      'no-store',
      '10',
    ]);
  });
});

const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);

function unpacked({ headers, body }: Answer): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
}
