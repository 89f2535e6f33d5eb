// Owns what a pointer in a folder says of itself, unverified: for deciding what to do with the folder, never for telling voters.
// Server only.

import type { Pointer } from '@/lib/release/format';
import { readEnvelope, readPointer } from '@/lib/release/read-objects';

/** null: these bytes are no pointer. */
export function pointerOf(bytes: Uint8Array): Pointer | null {
  const envelope = readEnvelope(bytes);
  const pointer = envelope.ok ? readPointer(new TextEncoder().encode(envelope.value.payload)) : envelope;
  return pointer.ok ? pointer.value : null;
}
