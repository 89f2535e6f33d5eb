// Owns fetching a release's files in a browser: addresses, time limits, what counts as a failure.
// It must not believe the bytes (lib/release verifies them), nor put anything but a hash into an address.

import { err, ok, type Result } from '@/lib/core/result';
import { objectPath } from '@/lib/release/format';
import { POINTER_FILE } from '@/lib/release/verify-pointer';

/** The first try is short, so that a dead connection is noticed; the second allows for a slow one. */
const TRY_TIMEOUTS_MS = [2000, 8000] as const;

/** `code: 'unreachable'`: no answer in time, or not 200. */
export interface FetchFailure {
  readonly code: 'unreachable';
  readonly message: string;
}

type Bytes = Promise<Result<Uint8Array, FetchFailure>>;

/** A release under `origin` (`''` for this site), as lib/release reads it. `fetchFile` is `window.fetch`. */
export function httpSource(origin: string, fetchFile: typeof fetch) {
  return {
    // The pointer is asked for anew each time: `no-cache` sends If-None-Match and never trusts a copy unasked.
    pointer: (): Bytes => get(fetchFile, origin + POINTER_FILE, 'no-cache'),
    object: (sha256: string): Bytes => get(fetchFile, origin + objectPath(sha256), 'default'),
  };
}

async function get(fetchFile: typeof fetch, url: string, cache: RequestCache): Bytes {
  let message = '';
  for (const timeoutMs of TRY_TIMEOUTS_MS) {
    try {
      const response = await fetchFile(url, {
        cache,
        // No cookie, no referrer, no redirect to somewhere else: the request says nothing but the file's name.
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.ok) return ok(new Uint8Array(await response.arrayBuffer()));
      message = `status ${response.status}`;
      // The server has answered; asking again at once changes nothing.
      break;
    } catch (error) {
      message = error instanceof Error ? error.name : 'unknown';
    }
  }
  return err({ code: 'unreachable', message });
}
