// Owns what a new release must know of the one that it follows in the same folder: its line and its number.
// The pointer is read, not verified: the key may have been changed since, and the folder is the caller's own.

import { releaseSource } from '@/lib/adapters/release-files';
import { err, ok, type Result } from '@/lib/core/result';
import type { Pointer } from '@/lib/release/format';
import { readEnvelope, readPointer } from '@/lib/release/read-objects';

/** The pointer in `DIR/v1/current.json`, null where there is none. The error is a sentence. */
export async function previousPointer(directory: string): Promise<Result<Pointer | null, string>> {
  const bytes = await releaseSource(directory).pointer();
  if (!bytes.ok) {
    if (bytes.error.code === 'notFound') return ok(null);
    return err(
      `${directory}: the release in this folder cannot be used: v1/current.json, ${bytes.error.message}. Check the path and its permissions.`,
    );
  }
  return pointerOf(bytes.value, directory);
}

/** The pointer that these bytes of `DIR/v1/current.json` are. The error is a sentence. */
export function pointerOf(bytes: Uint8Array, directory: string): Result<Pointer, string> {
  const envelope = readEnvelope(bytes);
  const pointer = envelope.ok ? readPointer(new TextEncoder().encode(envelope.value.payload)) : envelope;
  if (pointer.ok) return pointer;
  return err(
    `${directory}/v1/current.json is no release pointer (${pointer.error.message}), so the number to follow is unknown. ` +
      'Put the right file back, or compile into an empty folder.',
  );
}
