// Owns requests with every header that has ever made a framework, a proxy or a cache answer something else, and the question
// whether the bytes were the same. Seeded.

import { createHash } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Random } from '../generate/random';

/** What came of many mixes of headers on one path. */
export interface MixFigures {
  readonly asked: number;
  /** Hashes of decoded bodies, and kinds of content, that came back: one of each where all is well. */
  readonly bodies: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly statuses: ReadonlySet<number>;
}

const AT_ONCE = 32;

type Mix = (random: Random) => Readonly<Record<string, string>>;

const token = (random: Random, length: number): string =>
  Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz'[random.between(0, 25)]).join('');

const MIXES: readonly Mix[] = [
  (random) => ({ Cookie: `${token(random, 5)}=${token(random, random.between(1, 900))}` }),
  (random) => ({ Range: `bytes=${random.between(0, 99)}-${random.between(100, 5_000)}` }),
  (random) => ({ Range: `bytes=-${random.between(1, 500)}`, 'If-Range': `"${token(random, 8)}"` }),
  () => ({ RSC: '1' }),
  (random) => ({ RSC: '1', 'Next-Router-State-Tree': token(random, 40), 'Next-Url': '/en' }),
  () => ({ 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' }),
  (random) => ({ 'Next-Action': token(random, 40) }),
  () => ({ 'X-Middleware-Subrequest': 'src/middleware:src/middleware:src/middleware' }),
  () => ({ 'X-Nextjs-Data': '1', 'X-Matched-Path': '/office' }),
  (random) => ({ 'X-Forwarded-Host': `${token(random, 8)}.example`, 'X-Forwarded-Proto': 'https' }),
  (random) => ({ 'X-Original-URL': `/${token(random, 6)}`, 'X-Rewrite-URL': '/office/' }),
  () => ({ 'X-HTTP-Method-Override': 'DELETE' }),
  (random) => ({
    Accept: random.pick(['text/x-component', 'application/json', '*/*', 'image/avif', 'text/html']),
  }),
  (random) => ({ 'Accept-Language': `${token(random, 2)},es;q=0.9` }),
  () => ({ 'Cache-Control': 'no-cache', Pragma: 'no-cache' }),
  (random) => ({ Authorization: `Bearer ${token(random, 30)}` }),
  (random) => ({ 'User-Agent': token(random, random.between(1, 200)) }),
  () => ({ Purpose: 'prefetch', 'Sec-Fetch-Dest': 'empty', 'X-Preact': '1' }),
];

const ENCODINGS = ['identity', 'gzip', 'br', 'gzip, br', 'deflate', 'zstd, br;q=0', '*', ''];

/** Ask for `path` so many times, each with one to five of them. `Host` is the address’s own: another one is refused, which has its test. */
export async function askMixed(
  url: string,
  path: string,
  count: number,
  random: Random,
): Promise<MixFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const seen = { bodies: new Set<string>(), types: new Set<string>(), statuses: new Set<number>() };
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const mixes = Array.from({ length: random.between(1, 5) }, () => random.pick(MIXES)(random));
      const headers = Object.assign({ 'Accept-Encoding': random.pick(ENCODINGS) }, ...mixes);
      const query = random.chance(0.3) ? `?_rsc=${token(random, 5)}` : '';
      const answer = await ask(agent, url + path + query, headers);
      seen.bodies.add(createHash('sha256').update(answer.body).digest('hex'));
      seen.types.add(answer.type);
      seen.statuses.add(answer.status);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  return { asked: count, ...seen };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

function ask(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const body = decoded(answer, Buffer.concat(parts));
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

function decoded({ headers }: IncomingMessage, body: Buffer): Buffer {
  if (headers['content-encoding'] === 'gzip') return gunzipSync(body);
  return headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
}
