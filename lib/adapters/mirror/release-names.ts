// Owns which objects and pages a release is made of, by walking it from its pointer. What a release that is known to be
// whole has, too, is not walked again: a change in a whole state costs what changed. Bytes come in verified.

import type { Result } from '@/lib/core/result';
import type { Pointer, Sha256Hex } from '@/lib/release/format';
import { objectPath } from '@/lib/release/format';
import { readPageManifest, readPagesRoot } from '@/lib/release/page-manifests';
import { type FormatError, readRoot, readZip3Page } from '@/lib/release/read-objects';
import { MirrorFailure } from './mirror-problem';
import { sideBySide } from './side-by-side';

/** The bytes of an object, right by its name. */
export type LoadObject = (name: Sha256Hex) => Promise<Uint8Array>;

/** What has to be there, and is not known to be. */
export interface ReleaseNames {
  readonly objects: ReadonlySet<Sha256Hex>;
  /** Path -> hash. */
  readonly pages: ReadonlyMap<string, Sha256Hex>;
  /** Pages of the release before that are in this one no more. */
  readonly gonePages: readonly string[];
}

/** Names below a pointer, without those below `before`, a release that is there whole (null: none is). */
export async function releaseNames(
  pointer: Pointer,
  before: Pointer | null,
  load: LoadObject,
): Promise<ReleaseNames> {
  const objects = new Set<Sha256Hex>();
  if (pointer.root !== before?.root) await walkRoot(pointer.root, before?.root ?? null, load, objects);
  const none = { pages: new Map<string, Sha256Hex>(), gonePages: [] };
  if (pointer.pagesRoot === before?.pagesRoot) return { objects, ...none };
  return { objects, ...(await walkPages(pointer.pagesRoot, before?.pagesRoot ?? null, load, objects)) };
}

async function walkRoot(
  name: Sha256Hex,
  beforeName: Sha256Hex | null,
  load: LoadObject,
  objects: Set<Sha256Hex>,
): Promise<void> {
  const root = await read(name, load, readRoot);
  const before = beforeName === null ? null : await read(beforeName, load, readRoot);
  objects.add(name).add(root.towns);
  for (const { object } of root.localities) if (object !== undefined) objects.add(object);
  const changed = Object.entries(root.pages).filter(([zip3, page]) => before?.pages[zip3] !== page);
  await sideBySide(changed, async ([, pageName]) => {
    const page = await read(pageName, load, readZip3Page);
    objects.add(pageName);
    for (const { object } of page.localities) objects.add(object);
    for (const entry of Object.values(page.zips))
      if ('shards' in entry) for (const shard of entry.shards) objects.add(shard);
  });
}

async function walkPages(
  name: Sha256Hex | null,
  beforeName: Sha256Hex | null,
  load: LoadObject,
  objects: Set<Sha256Hex>,
): Promise<Pick<ReleaseNames, 'pages' | 'gonePages'>> {
  const manifests = name === null ? {} : (await read(name, load, readPagesRoot)).manifests;
  const before = beforeName === null ? {} : (await read(beforeName, load, readPagesRoot)).manifests;
  if (name !== null) objects.add(name);
  const [pages, pagesBefore] = [new Map<string, Sha256Hex>(), new Map<string, Sha256Hex>()];
  const differ = [...new Set([...Object.keys(manifests), ...Object.keys(before)])].filter(
    (key) => manifests[key] !== before[key],
  );
  await sideBySide(differ, async (key) => {
    const [now, then] = [manifests[key], before[key]];
    if (now !== undefined) objects.add(now);
    await addPages(now, load, pages);
    await addPages(then, load, pagesBefore);
  });
  const gonePages = [...pagesBefore.keys()].filter((path) => !pages.has(path));
  for (const [path, hash] of pagesBefore) if (pages.get(path) === hash) pages.delete(path);
  return { pages, gonePages };
}

async function addPages(
  name: Sha256Hex | undefined,
  load: LoadObject,
  pages: Map<string, Sha256Hex>,
): Promise<void> {
  if (name === undefined) return;
  const manifest = await read(name, load, readPageManifest);
  for (const [path, hash] of Object.entries(manifest.pages)) pages.set(path, hash);
}

async function read<Value>(
  name: Sha256Hex,
  load: LoadObject,
  reader: (bytes: Uint8Array) => Result<Value, FormatError>,
): Promise<Value> {
  const value = reader(await load(name));
  if (value.ok) return value.value;
  const { message } = value.error;
  throw new MirrorFailure({ code: 'malformed', source: '', file: objectPath(name), message });
}
