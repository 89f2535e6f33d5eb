// Owns edges for tests: a small web root made by code, and a real nginx before it. What stands in the files matters to nobody
// here. Knows no assertion.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type NginxOptions, nginxConfig } from '@/scripts/edge/nginx-config';
import { type RunningNginx, startNginx } from '@/scripts/edge/run-nginx';
import { freePort } from '@/scripts/free-port';

export const OBJECT = `/v1/objects/${'ab'.repeat(32)}.json`;
const OTHER_OBJECT = `/v1/objects/${'cd'.repeat(32)}.json`;

/** Path -> text. Long enough to be compressed, and to be told apart. */
export const FILES: Readonly<Record<string, string>> = {
  '/index.html': page('start'),
  '/404.html': page('not here'),
  '/en/index.html': page('English'),
  '/es/index.html': page('Español'),
  '/en/embed/index.html': page('embed'),
  '/_next/static/chunks/a1.js': `${'go();'.repeat(200)}`,
  '/texts/en-0123456789abcdef.json': JSON.stringify({ text: 'w'.repeat(500) }),
  '/levee.js': `export const a = '${'x'.repeat(500)}';`,
  '/sw.js': `addEventListener('fetch', () => '${'x'.repeat(500)}');`,
  '/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '/site.json': JSON.stringify({ payload: 'x'.repeat(500) }),
  '/v1/current.json': JSON.stringify({ payload: 'p'.repeat(500) }),
  [OBJECT]: JSON.stringify({ shard: 'a'.repeat(9000) }),
  [OTHER_OBJECT]: JSON.stringify({ shard: 'b'.repeat(300) }),
  '/p/en/index.html': page('plain start'),
  '/p/go/index.html': page('ZIPs'),
  '/p/en/zip-39120.html': page('39120'),
  '/p/es/zip-39120.html': page('39120 es'),
};

/** Paths that answer 200, and which file that is. */
export const ANSWERS: readonly (readonly [path: string, file: string])[] = [
  ...Object.keys(FILES)
    .filter((path) => path !== '/404.html')
    .map((path) => [path, path] as const),
  ['/', '/index.html'],
  ['/en/', '/en/index.html'],
  ['/p/en/', '/p/en/index.html'],
  ['/p/go/', '/p/go/index.html'],
];

function page(title: string): string {
  return `<!doctype html><title>${title}</title><script>go(1)</script>${`<p>${title}</p>`.repeat(40)}`;
}

const POLICIES = Object.fromEntries(
  Object.keys(FILES)
    .filter((path) => path.endsWith('.html') && !path.startsWith('/p/'))
    .map((path) => [path, `default-src 'none'; frame-ancestors ${path.includes('embed') ? '*' : "'none'"}`]),
);

/** A file and its copies, as a deployment writes them. */
export function putFile(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  writeFileSync(`${file}.gz`, gzipSync(text));
  writeFileSync(`${file}.br`, brotliCompressSync(text));
}

/** An nginx, its files, and what takes both away. */
export interface EdgeHost {
  readonly nginx: RunningNginx;
  readonly folder: string;
  readonly webRoot: string;
  readonly options: NginxOptions;
  /** A second start with the same configuration, after a `kill`. */
  readonly startAgain: () => Promise<RunningNginx>;
  readonly close: () => Promise<void>;
}

/** Start one; `more` may need the folder. Names: localhost and vote.test. */
export async function startEdge(
  more: (folder: string) => Partial<NginxOptions> | Promise<Partial<NginxOptions>> = () => ({}),
): Promise<EdgeHost> {
  const folder = mkdtempSync(join(tmpdir(), 'levee-edge-'));
  const webRoot = join(folder, 'www');
  for (const [path, text] of Object.entries(FILES)) putFile(webRoot, path, text);
  const options: NginxOptions = {
    webRoot,
    port: await freePort(),
    serverNames: ['localhost', 'vote.test'],
    runDir: join(folder, 'run'),
    policies: POLICIES,
    workers: 1,
    connections: 2048,
    ...(await more(folder)),
  };
  mkdirSync(options.runDir, { recursive: true });
  let nginx = await startNginx(nginxConfig(options), options.runDir);
  return {
    nginx,
    folder,
    webRoot,
    options,
    startAgain: async () => {
      nginx = await startNginx(nginxConfig(options), options.runDir);
      return nginx;
    },
    close: async () => {
      await nginx.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What may be said of a request; `Host` is localhost unless it is among the headers. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly localAddress?: string;
}

/** Ask, without following or unpacking anything. Rejects where the connection is closed without an answer. */
export function ask(port: number, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, localAddress } = asking;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { Host: 'localhost', ...headers },
        agent: false,
        ...(localAddress ? { localAddress } : {}),
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A server behind an edge that counts what it is asked, and answers as `FILES` say until told otherwise. */
export interface CountingServer {
  readonly port: number;
  readonly seen: { method: string; url: string; headers: IncomingMessage['headers']; bytes: number }[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
}

export async function startCounting(): Promise<CountingServer> {
  const server = createServer((incoming, response) => {
    const seen = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers: incoming.headers,
      bytes: 0,
    };
    counting.seen.push(seen);
    incoming.on('data', (piece: Buffer) => {
      seen.bytes += piece.length;
    });
    incoming.on('end', () => counting.answer(incoming, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const counting: CountingServer = {
    port: (server.address() as AddressInfo).port,
    seen: [],
    answer: answerFromFiles,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return counting;
}

/** As a `server` build does: folders are pages, and bytes are compressed where that is asked for. */
export function answerFromFiles({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const path = url.split('?', 1)[0] ?? '';
  const text = FILES[path.endsWith('/') ? `${path}index.html` : path];
  if (text === undefined)
    return void response.writeHead(404, { 'Cache-Control': 'public, max-age=10' }).end();
  const isPacked = /gzip/.test(String(headers['accept-encoding']));
  response.writeHead(200, {
    'Content-Type': path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8',
    'Set-Cookie': 'a=b',
    Vary: 'RSC, Next-Router-State-Tree, Cookie',
    'Cache-Control': 's-maxage=31536000',
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(isPacked ? gzipSync(text) : text);
}
