// Owns the last word on time: whatever hangs below, somebody who asked gets an answer.

import type { Timers } from './gather';

/** What `work` gives, or `otherwise()` once `limitMs` are over. Work that comes later is let go. */
export function inTime<Value>(
  work: Promise<Value>,
  limitMs: number,
  otherwise: () => Value,
  timers: Timers,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = timers.after(limitMs, () => resolve(otherwise()));
    work.then(resolve, reject).finally(stop);
  });
}
