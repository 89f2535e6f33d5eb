// Owns what a sweep has found to be named so far, and its way into a blob and back, so that another process can go on with it.
// Knows no kind of blob.

import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import type { OfficePorts } from '../ports/office-ports';

/** `kept`: names that stay; `uploads/7Qk…/` is all below it. `toLook`: those of them that name others, and have not been looked
 *  into yet. `looked`: manifests of pages that have been. `releases`: `<root> <pagesRoot>` of the releases that stay. */
export interface Found {
  readonly kept: Set<string>;
  readonly toLook: Set<string>;
  readonly looked: Set<string>;
  readonly releases: Set<string>;
}

const schema = z.object({
  kept: z.array(z.string()),
  toLook: z.array(z.string()),
  looked: z.array(z.string()),
  releases: z.array(z.string()),
});

export function nothingFound(): Found {
  return { kept: new Set(), toLook: new Set(), looked: new Set(), releases: new Set() };
}

/** It stays, and so does what it names. */
export function keepAndLook({ kept, toLook }: Found, name: string): void {
  if (!kept.has(name)) toLook.add(name);
  kept.add(name);
}

/** Whether a blob stays: its own name is kept, or all below its folder. */
export function isKept({ kept }: Found, name: string): boolean {
  return kept.has(name) || kept.has(name.slice(0, name.lastIndexOf('/') + 1));
}

/** Gives the blob's name: `sweep/<id>`. */
export async function storeFound({ blobs, newId }: OfficePorts, found: Found): Promise<string> {
  const value = Object.fromEntries(Object.entries(found).map(([key, names]) => [key, [...names]]));
  const name = `sweep/${newId()}`;
  await blobs.put(name, gzipSync(strToU8(JSON.stringify(value)), { mtime: 0, level: 4 }));
  return name;
}

/** null: it is gone. Throws `StoreError`. */
export async function loadFound({ blobs }: OfficePorts, name: string): Promise<Found | null> {
  const bytes = await blobs.get(name);
  if (bytes === null) return null;
  const { kept, toLook, looked, releases } = schema.parse(JSON.parse(strFromU8(gunzipSync(bytes))));
  return {
    kept: new Set(kept),
    toLook: new Set(toLook),
    looked: new Set(looked),
    releases: new Set(releases),
  };
}
