// Owns serving a release over HTTP, from its folder or the stores: which names exist, and how long each may be kept (RFC
// 9111, RFC 5861 §4).
// It must not know what is inside the files: readers verify signature and hashes themselves.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { languageFor, languages } from '@/lib/messages/languages';
import { StoreError } from '@/lib/office/ports/store-error';
import { goPagePath, isPagePath, zipPagePath } from '@/lib/release/page-paths';
import { readServerEnv } from './env';
import { storedReleaseFiles } from './release-kv';

const OBJECT_NAME = /^[0-9a-f]{64}\.json$/;

// No stale-while-revalidate: it hands the first visitor of an idle edge old data.
const POINTER_CACHE = 'public, max-age=0, s-maxage=10, stale-if-error=604800';
// Without s-maxage Vercel's CDN keeps nothing that a function has answered.
const OBJECT_CACHE = 'public, max-age=31536000, s-maxage=31536000, immutable';

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
  const bytes = found && (await orUnavailable(() => bytesOf(found.file)));
  if (bytes === 'unavailable') return unavailable();
  if (!found || !bytes) return notFound();
  return respond(request, bytes, { 'Cache-Control': found.cacheControl, 'Content-Type': 'application/json' });
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  const stored = await storedReleaseFiles();
  if (stored === null) return readOrNull(join(releaseDirectory(), 'v1', file));
  return file === 'current.json' ? stored.pointer() : stored.object(basename(file, '.json'));
}

async function pageBytes(page: string): Promise<Uint8Array | null> {
  const stored = await storedReleaseFiles();
  return stored === null ? readOrNull(join(releaseDirectory(), page)) : stored.page(page);
}

/** The response to GET or HEAD of `/p/<path>`: a plain page, or where the form's ZIP leads. A path that no page can
 *  have is refused without a look at the disk. */
export async function servePlainPage(request: Request, path: readonly string[]): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const page = pageOf(path);
  if (page === goPagePath() && searchParams.has('zip')) {
    const target = await orUnavailable(() => goTarget(searchParams));
    return target === 'unavailable' ? unavailable() : redirect(target);
  }
  const bytes = page === null ? null : await orUnavailable(() => pageBytes(page));
  if (bytes === 'unavailable') return unavailable();
  if (!bytes) return notFound();
  const headers = { 'Cache-Control': POINTER_CACHE, 'Content-Type': 'text/html; charset=utf-8' };
  return respond(request, bytes, headers);
}

/** `['en']` and `['en', 'index.html']` are the start; null for what no page can be. */
function pageOf(path: readonly string[]): string | null {
  const [folder = '', ...names] = path;
  const page = `/p/${folder}/${names.length === 0 ? 'index.html' : names.join('/')}`;
  return isPagePath(page) ? page : null;
}

/** The ZIP's page where there is one, in the language that was asked for; else the list of ZIPs. */
async function goTarget(asked: URLSearchParams): Promise<string> {
  const zip = /^\s*(\d{5})(?:-?\d{4})?\s*$/.exec(asked.get('zip') ?? '')?.[1];
  const lang = languageFor(asked.get('lang') ?? '') ?? languages[0];
  const page = zip === undefined ? null : zipPagePath(lang.tag, zip);
  const isThere = page !== null && (await pageBytes(page)) !== null;
  return isThere ? page : goPagePath();
}

/** Nothing may keep it: it holds what somebody typed. */
function redirect(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...common, 'Cache-Control': 'no-store', Location: location },
  });
}

function notFound(): Response {
  // Short, so that a release that appears is seen; and a flood of unknown names stays at the edge.
  return new Response(null, {
    status: 404,
    headers: { ...common, 'Cache-Control': 'public, max-age=10, s-maxage=10' },
  });
}

/** Stores that cannot be reached are the edges' to cover: what they have they may give for a week. */
function unavailable(): Response {
  const headers = { ...common, 'Cache-Control': 'no-store', 'Retry-After': '10' };
  return new Response(null, { status: 503, headers });
}

async function orUnavailable<Value>(work: () => Promise<Value>): Promise<Value | 'unavailable'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) return 'unavailable';
    throw error;
  }
}

function respond(
  request: Request,
  bytes: Uint8Array,
  { 'Content-Type': type, ...own }: { readonly 'Cache-Control': string; readonly 'Content-Type': string },
): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const headers = { ...common, ...own, ETag: etag };
  if (request.headers.get('If-None-Match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  const body = request.method === 'HEAD' ? null : new Uint8Array(bytes);
  return new Response(body, { headers: { ...headers, 'Content-Type': type } });
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
