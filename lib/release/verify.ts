// Owns checking a whole release: signature, sequence, every file's hash, every link, and that each link
// leads to what it promises. For `levee verify` and mirrors; voters' pages check only what they read.

import { err, type Result } from '@/lib/core/result';
import { checkLocality, checkPage, checkShards, checkTowns, type LinkProblem } from './check-links';
import { objectPath, type Pointer, type Root, type Sha256Hex, type Zip3Page } from './format';
import type { ReleaseProblem, ReleaseProblemCode } from './release-problem';
import { type ObjectError, type ObjectReader, objectReader, type ReleaseSource } from './verified-objects';
import { type PlainPageSource, verifyPages } from './verify-pages';
import { POINTER_FILE, type Trust, verifyPointer } from './verify-pointer';

/** What was found. `pointer` is null where not even that could be believed. */
export interface VerifyReport {
  readonly pointer: Pointer | null;
  readonly keyId: string | null;
  readonly problems: readonly ReleaseProblem[];
  /** Objects read and found right, and their bytes, uncompressed. */
  readonly objects: number;
  readonly objectBytes: number;
  /** Plain pages read and found right. */
  readonly pages: number;
}

/** Check everything that a release's pointer leads to. Objects that nothing leads to are not looked at. */
export async function verifyRelease(
  source: ReleaseSource & Partial<PlainPageSource>,
  trust: Trust,
  now: Date,
  onProgress?: (files: number) => void,
): Promise<VerifyReport> {
  const verified = await readVerifiedPointer(source, trust);
  if (!verified.ok) {
    const problem = { severity: 'error' as const, ...verified.error };
    return { pointer: null, keyId: null, problems: [problem], objects: 0, objectBytes: 0, pages: 0 };
  }
  const { pointer, keyId } = verified.value;
  const walk = new Walk(source, onProgress);
  if (now.getTime() > Date.parse(pointer.expiresAt)) walk.warn('expired', `expired at ${pointer.expiresAt}`);
  await walk.release(pointer);
  if (pointer.pagesRoot !== null) {
    await walk.plainPages(pointer.pagesRoot, await comingPages(source, pointer, trust), source);
  }
  return { pointer, keyId, ...walk.report() };
}

/** The pages of a release that is signed, follows this one, and is not live yet; null where there is none. */
async function comingPages(
  source: Partial<PlainPageSource>,
  { releaseLine, sequence }: Pointer,
  trust: Trust,
): Promise<Sha256Hex | null> {
  const bytes = await source.comingPointer?.();
  const verified = bytes?.ok ? await verifyPointer(bytes.value, trust) : null;
  if (!verified?.ok) return null;
  const coming = verified.value.pointer;
  return coming.releaseLine === releaseLine && coming.sequence > sequence ? coming.pagesRoot : null;
}

async function readVerifiedPointer(source: ReleaseSource, trust: Trust) {
  const bytes = await source.pointer();
  if (!bytes.ok) return err({ ...bytes.error, file: POINTER_FILE });
  const verified = await verifyPointer(bytes.value, trust);
  if (verified.ok) return verified;
  const { code, file, message } = verified.error;
  return err({ code, file, message });
}

/** Objects asked for at once: a mirror over HTTP is not to be flooded by its own checker. */
const CONCURRENCY = 16;

class Walk {
  readonly #problems: ReleaseProblem[] = [];
  readonly #sizes = new Map<Sha256Hex, number>();
  readonly #read: ObjectReader;
  readonly #counted: ReleaseSource;
  readonly #onProgress: ((files: number) => void) | undefined;
  #pagesRight = 0;

  constructor(source: ReleaseSource, onProgress: ((files: number) => void) | undefined) {
    this.#onProgress = onProgress;
    this.#counted = {
      pointer: () => source.pointer(),
      object: async (name) => {
        const bytes = await source.object(name);
        if (bytes.ok) this.#sizes.set(name, bytes.value.length);
        onProgress?.(this.#sizes.size);
        return bytes;
      },
    };
    this.#read = objectReader(this.#counted);
  }

