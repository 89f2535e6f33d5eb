// Owns reading a release from end to end: pointer, root, page, shard, answer. Ships to voters.
// An address never leaves it: only names of objects are asked for. Unverified bytes never answer.

import { type Address, readAddress } from '@/lib/core/address/read-address';
import { findTown } from '@/lib/core/address/town';
import { lookup } from '@/lib/core/lookup/lookup';
import type { CannotCheckReason, LookupOutcome } from '@/lib/core/lookup/outcome';
import type { Shard } from '@/lib/core/lookup/shard';
import { err, ok, type Result } from '@/lib/core/result';
import type { LocalityObject, LocalityRef, Pointer, Root, Sha256Hex, Zip3Page, ZipEntry } from './format';
import {
  cannotCheck,
  elsewhereState,
  missing,
  notCovered,
  type OutcomeContext,
  officesOf,
  understoodSoFar,
  unreadable,
} from './outcomes';
import { readTowns, type Town, townsByKey } from './town-directory';
import { type ObjectError, type ObjectReader, objectReader, type ReleaseSource } from './verified-objects';
import { POINTER_FILE, type PointerErrorCode, type Trust, verifyPointer } from './verify-pointer';

/** Why a release cannot be read. `code` is what a voter's answer carries; `detail` is for people who fix it. */
export interface OpenError {
  readonly code: CannotCheckReason;
  readonly detail: PointerErrorCode | ObjectError['code'];
  readonly file: string;
  readonly message: string;
}

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
  const { pointer, keyId, revokedKeyIds } = verified.value;
  const objects = objectReader(source);
  const root = await objects.root(pointer.root);
  if (!root.ok) {
    const { code, reason, file, message } = root.error;
    return err({ code: reason, detail: code, file, message });
  }
  const reader = new ReleaseReader(pointer, root.value, objects);
  return ok({
    pointer,
    keyId,
    revokedKeyIds,
    ageMs: now.getTime() - Date.parse(pointer.issuedAt),
    expired: now.getTime() > Date.parse(pointer.expiresAt),
    localities: root.value.localities,
    prefetchZip3: async (zip3) => void (await reader.page(zip3)),
    prefetchZip: async (zip) => void (await reader.shardsOf(zip)),
    prefetchTowns: async () => void (await reader.prefetchTowns()),
    streetsOf: (zip) => reader.streetsOf(zip),
    towns: () => reader.towns(),
    localitiesOf: (zip) => reader.localitiesOf(zip),
    answer: (text, at) => reader.answer(text, at),
  });
}

/** Where a ZIP is answered: its entry and the page that has it; `outside` where the root alone answers. */
type Placed =
  | { readonly kind: 'entry'; readonly page: Zip3Page; readonly entry: ZipEntry }
  | { readonly kind: 'outside'; readonly state: string | null }
  | { readonly kind: 'nowhere' };

class ReleaseReader {
  readonly #pointer: Pointer;
  readonly #root: Root;
  readonly #objects: ObjectReader;

  constructor(pointer: Pointer, root: Root, objects: ObjectReader) {
    this.#pointer = pointer;
    this.#root = root;
    this.#objects = objects;
  }

