// Owns the whole release: sorted (office, dataset) set, notices and reference in; objects and an unsigned
// pointer out. Pure: the same input gives the same bytes. Signing, storing and serving are others' work.

import type { Notice } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import type { ListedDataset } from '@/lib/core/vip';
import type { Language } from '@/lib/messages/languages';
import { compareText } from './canonical-json';
import { compileOffice, type OfficePart } from './compile-office';
import { coverage } from './coverage';
import { buildDirectory, buildRoot, buildTownIndex, type PlacedZip } from './directory';
import { type ElectionRef, FORMAT_VERSION, type Pointer, type Sha256Hex } from './format';
import { localityKey } from './locality-objects';
import { withGzipKb } from './locality-size';
import { type Clash, findClashes, mergeZip, sumClashes } from './merge';
import { ObjectStore } from './object-store';
import { storeManifests } from './page-manifests';
import { pageSource } from './plain-pages/page-source';
import { type PlainPages, plainPages } from './plain-pages/plain-pages';
import { noMemo, type ReleaseMemo } from './release-memo';
import type { WireLayer } from './shard';
import { sortedUnique } from './shard-encode';
import { shardBytes } from './split';
import { storeLocalities, withObject } from './store-localities';
import type { ZipReference } from './zip-reference';

/** All that a release depends on; `expiresAt` is when readers begin to warn. */
export interface CompileInput {
  readonly datasets: readonly ListedDataset[];
  readonly notices: readonly Notice[];
  readonly reference: ZipReference;
  readonly releaseLine: string;
  readonly sequence: number;
  readonly now: Date;
  readonly expiresAt: Date;
  /** The languages of the plain pages; none: no plain pages. */
  readonly languages: readonly Language[];
  /** The site's own address, for the pages' `canonical` and `hreflang`; null where it is not known. */
  readonly origin: string | null;
  /** false: without each locality's `gzipKb`, for which every object has to be compressed. */
  readonly withSizes?: false;
  /** What an earlier release has left: the same bytes come of it, in less time. */
  readonly memo?: ReleaseMemo;
  /** Asked after each group of pages; false: the release is handed back with groups `unmade`. */
  readonly mayGoOn?: () => boolean;
  /** Steps done of steps in all; called often. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A release that only lacks its signature. */
export interface CompiledRelease {
  /** Name -> uncompressed bytes. */
  readonly objects: ReadonlyMap<Sha256Hex, Uint8Array>;
  /** Path -> bytes of each plain page that was made; those that others link to stand before them. */
  readonly pages: ReadonlyMap<string, Uint8Array>;
  /** Objects that belong to it, too, and have no bytes here: an earlier release has stored them, with their pages. */
  readonly keptObjects: readonly Sha256Hex[];
  /** For the next release, once objects and pages of this one are stored. */
  readonly memo: ReleaseMemo;
  /** Groups of pages for which there was no time. Above 0 it is no release yet: store what there is, and assemble again
   *  with `memo`, until it is 0. */
  readonly unmade: number;
  readonly pointer: Pointer;
  readonly report: CompileReport;
}

/** Figures for the summary; sizes are of uncompressed bytes. */
export interface CompileReport {
  readonly offices: readonly string[];
  readonly segments: number;
  readonly unplacedSegments: number;
  readonly danglingIds: number;
  readonly zips: number;
  readonly shards: number;
  readonly splitZips: number;
  readonly objects: number;
  readonly objectBytes: number;
  readonly pages: number;
  readonly pageBytes: number;
  readonly largestShardBytes: number;
  readonly rootBytes: number;
  readonly clashes: readonly Clash[];
}

/** `officeTwice`: two datasets of one office for one election. `badDataset`: a state that is not two capital
 *  letters, or an election without a day: readers would refuse the release. `empty`: no dataset at all. */
export type CompileError =
  | { readonly code: 'officeTwice' | 'badDataset'; readonly officeId: string; readonly electionId: string }
  | { readonly code: 'empty' };

/** Compile a release. Neither the order of the datasets nor that of their rows leaves a trace in the bytes. */
export async function compile(input: CompileInput): Promise<Result<CompiledRelease, CompileError>> {
  const datasets = [...input.datasets].sort(compareDatasets);
  if (datasets.length === 0) return err({ code: 'empty' });
  for (const [index, dataset] of datasets.entries()) {
    const before = datasets[index - 1];
    if (!isReadable(dataset)) {
      return err({ code: 'badDataset', officeId: dataset.officeId, electionId: dataset.election.id });
    }
    if (
      before !== undefined &&
      before.officeId === dataset.officeId &&
      before.election.id === dataset.election.id
    ) {
      return err({ code: 'officeTwice', officeId: dataset.officeId, electionId: dataset.election.id });
    }
  }
  const parts = datasets.map((dataset) => compileOffice(dataset, input.reference));
  return ok(await assemble(parts, input));
}

function isReadable({ state, election }: ListedDataset): boolean {
  return /^[A-Z]{2}$/.test(state.abbreviation) && /^\d{4}-\d\d-\d\d$/.test(election.date);
}

/** Office, then election id: what `officeTwice` compares, and the order of layers in a shard. */
function compareDatasets(a: ListedDataset, b: ListedDataset): number {
  return compareText(a.officeId, b.officeId) || compareText(a.election.id, b.election.id);
}

/** Merge offices that were compiled alone: parts sorted as `compile` sorts datasets. */
export async function assemble(
  parts: readonly OfficePart[],
  input: Omit<CompileInput, 'datasets'>,
): Promise<CompiledRelease> {
  const store = new ObjectStore();
  const cover = coverage(parts, input.reference);
  const localities = await storeLocalities(parts, store);
  const shards = await storeShards(parts, cover, store, input.onProgress);
  const directory = buildDirectory(shards.placed, cover, localities.objects, input.reference);
  const pageNames = await Promise.all(directory.pages.map((page) => store.add(page)));
  const towns = await store.add(buildTownIndex(shards.towns, directory.pages, input.reference));
  const paged = new Set(directory.pages.flatMap((page) => page.localities.map(localityKey)));
  const refs = localities.refs.map((ref) => withObject(ref, paged, localities.objects));
  const pages = directory.pages.map((page, index) => ({ name: pageNames[index] ?? '', page }));
  const memo = input.memo ?? noMemo;
  const sized =
    input.withSizes === false
      ? { localities: refs, sizes: noMemo.sizes }
      : withGzipKb({ localities: refs, towns }, pages, store.objects, memo.sizes);
  const root = buildRoot({
    states: sortedUnique(parts.map((part) => part.state)),
    localities: sized.localities,
    pages: Object.fromEntries(directory.pages.map((page, index) => [page.zip3, pageNames[index] ?? ''])),
    elsewhere: directory.elsewhere,
    towns,
  });
  const rootName = await store.add(root);
  const shardNames = new Map([...shards.placed].map(([zip, { shards: names }]) => [zip, names]));
  const names = { shards: shardNames, localities: localities.objects };
  const source = () => pageSource(parts, shards.layers, directory.pages, localities.byId);
  const plain =
    input.languages.length === 0
      ? noPages
      : await plainPages(source(), sortedNotices(input.notices), input, names, {
          memo: memo.pages,
          mayGoOn: input.mayGoOn,
          onProgress: input.onProgress,
        });
  const { made, kept } = plain;
  const stored = plain === noPages ? null : await storeManifests(made, kept, store);
  const pagesRoot = stored?.root ?? null;
  const report: CompileReport = {
    offices: sortedUnique(parts.map((part) => part.officeId)),
    segments: sum(parts.map((part) => part.counts.segments)),
    unplacedSegments: sum(parts.map((part) => part.counts.unplacedSegments)),
    danglingIds: sum(parts.map((part) => part.counts.danglingIds)),
    zips: shards.placed.size,
    ...shards.report,
    objects: store.objects.size,
    objectBytes: sum([...store.objects.values()].map((bytes) => bytes.length)),
    rootBytes: store.objects.get(rootName)?.length ?? 0,
    pages: made.length,
    pageBytes: sum(made.map(({ bytes }) => bytes.length)),
  };
  return {
    objects: store.objects,
    pages: new Map([...made].reverse().map(({ path, bytes }) => [path, bytes])),
    keptObjects: [...kept.values()],
    memo: { pages: pageMemo(plain, stored?.manifests ?? new Map()), sizes: sized.sizes },
    unmade: plain.unmade,
    pointer: pointerTo({ root: rootName, pagesRoot }, parts, input),
    report,
  };
}

const noPages: PlainPages = { made: [], inputs: new Map(), kept: new Map(), unmade: 0 };

/** Groups that are stored; what has not been made is not among them. */
function pageMemo({ inputs }: PlainPages, manifests: ReadonlyMap<string, Sha256Hex>): ReleaseMemo['pages'] {
  return new Map(
    [...manifests].flatMap(([name, object]) => {
      const made = inputs.get(name);
      return made === undefined ? [] : [[name, { inputs: made, object }] as const];
    }),
  );
}

/** WebCrypto hashes on another thread: waiting for each alone would cost more than hashing. */
const HASHED_AT_ONCE = 64;

type Towns = Map<string, readonly { readonly cities: readonly string[]; readonly state: string }[]>;

async function storeShards(
  parts: readonly OfficePart[],
  cover: ReturnType<typeof coverage>,
  store: ObjectStore,
  onProgress: CompileInput['onProgress'],
): Promise<{
  placed: ReadonlyMap<string, PlacedZip>;
  towns: Towns;
  layers: ReadonlyMap<string, readonly WireLayer[]>;
  report: Pick<CompileReport, 'shards' | 'splitZips' | 'largestShardBytes' | 'clashes'>;
}> {
  const placed = new Map<string, PlacedZip>();
  const towns: Towns = new Map();
  const merged = new Map<string, readonly WireLayer[]>();
  const clashes: Clash[] = [];
  const report = { shards: 0, splitZips: 0, largestShardBytes: 0 };
  const zips = sortedUnique(parts.flatMap((part) => [...part.layers.keys()]));
  for (let at = 0; at < zips.length; at += HASHED_AT_ONCE) {
    const stored = zips.slice(at, at + HASHED_AT_ONCE).map(async (zip) => {
      const layers = mergeZip(zip, parts, cover);
      merged.set(zip, layers);
      clashes.push(...findClashes(layers));
      const pieces = shardBytes(zip, layers);
      report.shards += pieces.length;
      report.splitZips += pieces.length > 1 ? 1 : 0;
      report.largestShardBytes = Math.max(report.largestShardBytes, ...pieces.map((bytes) => bytes.length));
      const localities = layers.flatMap((layer) =>
        layer.localities.map(({ id }) => localityKey({ officeId: layer.officeId, id })),
      );
      towns.set(
        zip,
        layers.map(({ cities, state }) => ({ cities, state })),
      );
      const shards = await Promise.all(pieces.map((bytes) => store.addBytes(bytes)));
      placed.set(zip, { shards, localities: sortedUnique(localities) });
    });
    await Promise.all(stored);
    onProgress?.(Math.min(at + HASHED_AT_ONCE, zips.length), zips.length);
  }
  return { placed, towns, layers: merged, report: { ...report, clashes: sumClashes(clashes) } };
}

function pointerTo(
  { root, pagesRoot }: Pick<Pointer, 'root' | 'pagesRoot'>,
  parts: readonly OfficePart[],
  input: Omit<CompileInput, 'datasets'>,
): Pointer {
  const elections = new Map<string, ElectionRef>();
  for (const { election } of parts) {
    const { name, date } = election;
    elections.set(`${date}\t${name}`, { name, date });
  }
  return {
    formatVersion: FORMAT_VERSION,
    releaseLine: input.releaseLine,
    sequence: input.sequence,
    issuedAt: toSeconds(input.now),
    expiresAt: toSeconds(input.expiresAt),
    root,
    pagesRoot,
    notices: sortedNotices(input.notices),
    elections: [...elections].sort((a, b) => compareText(a[0], b[0])).map(([, election]) => election),
  };
}

/** By id: their order, too, leaves no trace in the bytes. */
export function sortedNotices(notices: readonly Notice[]): readonly Notice[] {
  return [...notices].sort((a, b) => compareText(a.id, b.id));
}

/** `2026-11-03T11:00:00Z`: whole seconds, so that all times in a release have one length. */
export function toSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
