// Owns what uploading and checking need beside the stores: a hash that takes a file piece by piece, a way to let others
// have the processor, and how much this installation takes. Knows no adapter.

import type { OfficePorts, RunningHash } from '../ports/office-ports';

export interface DraftPorts extends OfficePorts {
  readonly sha256: () => RunningHash;
  /** Comes back once whatever else waits has had its turn. */
  readonly pause: () => Promise<void>;
  /** Sweeps the memory, where much of what a long list needed is needed no more. */
  readonly tidy?: () => void;
  /** Most bytes that one file may have. */
  readonly maxFileBytes: number;
}
