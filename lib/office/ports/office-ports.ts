// Owns what every use case of the office side is given: stores, a clock, a source of ids. Knows no adapter.

import type { BlobStore } from './blob-store';
import type { StateStore } from './state-store';

/** SHA-256 of bytes that come one piece after another. */
export interface RunningHash {
  readonly add: (bytes: Uint8Array) => void;
  /** 64 hex characters. Once. */
  readonly end: () => string;
}

export interface OfficePorts {
  readonly state: StateStore;
  readonly blobs: BlobStore;
  readonly now: () => Date;
  /** 128 random bits, base64url: 22 characters. For ids and for secrets alike. */
  readonly newId: () => string;
  /** Left out: what is to be hashed is held whole. */
  readonly sha256?: () => RunningHash;
}
