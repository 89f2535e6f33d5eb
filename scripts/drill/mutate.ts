// Owns ways in which bytes on a disk come to be others, by a seed: what a bad disk, a careless person or somebody with intent
// leaves. Knows nothing of releases.

import type { Random } from '../generate/random';

/** `swap` puts another file's bytes there; `remove` takes the file away. */
export const MUTATIONS = ['flip', 'cut', 'empty', 'append', 'swap', 'remove'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** The bytes after it; null where nothing is left, not even a file. Others than before, always. */
export function mutated(
  kind: Mutation,
  bytes: Uint8Array,
  { random, other }: { readonly random: Random; readonly other: Uint8Array },
): Uint8Array | null {
  switch (kind) {
    case 'flip':
      return flipped(bytes, random);
    case 'cut':
      return bytes.slice(0, random.between(0, bytes.length - 1));
    case 'empty':
      return new Uint8Array();
    case 'append':
      return Buffer.concat([bytes, Buffer.from(' ')]);
    case 'swap':
      return Buffer.compare(bytes, other) === 0 ? flipped(bytes, random) : other;
    case 'remove':
      return null;
  }
}

/** One bit is another. */
function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = random.between(0, bytes.length - 1);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.between(0, 7));
  return copy;
}
