// Owns a KV store that says "kept" and has not kept: stands where the KV bridge stood, hands everything on to a bridge of its own,
// and swallows some of the writes of blobs. Knows no row.

import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { kvBridge } from '../kv-bridge/kv-bridge';
import type { World } from './world';

/** A store that loses writes, while it runs. */
export interface LossyBridge {
  /** Writes that it has swallowed so far. */
  readonly lost: () => number;
  readonly stop: () => Promise<void>;
}

/** One of so many is lost. */
const EVERY = 6;

/** Takes the place of the world's bridge, which must have ended. */
export async function startLossyBridge({ kv, redisPort }: World): Promise<LossyBridge> {
  const bridge = kvBridge({ redis: `redis://127.0.0.1:${redisPort}`, token: kv.token });
  const upstream = await listening(bridge, 0);
  let [writes, lost] = [0, 0];
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const body = await text(request);
      // A small blob is written by a script, in one call (lib/adapters/blobs-kv).
      const isWrite = /^\s*\["eval(?:sha)?"/i.test(body) && body.includes('levee:blob:');
      if (isWrite) writes += 1;
      if (isWrite && writes % EVERY === 0) {
        lost += 1;
        response.setHeader('Content-Type', 'application/json');
        response.end('{"result":1}');
        return;
      }
      const headers = Object.entries(request.headers).filter(
        ([name]) => !/^(host|connection|content-length)$/.test(name),
      );
      const answered = await fetch(`http://127.0.0.1:${upstream}${request.url}`, {
        method: request.method ?? 'POST',
        headers: Object.fromEntries(headers) as Record<string, string>,
        body,
      });
      response.writeHead(answered.status, { 'Content-Type': 'application/json' });
      response.end(Buffer.from(await answered.arrayBuffer()));
    };
    answer().catch(() => response.destroy());
  });
  await listening(server, Number(new URL(kv.url).port));
  return {
    lost: () => lost,
    stop: async () => {
      for (const each of [server, bridge]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
      }
    },
  };
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