  async plainPages(
    pagesRoot: Sha256Hex,
    comingRoot: Sha256Hex | null,
    source: Partial<PlainPageSource>,
  ): Promise<void> {
    const page = source.page?.bind(source);
    const counted = page === undefined ? this.#counted : { ...this.#counted, page };
    const { pages, problems } = await verifyPages(pagesRoot, comingRoot, counted, (done) =>
      this.#onProgress?.(this.#sizes.size + done),
    );
    this.#pagesRight = pages;
    this.#problems.push(...problems);
  }

  async release(pointer: Pointer): Promise<void> {
    const root = this.#value(await this.#read.root(pointer.root));
    if (root === null) return;
    const pages = await this.#pages(root);
    await this.#localities(root, pages);
    const towns = this.#value(await this.#read.towns(root.towns));
    // A page that could not be read is one problem, not one for each of its towns.
    const hasAllPages = pages.length === Object.keys(root.pages).length;
    if (towns !== null && hasAllPages) this.#links(root.towns, checkTowns(towns, pages));
    await this.#shards(pages);
  }

  warn(code: ReleaseProblemCode, message: string): void {
    this.#problems.push({ code, severity: 'warning', file: POINTER_FILE, message });
  }

  report(): Omit<VerifyReport, 'pointer' | 'keyId'> {
    const sizes = [...this.#sizes.values()];
    const problems = [...this.#problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    return {
      problems,
      objects: sizes.length,
      objectBytes: sizes.reduce((sum, size) => sum + size, 0),
      pages: this.#pagesRight,
    };
  }

  async #pages(root: Root): Promise<readonly Zip3Page[]> {
    const pages = await inBatches(Object.entries(root.pages), async ([zip3, name]) => {
      const page = this.#value(await this.#read.page(name));
      if (page !== null) this.#links(name, checkPage(page, zip3, root));
      return page;
    });
    return pages.filter((page) => page !== null);
  }

  async #localities(root: Root, pages: readonly Zip3Page[]): Promise<void> {
    const named = new Map<Sha256Hex, { readonly officeId: string; readonly id: string }>();
    for (const page of pages) for (const ref of page.localities) named.set(ref.object, ref);
    for (const ref of root.localities) if (ref.object !== undefined) named.set(ref.object, ref);
    await inBatches([...named], async ([name, ref]) => {
      const locality = this.#value(await this.#read.locality(name));
      if (locality !== null) this.#links(name, checkLocality(locality, ref));
    });
  }

  async #shards(pages: readonly Zip3Page[]): Promise<void> {
    const entries = pages.flatMap((page) =>
      Object.entries(page.zips).flatMap(([zip, entry]) =>
        'shards' in entry ? [[zip, entry.shards] as const] : [],
      ),
    );
    await inBatches(entries, async ([zip, names]) => {
      const shards = await Promise.all(names.map(async (name) => this.#value(await this.#read.shard(name))));
      const first = names[0];
      if (first !== undefined && shards.every((shard) => shard !== null)) {
        this.#links(first, checkShards(shards, zip));
      }
    });
  }

  #value<Value>(result: Result<Value, ObjectError>): Value | null {
    if (result.ok) return result.value;
    const { code, file, message } = result.error;
    this.#problems.push({ code, severity: 'error', file, message });
    return null;
  }

  #links(name: Sha256Hex, problems: readonly LinkProblem[]): void {
    for (const problem of problems) {
      this.#problems.push({ ...problem, severity: 'error', file: objectPath(name) });
    }
  }
}

async function inBatches<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (let at = 0; at < items.length; at += CONCURRENCY) {
    done.push(...(await Promise.all(items.slice(at, at + CONCURRENCY).map(work))));
  }
  return done;
}
