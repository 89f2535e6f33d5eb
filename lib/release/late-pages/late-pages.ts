// Owns rewriting a release's plain pages for other late changes, where there are only the release's own files: pages are made
// anew where that provably gives what the compiler gives, and get a box below their heading elsewhere (docs/adr/0032).

import { noticesAbout } from '@/lib/core/lookup/notices-about';
import type { Notice } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { type Language, languages } from '@/lib/messages/languages';
import { isPracticeOffice } from '@/lib/view/practice';
import { sha256Hex } from '../bytes';
import { canonicalBytes, canonicalJson } from '../canonical-json';
import { sortedNotices } from '../compile';
import { objectPath, type Pointer, type Sha256Hex } from '../format';
import { type PageManifest, type PagesRoot, readPageManifest, readPagesRoot } from '../page-manifests';
import { placePagePath } from '../page-paths';
import { answerViews } from '../plain-pages/answer-cells';
import type { Site } from '../plain-pages/frame';
import { type PageGroup, pageGroups } from '../plain-pages/page-groups';
import { startPagePath } from '../start-page-path';
import { fetchObject, type ReleaseSource } from '../verified-objects';
import type { PlainPageSource } from '../verify-pages';
import { lateBox, patchedPage } from './patch-page';
import type { ReleaseContents } from './read-release';

/** What has to be written beside the pointer. */
export interface LatePages {
  readonly pagesRoot: Sha256Hex | null;
  readonly objects: ReadonlyMap<Sha256Hex, Uint8Array>;
  /** Changed pages, by path. */
  readonly put: ReadonlyMap<string, Uint8Array>;
  /** Paths of all pages that there are then. */
  readonly all: ReadonlySet<string>;
  /** Pages that could only get a box. */
  readonly patched: number;
  /** Pages that the compiler wrote with a late change which is no more: they still show what it changed. */
  readonly stale: number;
}

interface Change {
  readonly pointer: Pointer;
  readonly contents: ReleaseContents;
  readonly before: readonly Notice[];
  readonly after: readonly Notice[];
}

type From = ReleaseSource & PlainPageSource;

/** The pages of `after` in place of those of `before`. The error is a sentence that names the file. */
export async function latePages(from: From, change: Change): Promise<Result<LatePages, string>> {
  const { pagesRoot } = change.pointer;
  if (pagesRoot === null) return ok({ ...NOTHING, pagesRoot });
  const manifests = await readManifests(from, pagesRoot);
  if (!manifests.ok) return manifests;
  const site = await siteOf(from, change.contents, manifests.value);
  const groups = [change.before, change.after].map((notices) => groupsOf(change.contents, notices, site));
  const work: Work = { from, change, site, put: new Map(), patched: 0, stale: 0 };
  const objects = new Map<Sha256Hex, Uint8Array>();
  const names: Record<string, Sha256Hex> = {};
  const all = new Set<string>();
  for (const [manifest, { object, pages }] of manifests.value) {
    const [before, after] = groups.map((each) => each.get(manifest));
    const next = await nextPages(work, pages, before, after);
    if (!next.ok) return next;
    for (const path of Object.keys(next.value)) all.add(path);
    names[manifest] =
      next.value === pages ? object : await add(objects, { kind: 'pageManifest', pages: next.value });
  }
  const root = await add(objects, { kind: 'pages', manifests: names } satisfies PagesRoot);
  const { put, patched, stale } = work;
  return ok({ pagesRoot: root, objects, put, all, patched, stale });
}

const NOTHING = { objects: new Map(), put: new Map(), all: new Set<string>(), patched: 0, stale: 0 };

interface Work {
  readonly from: From;
  readonly change: Change;
  readonly site: Site;
  readonly put: Map<string, Uint8Array>;
  patched: number;
  stale: number;
}

type Pages = PageManifest['pages'];

/** The hashes of a manifest's pages after the change; the same object where nothing changes. */
async function nextPages(
  work: Work,
  pages: Pages,
  before: PageGroup | undefined,
  after: PageGroup | undefined,
): Promise<Result<Pages, string>> {
  if (before !== undefined && after !== undefined) {
    if (canonicalJson(before.inputs) === canonicalJson(after.inputs)) return ok(pages);
    if (canonicalJson(await hashesOf(before)) === canonicalJson(pages))
      return ok(await remade(work, pages, after));
  }
  return patchedPages(work, pages);
}

/** Made anew: what was there is what this program makes of the same, to the byte. */
async function remade(work: Work, pages: Pages, { make }: PageGroup): Promise<Pages> {
  const next: Record<string, Sha256Hex> = {};
  for (const { path, bytes } of make.flatMap((each) => each())) {
    const hash = await sha256Hex(bytes);
    next[path] = hash;
    if (pages[path] !== hash) work.put.set(path, bytes);
  }
  return next;
}

async function hashesOf({ make }: PageGroup): Promise<Pages> {
  const hashes: Record<string, Sha256Hex> = {};
  for (const { path, bytes } of make.flatMap((each) => each())) hashes[path] = await sha256Hex(bytes);
  return hashes;
}

