// Owns reading a release from end to end: pointer, root, page, shard, answer. Ships to voters.
// An address never leaves it: only names of objects are asked for. Unverified bytes never answer.

import type { CannotCheckReason, LookupOutcome } from '@/lib/core/lookup/outcome';
import type { Shard } from '@/lib/core/lookup/shard';
import { err, ok, type Result } from '@/lib/core/result';
import { Answerer } from './answerer';
import type { LocalityObject, LocalityRef, Pointer } from './format';
import type { Town } from './town-directory';
import { type ObjectError, type ObjectReader, objectReader, type ReleaseSource } from './verified-objects';
import {
  POINTER_FILE,
  type PointerErrorCode,
  type Trust,
  type VerifiedPointer,
  verifyPointer,
} from './verify-pointer';
import { ZipFinder } from './zip-finder';

/** Why a release cannot be read. `code` is what a voter's answer carries; `detail` is for people who fix it. */
export interface OpenError {
  readonly code: CannotCheckReason;
  readonly detail: PointerErrorCode | ObjectError['code'];
  readonly file: string;
  readonly message: string;
}

/** `{street: 'LAKE ST S', city: 'CAREY'}`, as the office spells both. */
export interface StreetName {
  readonly street: string;
  readonly city: string;
}

/** A release whose pointer and root have been verified. */
export interface OpenRelease {
  readonly pointer: Pointer;
  /** Remember both: `pointer.sequence` as the highest of its line, and the keys that are revoked by now. */
  readonly revokedKeyIds: readonly string[];
  readonly keyId: string;
  /** Since the office host last confirmed the data. Older than 30 minutes is worth saying. */
  readonly ageMs: number;
  /** Past its `expiresAt`: still answers, with a warning. */
  readonly expired: boolean;
  readonly localities: readonly LocalityRef[];
  /** Fetch ahead while the voter types; failures show at the answer. */
  prefetchZip3(zip3: string): Promise<void>;
  prefetchZip(zip: string): Promise<void>;
  prefetchTowns(): Promise<void>;
  /** The ZIP's streets as the offices write them, sorted; [] where the ZIP has none here. */
  streetsOf(zip: string): Promise<Result<readonly StreetName[], ObjectError>>;
  towns(): Promise<Result<readonly Town[], ObjectError>>;
  /** What the offices of a ZIP say of themselves. */
  localitiesOf(zip: string): Promise<Result<readonly LocalityObject[], ObjectError>>;
  /** The answer to a typed address. Never throws for bytes that are missing or wrong: `cannotCheck`. */
  answer(text: string, now: Date): Promise<LookupOutcome>;
}

/** Fetch and verify pointer and root. Two round trips. */
export async function openRelease(
  source: ReleaseSource,
  trust: Trust,
  now: Date,
): Promise<Result<OpenRelease, OpenError>> {
  const bytes = await source.pointer();
  if (!bytes.ok) {
    return err({
      code: 'unreachable',
      detail: bytes.error.code,
      file: POINTER_FILE,
      message: bytes.error.message,
    });
  }
  const verified = await verifyPointer(bytes.value, trust);
  if (!verified.ok) {
    const { code, reason, file, message } = verified.error;
    return err({ code: reason, detail: code, file, message });
  }
  return openVerified(verified.value, objectReader(source), now);
}

/** The same from a pointer that has been verified. `objects` may have read other releases before: what did not change
 *  since is not fetched again. One round trip, or none. */
export async function openVerified(
  { pointer, keyId, revokedKeyIds }: VerifiedPointer,
  objects: ObjectReader,
  now: Date,
): Promise<Result<OpenRelease, OpenError>> {
  const root = await objects.root(pointer.root);
  if (!root.ok) {
    const { code, reason, file, message } = root.error;
    return err({ code: reason, detail: code, file, message });
  }
  const finder = new ZipFinder(root.value, objects);
  const answerer = new Answerer(pointer, finder);
  return ok({
    pointer,
    keyId,
    revokedKeyIds,
    ageMs: now.getTime() - Date.parse(pointer.issuedAt),
    expired: now.getTime() > Date.parse(pointer.expiresAt),
    localities: root.value.localities,
    prefetchZip3: async (zip3) => void (await finder.page(zip3)),
    prefetchZip: async (zip) => void (await finder.shardsOf(zip)),
    prefetchTowns: async () => void (await finder.prefetchTowns()),
    streetsOf: async (zip) => {
      const shards = await finder.shardsOf(zip);
      return shards.ok ? ok(streetNames(shards.value)) : shards;
    },
    towns: () => finder.towns(),
    localitiesOf: (zip) => finder.localitiesOf(zip),
    answer: (text, at) => answerer.answer(text, at),
  });
}

function streetNames(shards: readonly Shard[]): readonly StreetName[] {
  const names = new Map<string, StreetName>();
  for (const { layers } of shards) {
    for (const layer of layers) {
      for (const { name, city } of layer.streets) {
        const town = layer.cities[city] ?? '';
        if (name !== '*') names.set(`${name}\t${town}`, { street: name, city: town });
      }
    }
  }
  return [...names].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, street]) => street);
}
