// Owns looking at one host as a voter's browser and a mirror would: pointer, root, golden addresses, plain pages, each verified. It must not
// judge whether that is well: alarms.ts does. Knows neither files nor other hosts.

import { httpSource } from '@/lib/client/http-source';
import { languages } from '@/lib/messages/languages';
import { sha256Hex } from '@/lib/release/bytes';
import type { Pointer, Sha256Hex } from '@/lib/release/format';
import { readPageManifest, readPagesRoot } from '@/lib/release/page-manifests';
import { type OpenError, type OpenRelease, openRelease } from '@/lib/release/reader';
import { startPagePath } from '@/lib/release/start-page-path';
import { fetchObject, type ReleaseSource } from '@/lib/release/verified-objects';
import type { PlainPageSource } from '@/lib/release/verify-pages';
import type { Trust } from '@/lib/release/verify-pointer';
import { percentile } from '../drill/verdict';
import { type Golden, type GoldenVerdict, judge } from './golden';
import { outsideFetch } from './outside-fetch';
import { probeSite, type SiteFindings } from './probe-site';

/** Whom to ask: `{url: 'https://vote.example.gov', ip: null}`. */
export interface Target {
  readonly url: string;
  readonly ip: string | null;
}

/** What to ask it. `random` chooses which pages are looked at: all of them in time. */
export interface Questions {
  readonly goldens: readonly Golden[];
  readonly trust: Trust;
  readonly pages: number;
  readonly now: () => Date;
  readonly random: () => number;
}

/** Why the release could not be opened: the reader's `detail`, and what the network said. */
export interface Failure {
  readonly detail: string;
  readonly file: string;
  readonly network: string | null;
  /** What the host said instead: `status 503`. */
  readonly answer: string;
}

/** What one host gave. */
export interface HostReport {
  readonly target: Target;
  readonly pointer: Pointer | null;
  readonly failure: Failure | null;
  readonly revokedKeyIds: readonly string[];
  /** Lines of the golden file, by what their answers were worth. */
  readonly golden: Readonly<Record<GoldenVerdict, readonly number[]>>;
  /** Plain pages looked at, and the paths of those that are not there or not of this release. */
  readonly pages: { readonly asked: number; readonly wrong: readonly string[] };
  /** Its own files, by its signed list of them; null where it has no list. */
  readonly site: SiteFindings | null;
  readonly latencyMs: { readonly p50: number; readonly p95: number } | null;
  readonly certificateEnds: Date | null;
}

type Source = ReleaseSource & PlainPageSource;

/** Ask one host everything. Takes as long as the slowest of its files; nothing throws for what a host does. */
export async function probeHost(target: Target, questions: Questions): Promise<HostReport> {
  const { fetch: fetchFile, notes } = outsideFetch(target.ip);
  const source = httpSource(target.url, fetchFile);
  const opened = await openRelease(source, questions.trust, questions.now());
  const golden = opened.ok ? await askGoldens(opened.value, questions) : NO_GOLDENS;
  const pages = opened.ok ? await steadyPages(source, opened.value.pointer, questions) : NO_PAGES;
  const { trust, pages: most, random } = questions;
  const site = opened.ok
    ? await probeSite((path) => source.page(path), { ...trust, highestSequence: 0 }, most, random)
    : null;
  const sorted = notes.latenciesMs.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(percentile(sorted, share));
  return {
    target,
    pointer: opened.ok ? opened.value.pointer : null,
    failure: opened.ok ? null : failureOf(opened.error, notes.failure),
    revokedKeyIds: opened.ok ? opened.value.revokedKeyIds : [],
    golden,
    pages,
    site,
    latencyMs: sorted.length === 0 ? null : { p50: at(0.5), p95: at(0.95) },
    certificateEnds: notes.certificateEnds,
  };
}

function failureOf({ detail, file, message }: OpenError, network: string | null): Failure {
  return { detail, file, network, answer: message };
}

const NO_GOLDENS: HostReport['golden'] = { right: [], honest: [], falseMissing: [], wrong: [] };
/** Asked at once: a host that is slow must not keep a probe past the next one. */
const AT_ONCE = 6;
/** What has not been answered by then could not be checked, for voters as well. */
const GOLDENS_MS = 60_000;

async function askGoldens(release: OpenRelease, { goldens, now }: Questions): Promise<HostReport['golden']> {
  const found: Record<GoldenVerdict, number[]> = { right: [], honest: [], falseMissing: [], wrong: [] };
  const until = performance.now() + GOLDENS_MS;
  const queue = goldens.values();
  const ask = async (): Promise<void> => {
    for (const golden of queue) {
      const isLate = performance.now() > until;
      const verdict = isLate ? 'honest' : judge(golden, await release.answer(golden.address, now()));
      found[verdict].push(golden.line);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  for (const lines of Object.values(found)) lines.sort((a, b) => a - b);
  return found;
}

const NO_PAGES = { asked: 0, wrong: [] };

/** Pages keep their names: while a release is put in place, some are already of the next one. That is nobody's fault. */
async function steadyPages(
  source: Source,
  { pagesRoot }: Pointer,
  questions: Questions,
): Promise<HostReport['pages']> {
  const pages = await probePages(source, pagesRoot, questions);
  if (pages.wrong.length === 0) return pages;
  const again = await openRelease(source, questions.trust, questions.now());
  if (!again.ok || again.value.pointer.pagesRoot === pagesRoot) return pages;
  return probePages(source, again.value.pointer.pagesRoot, questions);
}

/** The start pages, which every voter without script opens, and some of the others by chance. */
async function probePages(
  source: Source,
  pagesRoot: Sha256Hex | null,
  { pages: most, random }: Questions,
): Promise<HostReport['pages']> {
  if (pagesRoot === null || most === 0) return NO_PAGES;
  const root = await read(source, pagesRoot, readPagesRoot);
  if (root === null) return { asked: 1, wrong: [`/v1/objects/${pagesRoot}.json`] };
  const names = Object.keys(root.manifests).filter((name) => name !== 'rest');
  const some = shuffled(names, random).slice(0, Math.max(1, Math.ceil(most / 3)));
  const wrong: string[] = [];
  const known = new Map<string, Sha256Hex>();
  for (const name of ['rest', ...some]) {
    const hash = root.manifests[name];
    if (hash === undefined) continue;
    const manifest = await read(source, hash, readPageManifest);
    if (manifest === null) wrong.push(`/v1/objects/${hash}.json`);
    for (const [path, pageHash] of Object.entries(manifest?.pages ?? {})) known.set(path, pageHash);
  }
  const starts = languages.map(({ tag }) => startPagePath(tag));
  const others = shuffled(
    [...known.keys()].filter((path) => !starts.includes(path)),
    random,
  );
  const asked = [...starts.filter((path) => known.has(path)), ...others].slice(
    0,
    Math.max(most, starts.length),
  );
  for (const path of asked) {
    const page = await source.page(path);
    if (!page.ok || (await sha256Hex(page.value)) !== known.get(path)) wrong.push(path);
  }
  return { asked: asked.length, wrong };
}

async function read<Value>(
  source: Source,
  name: Sha256Hex,
  parse: (bytes: Uint8Array) => { readonly ok: true; readonly value: Value } | { readonly ok: false },
): Promise<Value | null> {
  const bytes = await fetchObject(source, name);
  const value = bytes.ok ? parse(bytes.value) : null;
  return value?.ok ? value.value : null;
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
