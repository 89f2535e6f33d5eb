// Owns which files of a release answer for a whole county, and which of them a device already has. Reads the small
// files that lead to the others, by name only; decides no answer and keeps nothing.

import { ok, type Result } from '@/lib/core/result';
import type { Root, Sha256Hex } from '@/lib/release/format';
import {
  type LocalityKey,
  localitiesIn,
  localityKey,
  type NamedPage,
  objectsByLocality,
} from '@/lib/release/locality-objects';
import type { ObjectError, ObjectReader } from '@/lib/release/verified-objects';

/** A ZIP, the page that has it, and every object an answer in it is made of: shards, then offices. */
export interface ZipFiles {
  readonly zip: string;
  readonly page: Sha256Hex;
  readonly shards: readonly Sha256Hex[];
  readonly offices: readonly Sha256Hex[];
}

/** A release's ZIPs, as far as its pages could be read. */
export interface ReleaseFiles {
  readonly root: Root;
  readonly rootName: Sha256Hex;
  readonly zips: readonly ZipFiles[];
  readonly pages: readonly NamedPage[];
}

/** Reads the root and those of its pages that `wanted` picks (ZIP3, name). The first failure ends it. */
export async function releaseFiles(
  objects: Pick<ObjectReader, 'root' | 'page'>,
  rootName: Sha256Hex,
  wanted: (zip3: string, name: Sha256Hex) => boolean,
): Promise<Result<ReleaseFiles, ObjectError>> {
  const root = await objects.root(rootName);
  if (!root.ok) return root;
  const names = Object.entries(root.value.pages)
    .filter(([zip3, name]) => wanted(zip3, name))
    .map(([, name]) => name);
  const read = await Promise.all(names.map((name) => objects.page(name)));
  const pages: NamedPage[] = [];
  for (const [index, page] of read.entries()) {
    if (!page.ok) return page;
    pages.push({ name: names[index] ?? '', page: page.value });
  }
  return ok({ root: root.value, rootName, zips: pages.flatMap(zipsOn), pages });
}

function zipsOn({ name, page }: NamedPage): readonly ZipFiles[] {
  return Object.entries(page.zips).map(([zip, entry]) => ({
    zip,
    page: name,
    shards: 'shards' in entry ? entry.shards : [],
    offices: localitiesIn(entry, page).map(({ object }) => object),
  }));
}

/** Every object that an address in the county needs, the root first. Each name once. */
export function countyNames(files: ReleaseFiles, locality: LocalityKey): readonly Sha256Hex[] {
  const own = objectsByLocality(files.root, files.pages).get(localityKey(locality)) ?? [];
  return [...new Set([files.rootName, ...own])];
}

/** The ZIPs that can be answered from a set of objects: those of which no part is missing. */
export function wholeZips(files: ReleaseFiles, kept: ReadonlySet<Sha256Hex>): readonly ZipFiles[] {
  return files.zips.filter(
    ({ page, shards }) => shards.length > 0 && kept.has(page) && shards.every((name) => kept.has(name)),
  );
}
