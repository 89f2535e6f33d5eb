// Owns how long a mirror waits between two turns. Must not know a clock; chance comes in.

/** Nobody waits longer than this after a failure, or longer than was asked for: a source that is back is to be found soon. */
const LONGEST_MS = 30_000;

/** `waitMs(10, 0, chance)` -> 9 to 11 seconds; after failures twice as long each time, up to half a minute. `chance` is from 0 to
 *  1: many mirrors that lost one source together are not to come back together. */
export function waitMs(watchSeconds: number, failures: number, chance: number): number {
  const asked = watchSeconds * 1000;
  const backedOff = Math.min(asked * 2 ** Math.min(failures, 10), Math.max(asked, LONGEST_MS));
  return Math.round(backedOff * (0.9 + 0.2 * chance));
}
