// Owns one question asked of every shape that is read: what comes of it when it is written again. Knows no shape.

import type { Result } from '@/lib/core/result';
import { canonicalBytes, canonicalJson } from '@/lib/release/canonical-json';
import type { FormatError } from '@/lib/release/read-objects';
import type { Verdict } from './fuzz-parser';

/** What was read and is written again reads the same: nothing is kept that is not of the shape. */
export function readsAgain<Value>(
  value: Value,
  read: (bytes: Uint8Array) => Result<Value, FormatError>,
): Verdict {
  let written: Uint8Array;
  try {
    written = canonicalBytes(value);
  } catch {
    // Lists within lists or 1e999, in a part that readers hand on unread: nobody writes those again.
    return 'accepted';
  }
  const second = read(written);
  if (!second.ok) return { wrong: `what was read is refused: ${second.error.message}` };
  return canonicalJson(second.value) === new TextDecoder().decode(written)
    ? 'accepted'
    : { wrong: 'reads otherwise' };
}
