// Owns Node's SHA-256 of what comes in pieces. Server only.

import { createHash } from 'node:crypto';
import type { RunningHash } from '@/lib/office/ports/office-ports';

export function runningHash(): RunningHash {
  const hash = createHash('sha256');
  return { add: (bytes) => void hash.update(bytes), end: () => hash.digest('hex') };
}
