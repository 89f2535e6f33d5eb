import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeCompressed } from '@/lib/adapters/web-root';
import { noWrk } from '../compare/flood';
import { greatFlood } from './five-million';
import { inTurns, median, pairedRatio } from './rounds';
import { typicalFiles } from './typical-files';
import { listenersOn, processorSeconds } from './worker-time';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listener(): Promise<{
  readonly url: string;
  readonly port: number;
  readonly asked: () => number;
}> {
  let asked = 0;
  const listening = createServer((_request, response) => {
    asked += 1;
    response.end('x');
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, asked: () => asked };
}

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[], 0],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

it('compares round by round: what slowed both of a round counts for nothing', () => {
  expect(pairedRatio([100, 10, 90], [50, 5, 60])).toBe(2);
  expect(pairedRatio([1], [0])).toBe(0);
});

describe('who listens on a port', () => {
  it('is found, and what it has computed', async () => {
    const { port } = await listener();
    expect(listenersOn(port)).toEqual([process.pid]);
    expect(processorSeconds([process.pid])).toBeGreaterThan(0);
  });

  it('is nobody where nobody listens', async () => {
    const { port } = await listener();
    await new Promise((resolve) => server?.close(resolve));
    expect(listenersOn(port)).toEqual([]);
  });
});

describe('typicalFiles', () => {
  it('picks the shard and the page of middling size, and nothing that is neither', async () => {
    const root = mkdtempSync(join(tmpdir(), 'levee-typical-'));
    const put = (path: string, text: string) => writeCompressed(root, path, Buffer.from(text));
    for (const [digit, length] of [
      ['1', 10],
      ['2', 1_000],
      ['3', 100],
    ] as const) {
      await put(
        `/v1/objects/${digit.repeat(64)}.json`,
        `{"keyVersion":2,"kind":"shard","x":"${'x'.repeat(length)}"}`,
      );
      await put(`/p/en/zip-0000${digit}.html`, 'x'.repeat(length));
    }
    await put(`/v1/objects/${'4'.repeat(64)}.json`, `{"kind":"towns","x":"${'x'.repeat(9_999)}"}`);
    expect(await typicalFiles(root)).toEqual({
      shard: `/v1/objects/${'3'.repeat(64)}.json`,
      page: '/p/en/zip-00003.html',
    });
  });
});

describe.skipIf(noWrk)(`floods in turns${noWrk ? ` (skipped: ${noWrk})` : ''}`, () => {
  it('give each lane its rounds, and count what came through', async () => {
    const { url, port, asked } = await listener();
    const options = { shape: 'plain', paths: ['/'], connections: 2 } as const;
    const lanes = ['a', 'b'].map((name) => ({
      name,
      url,
      pids: listenersOn(port),
      originRequests: asked,
      options,
    }));
    const [a, b] = await inTurns(lanes, { rounds: 2, seconds: 1 });
    expect([a?.name, b?.name]).toEqual(['a', 'b']);
    expect(a?.rounds).toBe(2);
    expect(a?.requests).toBeGreaterThan(0);
    expect((a?.originRequests ?? 0) + (b?.originRequests ?? 0)).toBeGreaterThanOrEqual(
      (a?.requests ?? 0) + (b?.requests ?? 0),
    );
    expect(a?.requestsPerCoreSecond).toBeGreaterThan(0);
  });

  it('go on until enough has been sent, or the time is over', async () => {
    const { url, asked } = await listener();
    const edge = { name: 'edge', url, asks: 'files', paths: ['/'], originRequests: asked } as const;
    const enough = await greatFlood([edge], { requests: 1, turnSeconds: 1 });
    expect(enough).toMatchObject({ isWhole: true, rows: [{ edge: 'edge', shape: 'plain' }] });
    expect(enough.originRequests).toBeGreaterThanOrEqual(enough.requests);
    const late = await greatFlood([edge], { requests: 1e9, turnSeconds: 1, secondsAtMost: 1.5 });
    expect(late.isWhole).toBe(false);
    expect(late.rows.map(({ shape }) => shape)).toEqual(['plain', 'query']);
  });
});
