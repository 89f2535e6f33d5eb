// Owns the decision: one reading of an address, the shards it may lie in, one outcome. Pure; `now` comes in.

import type { Address } from '../address/read-address';
import type { LookupOutcome, Notice } from './outcome';
import type { Shard } from './shard';

export interface LookupContext {
  readonly now: Date;
  readonly asOf: string;
  readonly sequence: number;
  readonly notices: readonly Notice[];
}

/** Find the polling place for an address within the shards of its ZIP, or of its town's ZIPs. */
export function lookup(address: Address, shards: readonly Shard[], context: LookupContext): LookupOutcome {
  throw new Error(`not there yet: ${address.text} ${shards.length} ${context.asOf}`);
}