/** Pages that are of one of the places, or lead to one, get a box. */
async function patchedPages(work: Work, pages: Pages): Promise<Result<Pages, string>> {
  const next: Record<string, Sha256Hex> = { ...pages };
  let isChanged = false;
  for (const [path, hash] of Object.entries(pages)) {
    const language = languages.find(({ tag }) => path.startsWith(`/p/${tag}/`));
    if (language === undefined) continue;
    const bytes = await work.from.page(path);
    if (!bytes.ok || (await sha256Hex(bytes.value)) !== hash)
      return err(`${path}: not the page of this release`);
    const html = new TextDecoder().decode(bytes.value);
    const patched = patchOf(work, { path, html, language });
    if (patched === html) continue;
    const made = new TextEncoder().encode(patched);
    work.put.set(path, made);
    next[path] = await sha256Hex(made);
    work.patched += 1;
    isChanged = true;
  }
  return ok(isChanged ? next : pages);
}

interface Page {
  readonly path: string;
  readonly html: string;
  readonly language: Language;
}

function patchOf(work: Work, { path, html, language }: Page): string {
  const { before, after, contents } = work.change;
  const concerns = ({ officeId, pollingLocationIds }: Notice): boolean =>
    (pollingLocationIds.length === 0 && path === startPagePath(language.tag)) ||
    pollingLocationIds.some((id) => {
      const place = placePagePath(language.tag, officeId, id);
      return place === path || html.includes(`"${place.slice(place.lastIndexOf('/') + 1)}"`);
    });
  const box = (notice: Notice) => {
    const office = contents.root.localities.find(({ officeId }) => officeId === notice.officeId)?.office;
    return lateBox(notice, office?.name ?? null, zoneOf(contents, notice), language);
  };
  const [own, next] = [noticesAbout(before, concerns), noticesAbout(after, concerns)];
  const kept = new Set(next.map((notice) => canonicalJson(notice)));
  const gone = own.filter((notice) => !kept.has(canonicalJson(notice)));
  // What the compiler itself has written into a page cannot be taken out of it again.
  const compiled = own.filter((notice) => !html.includes(box(notice)));
  if (gone.some((notice) => compiled.includes(notice))) work.stale += 1;
  const known = new Set(compiled.map((notice) => canonicalJson(notice)));
  const on = next.filter((notice) => !known.has(canonicalJson(notice)));
  return patchedPage(html, own.map(box), on.map(box));
}

/** The zone of the places of a notice, as far as an object knows it. */
function zoneOf({ layers }: ReleaseContents, { officeId, pollingLocationIds }: Notice): string | null {
  for (const layer of [...layers.values()].flat()) {
    if (layer.officeId !== officeId) continue;
    const place = layer.places.find(({ id }) => pollingLocationIds.includes(id));
    if (place !== undefined) return place.timeZone;
  }
  return null;
}

function groupsOf({ source }: ReleaseContents, unsorted: readonly Notice[], site: Site) {
  const notices = sortedNotices(unsorted);
  const views = new Map(site.languages.map(({ tag, messages }) => [tag, answerViews(notices, messages)]));
  const names = { shards: new Map(), localities: new Map() };
  return new Map(pageGroups(source, notices, site, names, views).map((group) => [group.manifest, group]));
}

/** What all pages share, read off the pages themselves. */
async function siteOf(
  from: From,
  { source }: ReleaseContents,
  manifests: ReadonlyMap<string, { readonly pages: Pages }>,
): Promise<Site> {
  const paths = [...manifests.values()].flatMap(({ pages }) => Object.keys(pages));
  const spoken = languages.filter(({ tag }) => paths.some((path) => path.startsWith(`/p/${tag}/`)));
  const start = paths.find((path) => /^\/p\/[^/]+\/index\.html$/.test(path) && !path.startsWith('/p/go/'));
  const page = start === undefined ? null : await from.page(start);
  const html = page?.ok ? new TextDecoder().decode(page.value) : '';
  const canonical = /<link rel="canonical" href="([^"&]*)">/.exec(html)?.[1] ?? null;
  return {
    languages: spoken,
    origin: canonical === null || start === undefined ? null : canonical.slice(0, -start.length),
    isPractice: source.localities.some(({ object }) => isPracticeOffice(object.officeId)),
  };
}

async function readManifests(
  from: From,
  pagesRoot: Sha256Hex,
): Promise<Result<ReadonlyMap<string, { readonly object: Sha256Hex; readonly pages: Pages }>, string>> {
  const root = await read(from, pagesRoot, readPagesRoot);
  if (!root.ok) return root;
  const manifests = new Map<string, { readonly object: Sha256Hex; readonly pages: Pages }>();
  for (const [name, object] of Object.entries(root.value.manifests)) {
    const manifest = await read(from, object, readPageManifest);
    if (!manifest.ok) return manifest;
    manifests.set(name, { object, pages: manifest.value.pages });
  }
  return ok(manifests);
}

async function read<Value>(
  from: From,
  name: Sha256Hex,
  reader: (bytes: Uint8Array) => Result<Value, { readonly message: string }>,
): Promise<Result<Value, string>> {
  const bytes = await fetchObject(from, name);
  if (!bytes.ok) return err(`${bytes.error.file}: ${bytes.error.message}`);
  const value = reader(bytes.value);
  return value.ok ? value : err(`${objectPath(name)}: ${value.error.message}`);
}

async function add(objects: Map<Sha256Hex, Uint8Array>, value: object): Promise<Sha256Hex> {
  const bytes = canonicalBytes(value);
  const name = await sha256Hex(bytes);
  objects.set(name, bytes);
  return name;
}
