// Owns serving a release folder over HTTP: which names exist, and how long each may be kept (RFC 9111, RFC 5861 §4).
// It must not know what is inside the files: readers verify signature and hashes themselves.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readServerEnv } from './env';

const OBJECT_NAME = /^[0-9a-f]{64}\.json$/;

// No stale-while-revalidate: it hands the first visitor of an idle edge old data.
const POINTER_CACHE = 'public, max-age=0, s-maxage=10, stale-if-error=604800';
const OBJECT_CACHE = 'public, max-age=31536000, immutable';

interface ReleaseFile {
  readonly file: string;
  readonly cacheControl: string;
}

/** The folder that holds `v1/`: LEVEE_RELEASE, else `.levee/release` under the working directory. */
export function releaseDirectory(): string {
  const env = readServerEnv(process.env);
  if (!env.ok) throw new Error(`${env.error.variable}: ${env.error.message}`);
  // The comment keeps the bundler from packing the whole project along because of a path made at run time.
  return resolve(/*turbopackIgnore: true*/ env.value.releaseDirectory ?? '.levee/release');
}

/** `['current.json']` and `['objects', '<64 hex>.json']` are the only names there are; null for all else. */
export function releaseFile(path: readonly string[]): ReleaseFile | null {
  const [first, second, ...rest] = path;
  if (rest.length > 0) return null;
  if (first === 'current.json' && second === undefined) {
    return { file: first, cacheControl: POINTER_CACHE };
  }
  if (first === 'objects' && second !== undefined && OBJECT_NAME.test(second)) {
    return { file: join('objects', second), cacheControl: OBJECT_CACHE };
  }
  return null;
}

/** The response to GET or HEAD of `/v1/<path>`: 200, 304 where the reader has these bytes, or 404. */
export async function serveReleaseFile(request: Request, path: readonly string[]): Promise<Response> {
  const found = releaseFile(path);
  const bytes = found && (await readOrNull(join(releaseDirectory(), 'v1', found.file)));
  if (!found || !bytes) {
    // Short, so that a release that appears is seen; and a flood of unknown names stays at the edge.
    return new Response(null, { status: 404, headers: { ...common, 'Cache-Control': 'public, max-age=10' } });
  }
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const headers = { ...common, 'Cache-Control': found.cacheControl, ETag: etag };
  if (request.headers.get('If-None-Match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  const body = request.method === 'HEAD' ? null : new Uint8Array(bytes);
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } });
}

const common = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    // Absent is an answer (404); anything else (no permission, a failing disk) is a fault and must say so.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
