// Owns the way from a ZIP to its shards and offices: root, page, entry, shards, each verified. Ships to voters.
// Must not know addresses.

import type { Shard } from '@/lib/core/lookup/shard';
import { ok, type Result } from '@/lib/core/result';
import type { LocalityObject, LocalityRef, Root, Zip3Page, ZipEntry } from './format';
import { localitiesIn, localityKey } from './locality-objects';
import { TownFinder } from './named-town';
import { elsewhereState } from './outcomes';
import { readTowns, type Town } from './town-directory';
import type { ObjectError, ObjectReader } from './verified-objects';

/** Where a ZIP is answered: its entry and the page that has it; `outside` where the root alone puts it elsewhere. */
export type Placed =
  | { readonly kind: 'entry'; readonly page: Zip3Page; readonly entry: ZipEntry }
  | { readonly kind: 'outside'; readonly state: string | null }
  | { readonly kind: 'nowhere' };

/** Reads what a release has of a ZIP. Failures of bytes are Results; each object is fetched once. */
export class ZipFinder {
  readonly root: Root;
  readonly #objects: ObjectReader;
  #townFinder: TownFinder | null = null;

  constructor(root: Root, objects: ObjectReader) {
    this.root = root;
    this.#objects = objects;
  }

  /** null where the root names no page for the ZIP3. */
  async page(zip3: string): Promise<Result<Zip3Page | null, ObjectError>> {
    const name = own(this.root.pages, zip3);
    return name === undefined ? ok(null) : this.#objects.page(name);
  }

  async place(zip: string): Promise<Result<Placed, ObjectError>> {
    const zip3 = zip.slice(0, 3);
    const page = await this.page(zip3);
    if (!page.ok) return page;
    if (page.value === null) {
      const elsewhere = elsewhereState(this.root, zip3);
      return ok(elsewhere === null ? { kind: 'nowhere' } : { kind: 'outside', state: elsewhere.state });
    }
    const entry = own(page.value.zips, zip);
    return ok(entry === undefined ? { kind: 'nowhere' } : { kind: 'entry', page: page.value, entry });
  }

  /** All shards of a placed ZIP, or the first failure: part of a ZIP is never taken for the whole. */
  async shards(placed: Placed): Promise<Result<readonly Shard[], ObjectError>> {
    if (placed.kind !== 'entry' || !('shards' in placed.entry)) return ok([]);
    return allOrFirstError(placed.entry.shards.map((name) => this.#objects.shard(name)));
  }

  async shardsOf(zip: string): Promise<Result<readonly Shard[], ObjectError>> {
    const placed = await this.place(zip);
    return placed.ok ? this.shards(placed.value) : placed;
  }

  async localitiesOf(zip: string): Promise<Result<readonly LocalityObject[], ObjectError>> {
    const placed = await this.place(zip);
    if (!placed.ok) return placed;
    if (placed.value.kind !== 'entry') return ok([]);
    const { page, entry } = placed.value;
    return allOrFirstError(localitiesIn(entry, page).map(({ object }) => this.#objects.locality(object)));
  }

  /** Whom to call about these ZIPs; everyone, where nothing tells. */
  localitiesAt(placed: readonly Placed[]): readonly LocalityRef[] {
    const ids = new Set(
      placed.flatMap((place) =>
        place.kind === 'entry' ? localitiesIn(place.entry, place.page).map(localityKey) : [],
      ),
    );
    const here = this.root.localities.filter((ref) => ids.has(localityKey(ref)));
    return here.length > 0 ? here : this.root.localities;
  }

  async towns(): Promise<Result<readonly Town[], ObjectError>> {
    const index = await this.#objects.towns(this.root.towns);
    return index.ok ? ok(readTowns(index.value)) : index;
  }

  /** Made once: a state has a thousand towns. */
  async townFinder(): Promise<Result<TownFinder, ObjectError>> {
    if (this.#townFinder !== null) return ok(this.#townFinder);
    const towns = await this.towns();
    if (!towns.ok) return towns;
    this.#townFinder = new TownFinder(towns.value);
    return ok(this.#townFinder);
  }

  /** Town index and pages side by side, so that an address without a ZIP still takes two round trips. */
  async prefetchTowns(): Promise<void> {
    const pages = Object.keys(this.root.pages).map((zip3) => this.page(zip3));
    await Promise.all([this.towns(), ...pages]);
  }
}

/** All values, or the first failure. */
export async function allOrFirstError<Value, Failure>(
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
