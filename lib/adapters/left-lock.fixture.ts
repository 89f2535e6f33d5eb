// Owns the wait for a lock that a killed process has left on a release folder, without the waiting: file-lock.ts lets nobody
// pass for ten seconds, and these tests kill many.

import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { POINTER_FILE } from '@/lib/release/verify-pointer';

/** As if a minute had passed since: `afterAMinute('/srv/www')`. Nothing where nobody has left one. */
export function afterAMinute(folder: string): void {
  const lock = join(folder, `${POINTER_FILE}.lock`);
  const before = new Date(Date.now() - 60_000);
  if (existsSync(lock)) utimesSync(lock, before, before);
}
