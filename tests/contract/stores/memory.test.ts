// Owns the proof that the memory that unit tests use does what the real stores do.

import { describe } from 'vitest';
import { memoryBlobs, memoryState } from '@/lib/office/ports/memory-ports.fixture';
import { blobStoreContract } from './blob-store.contract';
import { stateStoreContract } from './state-store.contract';

describe('state in memory', () => {
  const clock = { now: new Date('2026-10-01T12:00:00Z') };
  const state = memoryState(() => clock.now);
  stateStoreContract(() => ({
    open: async () => state,
    now: () => clock.now,
    pass: async (ms) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
  }));
});

describe('blobs in memory', () => {
  const blobs = memoryBlobs(() => new Date());
  blobStoreContract(() => blobs);
});
