// Owns the number that tells a newer release from an older one. Must not know a clock: `now` comes in.

/** `max(previous + 1, unix seconds)`: rises with every release, and survives a lost counter. */
export function nextSequence(previous: number | null, now: Date): number {
  const seconds = Math.floor(now.getTime() / 1000);
  return previous === null ? seconds : Math.max(previous + 1, seconds);
}
