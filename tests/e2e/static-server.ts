// Owns a plain static file server, as any host of the exported site is one. It knows nothing of Next, and serves
// release files beside the site's as an nginx would. `requests` is what a voter's browser asked for.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface StaticServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves `siteFolder`, and `/v1` and `/p` from `releaseFolder`, on a free port of the loopback address. */
export async function startStaticServer(siteFolder: string, releaseFolder: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    void answer(request, response, siteFolder, releaseFolder);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, stop: () => stop(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  siteFolder: string,
  releaseFolder: string,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const folder = /^\/(v1|p)\//.test(path) ? releaseFolder : siteFolder;
  const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) {
    response.writeHead(404).end();
    return;
  }
  const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    'Cache-Control': cacheControl(path),
    // docs/others-sites.md: what every host of the site sends.
    'Access-Control-Allow-Origin': '*',
  });
  response.end(request.method === 'HEAD' ? undefined : isPacked ? packed(bytes) : bytes);
}

const packedBefore = new Map<string, Buffer>();

/** Every test asks for the same scripts: each is packed once. By what it holds, since tests change files. */
function packed(bytes: Buffer): Buffer {
  const name = createHash('sha256').update(bytes).digest('base64');
  const known = packedBefore.get(name) ?? gzipSync(bytes, { level: 9 });
  packedBefore.set(name, known);
  return known;
}

function cacheControl(path: string): string {
  const isImmutable = path.startsWith('/v1/objects/') || path.startsWith('/_next/static/');
  return isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0';
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
