// Owns what is in an archive of a release's plain pages: every page, right by its hash, stamped, with a start page. One after
// the other, so that a whole state need not be held at once. Knows no archive format and no disk.

import { err, ok, type Result } from '@/lib/core/result';
import { sha256Hex } from '../bytes';
import { compareText } from '../canonical-json';
import type { Pointer, Sha256Hex } from '../format';
import { objectReader, type ReleaseSource } from '../verified-objects';
import { type PlainPageSource, readManifests } from '../verify-pages';
import { packStart } from './pack-start';
import { type PackStamp, stampedPage } from './stamp';

/** A file of the archive: `{name: 'p/en/index.html', text}`. */
export interface PackFile {
  readonly name: string;
  readonly text: string;
}

/** Where pages and objects come from. */
export type PackSource = ReleaseSource & PlainPageSource;

/** Pages asked for ahead of the one that is being written. */
const AHEAD = 12;

/** Every page, sorted by path; ends with the first that is not right. The error is a sentence that names the file. */
export async function* packFiles(
  source: PackSource,
  pagesRoot: Sha256Hex,
  stamp: PackStamp,
): AsyncGenerator<Result<PackFile, string>> {
  const { pages, problems } = await readManifests(pagesRoot, source);
  const [problem] = problems;
  if (problem !== undefined) {
    yield err(`${problem.file}: ${problem.message}`);
    return;
  }
  yield ok({ name: 'index.html', text: packStart(stamp) });
  const sorted = [...pages].sort(([a], [b]) => compareText(a, b));
  const asked: Promise<Result<PackFile, string>>[] = [];
  for (const [path, hash] of sorted) {
    asked.push(pageOf(source, path, hash, stamp));
    if (asked.length > AHEAD) yield await first(asked);
  }
  while (asked.length > 0) yield await first(asked);
}

async function first<Value>(queue: Promise<Value>[]): Promise<Value> {
  const next = queue.shift();
  if (next === undefined) throw new Error('nothing was asked for');
  return next;
}

async function pageOf(
  source: PlainPageSource,
  path: string,
  hash: Sha256Hex,
  stamp: PackStamp,
): Promise<Result<PackFile, string>> {
  const bytes = await source.page(path);
  if (!bytes.ok) return err(`${path}: ${bytes.error.message}`);
  if ((await sha256Hex(bytes.value)) !== hash)
    return err(`${path}: altered, or of another release. Nothing was written.`);
  const text = stampedPage(new TextDecoder().decode(bytes.value), path, stamp);
  return ok({ name: path.slice(1), text });
}

/** The one clock that a release's places have; null where there are several, or where it cannot be read. */
export async function timeZoneOf(source: ReleaseSource, { root: name }: Pointer): Promise<string | null> {
  const objects = objectReader(source);
  const root = await objects.root(name);
  if (!root.ok) return null;
  const zones = new Set<string | null>();
  for (const pageName of Object.values(root.value.pages)) {
    const page = await objects.page(pageName);
    if (!page.ok) return null;
    const localities = await Promise.all(page.value.localities.map(({ object }) => objects.locality(object)));
    for (const locality of localities) zones.add(locality.ok ? locality.value.timeZone : null);
  }
  const [zone, ...others] = zones;
  return others.length === 0 ? (zone ?? null) : null;
}
