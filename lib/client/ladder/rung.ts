// Owns what a rung of the ladder is: one source of release files, which may fail, hang or lie, and can be hung up on.
// It must not judge the bytes: climb.ts and ladder-objects.ts do.

import type { Result } from '@/lib/core/result';
import type { RungKind } from '@/lib/core/rung';
import type { Sha256Hex } from '@/lib/release/format';
import type { ReleaseSource, SourceError } from '@/lib/release/verified-objects';

type Bytes = Promise<Result<Uint8Array, SourceError>>;

/** A source with a name. `signal` ends what nobody waits for any more. */
export interface Rung {
  readonly kind: RungKind;
  pointer(signal: AbortSignal): Bytes;
  object(name: Sha256Hex, signal: AbortSignal): Bytes;
}

/** A rung over a source that needs no hanging up: storage, memory. */
export function localRung(kind: RungKind, source: ReleaseSource): Rung {
  return { kind, pointer: () => source.pointer(), object: (name) => source.object(name) };
}
