// Owns reading a release from one host alone, for programs without a ladder: one try, with a time limit.
// It must not believe the bytes; lib/release verifies them.

import { MAX_OBJECT_BYTES } from '@/lib/release/format';
import type { ReleaseSource } from '@/lib/release/verified-objects';
import type { PlainPageSource } from '@/lib/release/verify-pages';
import { LIMIT_MS } from './ladder/gather';
import { httpRung, readBytes } from './ladder/http-rung';

/** A release under `origin` (`''` for this site). `fetchFile` is `window.fetch`. */
export function httpSource(origin: string, fetchFile: typeof fetch): ReleaseSource & PlainPageSource {
  const host = httpRung('live', origin, fetchFile);
  return {
    pointer: () => host.pointer(AbortSignal.timeout(LIMIT_MS)),
    object: (name) => host.object(name, AbortSignal.timeout(LIMIT_MS)),
    page: (path) =>
      readBytes(fetchFile, {
        path: origin + path,
        cache: 'no-cache',
        maxBytes: MAX_OBJECT_BYTES,
        signal: AbortSignal.timeout(LIMIT_MS),
      }),
  };
}
