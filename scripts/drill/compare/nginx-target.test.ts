import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNginxTarget } from './nginx-target';
import type { StartedTarget } from './target';

const noNginx = spawnSync('nginx', ['-v']).error !== undefined;

describe.skipIf(noNginx)(
  `nginx with its defaults${noNginx ? ' (skipped: nginx is not installed)' : ''}`,
  () => {
    let upstream: Server;
    let nginx: StartedTarget;
    beforeAll(async () => {
      upstream = createServer((_request, response) => {
        response.writeHead(200, { 'Cache-Control': 'public, max-age=0, s-maxage=100', Vary: 'rsc' }).end('x');
      });
      await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
      nginx = await startNginxTarget({
        name: 'u',
        url,
        asks: 'files',
        paths: ['/a'],
        originRequests: 'everyRequest',
      });
    });
    afterAll(async () => {
      await nginx?.stop();
      upstream?.close();
    });

    const cameThrough = async (asks: readonly (readonly [path: string, headers?: HeadersInit])[]) => {
      const counter = nginx.originRequests;
      if (counter === 'everyRequest') throw new Error('it counts');
      const before = await counter();
      for (const [path, headers] of asks) {
        await (await fetch(nginx.url + path, headers === undefined ? {} : { headers })).text();
      }
      return (await counter()) - before;
    };

    it('asks its application once for what it may keep', async () => {
      expect(await cameThrough([['/a'], ['/a'], ['/a']])).toBe(1);
    });

    it('asks again for each query, and for each value of a header that the application varies by', async () => {
      expect(await cameThrough([['/b?1'], ['/b?2'], ['/b?3'], ['/b?3']])).toBe(3);
      expect(
        await cameThrough([
          ['/c', { rsc: '1' }],
          ['/c', { rsc: '2' }],
        ]),
      ).toBe(2);
    });
  },
);
