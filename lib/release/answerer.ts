// Owns answering a typed address from one verified release: by its ZIP, else by its town. Ships to voters.
// An address never leaves it, and bytes that are missing or wrong become `cannotCheck`.

import { type Address, readAddress } from '@/lib/core/address/read-address';
import { lookup } from '@/lib/core/lookup/lookup';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { LocalityRef, Pointer } from './format';
import {
  cannotCheck,
  missing,
  notCovered,
  type OutcomeContext,
  officesOf,
  understoodSoFar,
  unreadable,
} from './outcomes';
import { allOrFirstError, type Placed, type ZipFinder } from './zip-finder';
import { bothOf, mayBeElsewhere, zipsMeant } from './zip-or-town';

/** Answers addresses from one release. Bytes that are missing or wrong are `cannotCheck`, never an exception. */
export class Answerer {
  readonly #pointer: Pointer;
  readonly #finder: ZipFinder;

  constructor(pointer: Pointer, finder: ZipFinder) {
    this.#pointer = pointer;
    this.#finder = finder;
  }

  async answer(text: string, now: Date): Promise<LookupOutcome> {
    const reading = readAddress(text);
    if (reading.kind === 'unreadable') {
      return unreadable(await this.#contextOfZip(reading.zip), reading.reason);
    }
    const { address } = reading;
    return address.zip === null ? this.#byTown(address, now) : this.#byZip(address, address.zip, now);
  }

  /** The ZIP tells, unless the town that was typed has the address in another one. */
  async #byZip(address: Address, zip: string, now: Date): Promise<LookupOutcome> {
    const here = await this.#byZips(address, [zip], now);
    if (!mayBeElsewhere(here)) return here;
    const everyone = this.#context(address, null, this.#finder.root.localities);
    const towns = await this.#finder.townFinder();
    if (!towns.ok) return cannotCheck(everyone, towns.error.reason);
    const zips = zipsMeant({ ...here.understood, zip }, towns.value.zipsOf(address) ?? []);
    if (zips.length === 0) return here;
    const there = await this.#byZips({ ...address, zip: null }, zips, now);
    try {
      return bothOf(here, there);
    } catch {
      return cannotCheck(everyone, 'unsupported');
    }
  }

  async #byTown(address: Address, now: Date): Promise<LookupOutcome> {
    const everyone = this.#context(address, null, this.#finder.root.localities);
    await this.#finder.prefetchTowns();
    const towns = await this.#finder.townFinder();
    if (!towns.ok) return cannotCheck(everyone, towns.error.reason);
    const zips = towns.value.zipsOf(address);
    return zips === null ? unreadable(everyone, 'noZipOrTown') : this.#byZips(address, zips, now);
  }

  async #byZips(address: Address, zips: readonly string[], now: Date): Promise<LookupOutcome> {
    const placed = await allOrFirstError(zips.map((zip) => this.#finder.place(zip)));
    if (!placed.ok) {
      return cannotCheck(this.#context(address, null, this.#finder.root.localities), placed.error.reason);
    }
    const context = this.#context(address, null, this.#finder.localitiesAt(placed.value));
    const shards = await allOrFirstError(placed.value.map((place) => this.#finder.shards(place)));
    if (!shards.ok) return cannotCheck(context, shards.error.reason);
    const found = shards.value.flat();
    if (found.length === 0) return withoutStreets(placed.value, context, this.#finder.root.localities);
    const { issuedAt: asOf, sequence, notices } = this.#pointer;
    try {
      return lookup(address, found, { now, asOf, sequence, notices });
    } catch {
      // Signed, yet not of this format: a shard's inside is looked at only as it is used. Someone waits for an answer.
      return cannotCheck(context, 'unsupported');
    }
  }

  /** Someone with a post box needs the phone of the office, not of every office of the state. */
  async #contextOfZip(zip: string | null): Promise<OutcomeContext> {
    const placed = zip === null ? null : await this.#finder.place(zip);
    const everyone = this.#finder.root.localities;
    return this.#context(null, zip, placed?.ok ? this.#finder.localitiesAt([placed.value]) : everyone);
  }

  #context(address: Address | null, zip: string | null, localities: readonly LocalityRef[]): OutcomeContext {
    return {
      understood: understoodSoFar(address, zip),
      offices: officesOf(localities),
      pointer: this.#pointer,
    };
  }
}

/** ZIPs in which no office has streets: no streets loaded, wholly elsewhere, or simply not known. Someone who lives
 *  elsewhere is told whom this site covers. */
function withoutStreets(
  placed: readonly Placed[],
  context: OutcomeContext,
  everyone: readonly LocalityRef[],
): LookupOutcome {
  if (placed.some((place) => place.kind === 'entry' && 'streetsNotLoaded' in place.entry)) {
    return missing(context, 'streetsNotLoaded');
  }
  const first = placed[0];
  if (first === undefined || !placed.every(isElsewhere)) return missing(context, 'zipUnknown');
  return notCovered({ ...context, offices: officesOf(everyone) }, everyone, coveredBy(first));
}

function isElsewhere(place: Placed): boolean {
  return place.kind === 'outside' || (place.kind === 'entry' && 'elsewhere' in place.entry);
}

function coveredBy(place: Placed): { readonly county: string | null; readonly state: string } | null {
  if (place.kind === 'outside') return place.state === null ? null : { county: null, state: place.state };
  if (place.kind === 'nowhere' || !('elsewhere' in place.entry)) return null;
  return place.page.counties[place.entry.elsewhere] ?? null;
}
