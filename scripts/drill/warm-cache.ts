// Owns filling an edge's cache as a day of voters does: every file of the release once in each encoding. A cache that has nothing
// yet is row 8's. Knows no attack.

import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listFiles } from '@/lib/adapters/web-root';
import type { World } from './world';

const AT_ONCE = 16;
const ENCODINGS = ['identity', 'gzip, br'];
const RELEASE_FILE = /^\/v1\/.+\.json$|^\/p\/.+\.html$|^\/en\/index\.html$/;

/** Names that only the office host knows are let through so many a second (edge/nginx/voters-cache.conf): refused ones wait. */
const REFUSED_WAIT_MS = 1_000;
const LONGEST_MS = 180_000;

type Asked = readonly [path: string, encoding: string];

/** Ask the edge that caches for everything that the edge on disk has, until it has it. Once a world; what is kept stays. */
export async function warmCache(world: Pick<World, 'edgeCache' | 'edgeDisk'>): Promise<void> {
  const { edgeCache, edgeDisk } = world;
  const files = (await listFiles(edgeDisk.root)).filter((path) => RELEASE_FILE.test(path));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let left = files.flatMap((path) => ENCODINGS.map((encoding): Asked => [path, encoding]));
  for (const startedMs = Date.now(); left.length > 0 && Date.now() - startedMs < LONGEST_MS; ) {
    left = await askAll(agent, edgeCache.url, left);
    if (left.length > 0) await sleep(REFUSED_WAIT_MS);
  }
  agent.destroy();
}

/** Those that were refused. */
async function askAll(agent: Agent, url: string, asks: readonly Asked[]): Promise<Asked[]> {
  const [queue, refused]: [Asked[], Asked[]] = [[...asks], []];
  const worker = async (): Promise<void> => {
    for (let ask = queue.pop(); ask !== undefined; ask = queue.pop()) {
      const [path, encoding] = ask;
      const status = await statusOf(agent, url + path.replace(/\/index\.html$/, '/'), encoding);
      if (status === 503) refused.push(ask);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return refused;
}

/** 0 where nobody answered. */
function statusOf(agent: Agent, url: string, encoding: string): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(url, { agent, headers: { 'Accept-Encoding': encoding } }, (answer) => {
      answer.resume().on('close', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', () => resolve(0)).end();
  });
}
