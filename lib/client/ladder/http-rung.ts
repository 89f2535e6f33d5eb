// Owns fetching a release's files in a browser: addresses, what counts as a failure, how much is read at most.
// It must not believe the bytes (lib/release verifies them), nor put anything but a hash into an address.

import { err, ok, type Result } from '@/lib/core/result';
import type { RungKind } from '@/lib/core/rung';
import { MAX_OBJECT_BYTES, MAX_POINTER_BYTES, objectPath } from '@/lib/release/format';
import type { SourceError } from '@/lib/release/verified-objects';
import { POINTER_FILE } from '@/lib/release/verify-pointer';
import type { Rung } from './rung';

/** A release under `base` (`''` for this site, `/built-in`, `https://other.example`). `fetchFile` is `window.fetch`. */
export function httpRung(kind: RungKind, base: string, fetchFile: typeof fetch): Rung {
  const get = (path: string, cache: RequestCache, maxBytes: number, signal: AbortSignal) =>
    readBytes(fetchFile, { path: base + path, cache, maxBytes, signal });
  return {
    kind,
    // The pointer is asked for anew each time: `no-cache` sends If-None-Match and never trusts a copy unasked.
    pointer: (signal) => get(POINTER_FILE, 'no-cache', MAX_POINTER_BYTES, signal),
    object: (name, signal) => get(objectPath(name), 'default', MAX_OBJECT_BYTES, signal),
  };
}

interface Request {
  readonly path: string;
  readonly cache: RequestCache;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** The bytes of one file, whatever they are. At most about `maxBytes` are read. */
export async function readBytes(
  fetchFile: typeof fetch,
  { path, cache, maxBytes, signal }: Request,
): Promise<Result<Uint8Array, SourceError>> {
  try {
    const response = await fetchFile(path, {
      cache,
      // No cookie, no referrer, no redirect to somewhere else: the request says nothing but the file's name.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal,
    });
    if (response.ok) return ok(await bytesOf(response, maxBytes));
    await response.body?.cancel();
    const code = response.status === 404 ? 'notFound' : 'unreachable';
    return err({ code, message: `status ${response.status}` });
  } catch (error) {
    return err({ code: 'unreachable', message: error instanceof Error ? error.name : 'unknown' });
  }
}

/** At most one chunk more than a reader would accept: whoever sends without end must not fill a phone's memory. */
async function bytesOf(response: Response, maxBytes: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader && length <= maxBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  if (length > maxBytes) await reader?.cancel();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
