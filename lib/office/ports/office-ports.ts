// Owns what every use case of the office side is given: stores, a clock, a source of ids. Knows no adapter.

import type { BlobStore } from './blob-store';
import type { StateStore } from './state-store';

export interface OfficePorts {
  readonly state: StateStore;
  readonly blobs: BlobStore;
  readonly now: () => Date;
  /** 128 random bits, base64url: 22 characters. For ids and for secrets alike. */
  readonly newId: () => string;
}
