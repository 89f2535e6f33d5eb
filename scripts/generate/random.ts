// Owns chance that can be repeated: a small seeded generator of numbers (sfc32, public domain, by Chris
// Doty-Humphrey). The same seed gives the same numbers on every machine; nothing here asks the clock.

/** A stream of numbers that the seed alone decides. */
export interface Random {
  /** 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** `createRandom(7).between(1, 6)`. `stream` keeps the parts of one feed apart, so that a change to one leaves the rest. */
export function createRandom(seed: number, stream = 0): Random {
  const next = sfc32(seed >>> 0, stream >>> 0);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)]!,
  };
}

function sfc32(seed: number, stream: number): () => number {
  let a = 0x9e3779b9;
  let b = seed | 0;
  let c = stream | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // Close seeds start close together; a dozen turns drive them apart.
  for (let turn = 0; turn < 12; turn += 1) next();
  return next;
}
