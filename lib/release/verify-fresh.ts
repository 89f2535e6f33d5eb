// Owns checking what is new in a release against the one before it, which was checked when it was new: hashes, links, and
// that nothing it names is missing. For whoever publishes. `verify` looks at everything and needs no release before.

import type { Result } from '@/lib/core/result';
import { checkLocality, checkPage, checkShards, checkTowns, type LinkProblem } from './check-links';
import { objectPath, type Pointer, type Sha256Hex, type Zip3Page } from './format';
import type { ReleaseProblem } from './release-problem';
import { type ObjectError, type ObjectReader, objectReader, type ReleaseSource } from './verified-objects';

/** Objects asked for at once. */
const CONCURRENCY = 16;

/** Problems of the objects that `pointer` leads to and that are not among `known`: [] where there are none. Plain pages
 *  are not looked at. ZIP3 pages are all read, since a new town index speaks of all of them. */
export async function verifyFresh(
  source: Pick<ReleaseSource, 'object'>,
  pointer: Pick<Pointer, 'root'>,
  known: ReadonlySet<Sha256Hex>,
): Promise<readonly ReleaseProblem[]> {
  const check = new FreshCheck(objectReader(source), known);
  await check.release(pointer.root);
  return check.problems;
}

class FreshCheck {
  readonly problems: ReleaseProblem[] = [];
  readonly #read: ObjectReader;
  readonly #known: ReadonlySet<Sha256Hex>;

  constructor(read: ObjectReader, known: ReadonlySet<Sha256Hex>) {
    this.#read = read;
    this.#known = known;
  }

  async release(rootName: Sha256Hex): Promise<void> {
    const root = this.#value(await this.#read.root(rootName));
    if (root === null) return;
    const pages: Zip3Page[] = [];
    await this.#each(Object.entries(root.pages), async ([zip3, name]) => {
      const page = this.#value(await this.#read.page(name));
      if (page === null) return;
      this.#links(name, checkPage(page, zip3, root));
      pages.push(page);
    });
    const localities = [...pages.flatMap((page) => page.localities), ...root.localities];
    await this.#each(localities, async (ref) => {
      if (ref.object === undefined || this.#known.has(ref.object)) return;
      const locality = this.#value(await this.#read.locality(ref.object));
      if (locality !== null) this.#links(ref.object, checkLocality(locality, ref));
    });
    const towns = this.#value(await this.#read.towns(root.towns));
    if (towns !== null && this.problems.length === 0) this.#links(root.towns, checkTowns(towns, pages));
    await this.#shards(pages);
  }

  async #shards(pages: readonly Zip3Page[]): Promise<void> {
    const entries = pages.flatMap((page) =>
      Object.entries(page.zips).flatMap(([zip, entry]) =>
        'shards' in entry && entry.shards.some((name) => !this.#known.has(name))
          ? [[zip, entry.shards] as const]
          : [],
      ),
    );
    await this.#each(entries, async ([zip, names]) => {
      const shards = await Promise.all(names.map(async (name) => this.#value(await this.#read.shard(name))));
      if (shards.every((shard) => shard !== null)) this.#links(names[0] ?? '', checkShards(shards, zip));
    });
  }

  async #each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    for (let at = 0; at < items.length; at += CONCURRENCY) {
      await Promise.all(items.slice(at, at + CONCURRENCY).map(work));
    }
  }

  #value<Value>(result: Result<Value, ObjectError>): Value | null {
    if (result.ok) return result.value;
    const { code, file, message } = result.error;
    this.problems.push({ code, severity: 'error', file, message });
    return null;
  }

  #links(name: Sha256Hex, problems: readonly LinkProblem[]): void {
    for (const problem of problems) {
      this.problems.push({ ...problem, severity: 'error', file: objectPath(name) });
    }
  }
}
