// Owns serving a release's files straight from the stores, where there is no folder: which names there are is known from
// the plans, so that a flood of made-up names costs the stores nothing. Knows no request.

import type { Sha256Hex } from '@/lib/release/format';
import type { OfficePorts } from '../ports/office-ports';
import { history } from './history';
import { getJson } from './json-blobs';
import { planSchema } from './plan';
import { livePointer } from './pointer';
import type { ReleasePointer } from './release-record';
import { rememberedBlobs } from './remembered-blobs';
import { objectBlob, pageBlob, storedManifest, storedManifests } from './stored-release';

/** All null: there is no such file. They throw `StoreError`. */
export interface LiveFiles {
  pointer(): Promise<Uint8Array | null>;
  object(name: Sha256Hex): Promise<Uint8Array | null>;
  /** `/p/en/index.html`. */
  page(path: string): Promise<Uint8Array | null>;
}

/** The pointer is read no more often: it is asked for by every reader that no edge stands before. Publishing waits as
 *  long before it says that voters see a change. */
export const POINTER_REMEMBERED_MS = 1_000;

/** Readers may be in the middle of an earlier release. A sweep keeps as many. */
export const RELEASES_KEPT = 20;

/** A state's answers are a few megabytes. Where a CDN keys by query, a flood of queries asks a server for the same few files. */
const REMEMBERED_BYTES = 32 * 1_048_576;

/** Files of what is live in these stores. Remembers what cannot change. */
export function liveFiles(ports: OfficePorts): LiveFiles {
  const pointer = remembered(ports);
  const known = knownObjects(ports);
  const paths = pagePaths(ports);
  const blob = rememberedBlobs((name) => ports.blobs.get(name), REMEMBERED_BYTES);
  return {
    pointer: async () => {
      const live = await pointer();
      return live === null ? null : new TextEncoder().encode(live.text);
    },
    object: async (name) => {
      const live = await pointer();
      if (live === null || !(await known(live)).has(name)) return null;
      return blob(objectBlob(name));
    },
    page: async (path) => {
      const live = await pointer();
      const hash = live === null ? undefined : await paths(live.pagesRoot, path);
      return hash === undefined ? null : blob(pageBlob(hash));
    },
  };
}

function remembered(ports: OfficePorts): () => Promise<ReleasePointer | null> {
  let read: { readonly atMs: number; readonly pointer: Promise<ReleasePointer | null> } | null = null;
  return () => {
    const atMs = ports.now().getTime();
    if (read === null || atMs - read.atMs >= POINTER_REMEMBERED_MS) {
      const pointer = livePointer(ports).then((live) => live?.value ?? null);
      read = { atMs, pointer };
      pointer.catch(() => {
        read = null;
      });
    }
    return read.pointer;
  };
}

function knownObjects(ports: OfficePorts): (live: ReleasePointer) => Promise<ReadonlySet<Sha256Hex>> {
  const byPlan = new Map<string, readonly Sha256Hex[]>();
  let all: { readonly plan: string; readonly names: ReadonlySet<Sha256Hex> } | null = null;
  return async (live) => {
    if (all?.plan === live.plan) return all.names;
    const entries = await history(ports, { officeId: null, limit: RELEASES_KEPT });
    const plans = new Set([live.plan, ...entries.map(({ plan }) => plan)]);
    for (const plan of plans) {
      if (!byPlan.has(plan)) byPlan.set(plan, (await getJson(ports.blobs, plan, planSchema)).objects);
    }
    for (const plan of byPlan.keys()) if (!plans.has(plan)) byPlan.delete(plan);
    const names = new Set([...byPlan.values()].flat());
    all = { plan: live.plan, names };
    return names;
  };
}

function pagePaths(
  ports: OfficePorts,
): (pagesRoot: Sha256Hex | null, path: string) => Promise<Sha256Hex | undefined> {
  let root: {
    readonly name: Sha256Hex | null;
    readonly manifests: Promise<ReadonlyMap<string, Sha256Hex>>;
  } | null = null;
  const read = new Map<Sha256Hex, Promise<ReadonlyMap<string, Sha256Hex>>>();
  const manifest = (name: Sha256Hex) => {
    const known = read.get(name) ?? storedManifest(ports.blobs, name);
    read.set(name, known);
    known.catch(() => read.delete(name));
    return known;
  };
  return async (pagesRoot, path) => {
    if (root?.name !== pagesRoot) {
      root = { name: pagesRoot, manifests: storedManifests(ports.blobs, pagesRoot) };
      root.manifests.catch(() => {
        root = null;
      });
    }
    const manifests = await root.manifests;
    const standing = new Set(manifests.values());
    for (const name of read.keys()) if (!standing.has(name)) read.delete(name);
    for (const [name, object] of manifests) {
      if (!mayHold(name, path)) continue;
      const hash = (await manifest(object)).get(path);
      if (hash !== undefined) return hash;
    }
    return undefined;
  };
}

/** Whether a manifest may name a page: those of ZIPs stand in the ZIP's own, a place's in one of the counties'. */
function mayHold(manifest: string, path: string): boolean {
  const zip = /\/zip-(\d{5})/.exec(path)?.[1];
  if (zip !== undefined) return manifest === `zip-${zip}`;
  if (/\/(place|county)-/.test(path)) return manifest.startsWith('county-');
  return manifest === 'rest';
}
