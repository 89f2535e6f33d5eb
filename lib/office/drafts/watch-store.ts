// Owns telling a store that failed in the middle of reading from a file that cannot be read: readers of files report the
// second as a problem of the file, and the first must never be kept as one.

import { StoreError } from '../ports/store-error';
import type { DraftPorts } from './draft-ports';

export interface WatchedStore {
  /** The same ports; what their blobs throw is remembered. */
  readonly ports: DraftPorts;
  /** Throws what they threw first, if anything. */
  readonly rethrow: () => void;
}

/** `const {ports, rethrow} = watchStore(given)`; read through `ports`, then `rethrow()`. */
export function watchStore(given: DraftPorts): WatchedStore {
  let first: StoreError | null = null;
  const remember = (error: unknown): never => {
    if (error instanceof StoreError) first ??= error;
    throw error;
  };
  return {
    ports: {
      ...given,
      pause: () => given.pause().catch(remember),
      blobs: { ...given.blobs, get: (name) => given.blobs.get(name).catch(remember) },
    },
    rethrow: () => {
      if (first !== null) throw first;
    },
  };
}
