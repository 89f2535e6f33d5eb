// Owns filling an edge's cache as a day of voters does: every file of the release once in each encoding. A cache that has nothing
// yet is row 8's. Knows no attack.

import { Agent, request } from 'node:http';
import { listFiles } from '@/lib/adapters/web-root';
import type { World } from './world';

const AT_ONCE = 16;
const ENCODINGS = ['identity', 'gzip, br'];
const RELEASE_FILE = /^\/v1\/.+\.json$|^\/p\/.+\.html$|^\/en\/index\.html$/;

/** Ask the edge that caches for everything that the edge on disk has. Once a world; what is kept stays. */
export async function warmCache(world: Pick<World, 'edgeCache' | 'edgeDisk'>): Promise<void> {
  const { edgeCache, edgeDisk } = world;
  const files = (await listFiles(edgeDisk.root)).filter((path) => RELEASE_FILE.test(path));
  const asks = files.flatMap((path) => ENCODINGS.map((encoding) => [path, encoding] as const));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const worker = async (): Promise<void> => {
    for (let ask = asks.pop(); ask !== undefined; ask = asks.pop()) {
      const [path, encoding] = ask;
      await read(agent, edgeCache.url + path.replace(/\/index\.html$/, '/'), encoding);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
}

/** What comes back is of no interest: a refusal is asked for again by whoever needs the file. */
function read(agent: Agent, url: string, encoding: string): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(url, { agent, headers: { 'Accept-Encoding': encoding } }, (answer) => {
      answer.resume().on('close', resolve);
    });
    asked.on('error', () => resolve()).end();
  });
}