  /** null where the root names no page for the ZIP3. */
  async page(zip3: string): Promise<Result<Zip3Page | null, ObjectError>> {
    const name = own(this.#root.pages, zip3);
    return name === undefined ? ok(null) : this.#objects.page(name);
  }

  async shardsOf(zip: string): Promise<Result<readonly Shard[], ObjectError>> {
    const placed = await this.#place(zip);
    if (!placed.ok) return placed;
    return placed.value.kind === 'entry' ? this.#shardsOfEntry(placed.value.entry) : ok([]);
  }

  async streetsOf(zip: string): Promise<Result<readonly StreetName[], ObjectError>> {
    const shards = await this.shardsOf(zip);
    return shards.ok ? ok(streetNames(shards.value)) : shards;
  }

  async towns(): Promise<Result<readonly Town[], ObjectError>> {
    const index = await this.#objects.towns(this.#root.towns);
    return index.ok ? ok(readTowns(index.value)) : index;
  }

  /** Side by side, so that an address without a ZIP still takes two round trips. */
  async prefetchTowns(): Promise<void> {
    const pages = Object.keys(this.#root.pages).map((zip3) => this.page(zip3));
    await Promise.all([this.towns(), ...pages]);
  }

  async localitiesOf(zip: string): Promise<Result<readonly LocalityObject[], ObjectError>> {
    const placed = await this.#place(zip);
    if (!placed.ok) return placed;
    if (placed.value.kind !== 'entry') return ok([]);
    const { page, entry } = placed.value;
    const names = indexesOf(entry).flatMap((index) => page.localities[index]?.object ?? []);
    return all(names.map((name) => this.#objects.locality(name)));
  }

  async answer(text: string, now: Date): Promise<LookupOutcome> {
    const reading = readAddress(text);
    if (reading.kind === 'unreadable') {
      return unreadable(this.#context(null, reading.zip, this.#root.localities), reading.reason);
    }
    const { address } = reading;
    return address.zip === null
      ? this.#answerByTown(address, now)
      : this.#answerByZips(address, [address.zip], now);
  }

  async #answerByTown(address: Address, now: Date): Promise<LookupOutcome> {
    await this.prefetchTowns();
    const towns = await this.towns();
    if (!towns.ok) return this.#cannotCheck(address, towns.error.reason, this.#root.localities);
    const zips = findTown(address, townsByKey(towns.value));
    if (zips === null) {
      return unreadable(this.#context(address, null, this.#root.localities), 'noZipOrTown');
    }
    return this.#answerByZips(address, zips, now);
  }

  async #answerByZips(address: Address, zips: readonly string[], now: Date): Promise<LookupOutcome> {
    const placed = await all(zips.map((zip) => this.#place(zip)));
    if (!placed.ok) return this.#cannotCheck(address, placed.error.reason, this.#root.localities);
    const localities = this.#localitiesAt(placed.value);
    const shards = await all(
      placed.value.map((place) => (place.kind === 'entry' ? this.#shardsOfEntry(place.entry) : ok([]))),
    );
    if (!shards.ok) return this.#cannotCheck(address, shards.error.reason, localities);
    const found = shards.value.flat();
    if (found.length === 0) return this.#withoutStreets(address, placed.value, localities);
    const { issuedAt: asOf, sequence, notices } = this.#pointer;
    return lookup(address, found, { now, asOf, sequence, notices });
  }

  #withoutStreets(
    address: Address,
    placed: readonly Placed[],
    localities: readonly LocalityRef[],
  ): LookupOutcome {
    const context = this.#context(address, null, localities);
    const entries = placed.flatMap((place) => (place.kind === 'entry' ? [place.entry] : []));
    if (entries.some((entry) => 'streetsNotLoaded' in entry)) return missing(context, 'streetsNotLoaded');
    const first = placed[0];
    const wholly = placed.every(isElsewhere);
    if (first === undefined || !wholly) return missing(context, 'zipUnknown');
    const nobody = { ...context, offices: [] };
    if (first.kind === 'outside') {
      return notCovered(nobody, first.state === null ? null : { county: null, state: first.state });
    }
    const county =
      first.kind === 'entry' && 'elsewhere' in first.entry
        ? first.page.counties[first.entry.elsewhere]
        : null;
    return notCovered(nobody, county ?? null);
  }

  async #place(zip: string): Promise<Result<Placed, ObjectError>> {
    const zip3 = zip.slice(0, 3);
    const page = await this.page(zip3);
    if (!page.ok) return page;
    if (page.value === null) {
      const elsewhere = elsewhereState(this.#root, zip3);
      return ok(elsewhere === null ? { kind: 'nowhere' } : { kind: 'outside', state: elsewhere.state });
    }
    const entry = own(page.value.zips, zip);
    return ok(entry === undefined ? { kind: 'nowhere' } : { kind: 'entry', page: page.value, entry });
  }

  #shardsOfEntry(entry: ZipEntry): Promise<Result<readonly Shard[], ObjectError>> {
    const names: readonly Sha256Hex[] = 'shards' in entry ? entry.shards : [];
    return all(names.map((name) => this.#objects.shard(name)));
  }

  /** Whom to call about these ZIPs; everyone, where nothing tells. */
  #localitiesAt(placed: readonly Placed[]): readonly LocalityRef[] {
    const ids = new Set(
      placed.flatMap((place) =>
        place.kind === 'entry'
          ? indexesOf(place.entry).map((index) => localityId(place.page.localities[index]))
          : [],
      ),
    );
    const here = this.#root.localities.filter((ref) => ids.has(localityId(ref)));
    return here.length > 0 ? here : this.#root.localities;
  }

  #context(address: Address | null, zip: string | null, localities: readonly LocalityRef[]): OutcomeContext {
    return {
      understood: understoodSoFar(address, zip),
      offices: officesOf(localities),
      pointer: this.#pointer,
    };
  }

  #cannotCheck(
    address: Address,
    reason: CannotCheckReason,
    localities: readonly LocalityRef[],
  ): LookupOutcome {
    return cannotCheck(this.#context(address, null, localities), reason);
  }
}

function isElsewhere(place: Placed): boolean {
  return place.kind === 'outside' || (place.kind === 'entry' && 'elsewhere' in place.entry);
}

function indexesOf(entry: ZipEntry): readonly number[] {
  if ('shards' in entry) return entry.localities;
  if ('unknown' in entry) return entry.unknown;
  return 'streetsNotLoaded' in entry ? entry.streetsNotLoaded : [];
}

function localityId(ref: { readonly officeId: string; readonly id: string } | undefined): string {
  return ref === undefined ? '' : `${ref.officeId}\t${ref.id}`;
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

/** All values, or the first failure: part of the data is never taken for the whole. */
async function all<Value, Failure>(
  results: readonly (Result<Value, Failure> | Promise<Result<Value, Failure>>)[],
): Promise<Result<readonly Value[], Failure>> {
  const values: Value[] = [];
  for (const result of await Promise.all(results)) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

/** Own members only: a ZIP3 is digits, but nothing typed reaches a prototype. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
