// Owns what uploading and checking need beside the stores: a hash that takes a file piece by piece, a way to let others
// have the processor, and how much this installation takes. Knows no adapter.

import type { OfficePorts } from '../ports/office-ports';

/** SHA-256 of bytes that come one piece after another. */
export interface RunningHash {
  readonly add: (bytes: Uint8Array) => void;
  /** 64 hex characters. Once. */
  readonly end: () => string;
}

export interface DraftPorts extends OfficePorts {
  readonly sha256: () => RunningHash;
  /** Comes back once whatever else waits has had its turn. */
  readonly pause: () => Promise<void>;
  /** Most bytes that one file may have. */
  readonly maxFileBytes: number;
}
