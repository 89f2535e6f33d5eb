import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type FloodShape, figuresOf, flood, noWrk } from './flood';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that keeps what it is asked. */
async function listener(): Promise<{ readonly url: string; readonly asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const listening = createServer((request, response) => {
    asked.push(request);
    response.writeHead(request.url?.startsWith('/known') ? 200 : 404).end();
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, asked };
}

describe.skipIf(noWrk)(`a flood${noWrk ? ` (skipped: ${noWrk})` : ''}`, () => {
  const paths = ['/known/a', '/known/b?c=1'];
  const run = async (shape: FloodShape) => {
    const { url, asked } = await listener();
    const figures = await flood({ url, paths }, { shape, seconds: 1, connections: 4 });
    return { figures, urls: asked.map((each) => each.url ?? ''), asked };
  };

  it('asks for its paths in turn', async () => {
    const { urls, figures, asked } = await run('plain');
    expect(new Set(urls)).toEqual(new Set(paths));
    expect(asked[0]?.headers['accept-encoding']).toBe('identity');
    expect(figures.badStatus).toBe(0);
    expect(figures.requestsPerSecond).toBeGreaterThan(0);
  });

  it('adds a query that nobody has asked before', async () => {
    const { urls } = await run('query');
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.every((url) => /^\/known\/(a[?]|b[?]c=1&)x\d+=\d+$/.test(url))).toBe(true);
  });

  it('sends cookies and headers that change, and the same paths', async () => {
    const { urls, asked } = await run('headers');
    expect(new Set(urls)).toEqual(new Set(paths));
    expect(new Set(asked.map(({ headers }) => headers.cookie)).size).toBe(asked.length);
    expect(asked.some(({ headers }) => headers.rsc === '1')).toBe(true);
  });

  it('asks for what is nowhere', async () => {
    const { urls, figures } = await run('notFound');
    expect(urls.every((url) => url.startsWith('/') && !url.startsWith('/known'))).toBe(true);
    expect(urls.some((url) => /^\/v1\/objects\/[0-9a-f]{64}[.]json$/.test(url))).toBe(true);
    expect(figures.badStatus).toBe(figures.requests);
  });
});

describe('a flood', () => {
  it('never leaves this machine', async () => {
    const target = { url: 'http://vote.example', paths: ['/'] };
    await expect(flood(target, { shape: 'plain', seconds: 1 })).rejects.toThrow(/leaves this machine/);
  });

  it('ends by itself', async () => {
    const target = { url: 'http://127.0.0.1:9', paths: ['/'] };
    await expect(flood(target, { shape: 'plain', seconds: 601 })).rejects.toThrow(/601 seconds/);
  });
});

describe('figuresOf', () => {
  it('reads what wrk prints at its end', () => {
    const counts =
      '"requests":500,"durationUs":2000000,"bytes":9,"badStatus":3,"connect":1,"read":2,"write":0';
    const figures = figuresOf(
      `Running 2s test\n\nFIGURES {${counts},"timeout":4,"p50Us":1500,"p95Us":0,"p99Us":0}\n`,
    );
    expect(figures).toMatchObject({ requests: 500, seconds: 2, requestsPerSecond: 250, badStatus: 3 });
    expect(figures).toMatchObject({ unanswered: 7, p50Ms: 1.5 });
  });

  it('takes silence for a failure', () => {
    expect(() => figuresOf('unable to connect')).toThrow(/no figures/);
  });
});
