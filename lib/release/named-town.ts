// Owns which ZIPs an address without a ZIP may lie in, by the town and state at its end. Ships to voters.
// A state that was typed is taken at its word: Natchez, Louisiana is not Natchez, Mississippi.

import type { Address } from '@/lib/core/address/read-address';
import { findTown } from '@/lib/core/address/town';
import { STATES, stateSizes } from '@/lib/core/usps/states';
import { type Town, townsByKey } from './town-directory';

type Zips = readonly string[];

/** Finds towns of a release; keeps what it has made ready, since a state has a thousand towns. */
export class TownFinder {
  readonly #towns: readonly Town[];
  readonly #byState = new Map<string | null, ReadonlyMap<string, Zips>>();

  constructor(towns: readonly Town[]) {
    this.#towns = towns;
  }

  /** "5 Main St, Natchez" -> Natchez's ZIPs, in every state that has one; null where no town of ours is named. */
  zipsOf(address: Address): Zips | null {
    const { words, state } = address;
    const sizes = stateSizes(words, 0, words.length);
    for (const typed of [state, ...sizes.map((size) => STATES.get(words.slice(-size).join(' ')))]) {
      const zips = typed ? findTown(address, this.#townsOf(typed)) : null;
      if (zips !== null) return zips;
    }
    if (state !== null && sizes.length === 0) return null;
    const everywhere = this.#townsOf(null);
    const zips = findTown(address, everywhere);
    // The last words may be a state after a town of ours, in another state; or the town's own name (California, PA).
    const isBeforeState = sizes.some((size) => findTown(withoutLast(address, size), everywhere) === zips);
    return isBeforeState ? null : zips;
  }

  #townsOf(state: string | null): ReadonlyMap<string, Zips> {
    const known = this.#byState.get(state);
    if (known !== undefined) return known;
    const made = townsByKey(this.#towns.filter((town) => state === null || town.state === state));
    this.#byState.set(state, made);
    return made;
  }
}

function withoutLast(address: Address, size: number): Address {
  return { ...address, words: address.words.slice(0, -size) };
}
