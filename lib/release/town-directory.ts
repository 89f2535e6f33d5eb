// Owns the town index as a voter's page uses it: towns to choose from, and town -> ZIPs for an address
// without one. Ships to voters.

import { townKey } from '@/lib/core/address/town';
import type { TownIndex } from './format';

/** `{name: 'Natchez', key: 'NATCHEZ', state: 'MS', zips: ['39120', '39121']}`. */
export interface Town {
  readonly name: string;
  readonly key: string;
  readonly state: string;
  readonly zips: readonly string[];
}

/** Every town, by state, then name. */
export function readTowns(index: TownIndex): readonly Town[] {
  return Object.entries(index.states).flatMap(([state, towns]) =>
    // Keys are made here, not read: they are this build's own way of comparing names.
    towns.map(([name, zips]) => ({ name, key: townKey(name), state, zips })),
  );
}

/** Keyed as findTown reads it: `NATCHEZ|MS`, and `NATCHEZ` for every state's ZIPs together. */
export function townsByKey(towns: readonly Town[]): ReadonlyMap<string, readonly string[]> {
  const zips = new Map<string, readonly string[]>();
  for (const town of towns) {
    zips.set(`${town.key}|${town.state}`, town.zips);
    zips.set(town.key, [...(zips.get(town.key) ?? []), ...town.zips]);
  }
  return zips;
}
