// Owns what is measured, each in a process of its own so that one task's heap is not another's.
// Gives raw figures only: targets and words are in report.ts.

import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { loadZipReference } from '@/lib/adapters/zip-reference';
import { readAddress } from '@/lib/core/address/read-address';
import { lookup } from '@/lib/core/lookup/lookup';
import type { Shard } from '@/lib/core/lookup/shard';
import { ok } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { languages } from '@/lib/messages/languages';
import { type CompiledRelease, type CompileInput, compile } from '@/lib/release/compile';
import { fetchObject, readShard } from '@/lib/release/verified-objects';

/** Seconds and peak resident memory of one task, in this process. */
export interface Timed {
  readonly seconds: number;
  readonly peakBytes: number;
  readonly rows: number;
}

/** Compressed sizes in bytes, and how many of each. */
export interface Sizes {
  readonly shards: number;
  readonly shardP50Bytes: number;
  readonly shardP95Bytes: number;
  readonly shardMaxBytes: number;
  readonly rootBytes: number;
  readonly allBytes: number;
  readonly objects: number;
}

/** The plain pages of all languages: processor seconds beyond what the rest of `compile` takes, and compressed sizes. */
export interface PageFigures {
  readonly seconds: number;
  readonly pages: number;
  readonly largestBytes: number;
  readonly allBytes: number;
}

/** How many a second of processor time, in one thread. */
export interface Rates {
  /** Addresses that the data answers, in all the spellings of the golden file. */
  readonly lookupsPerSecond: number;
  readonly lookups: number;
  /** Addresses that are not in the data or fit twice: near spellings are looked for among all streets. */
  readonly searchesPerSecond: number;
  readonly searches: number;
  readonly coldShardsPerSecond: number;
}

const RELEASE_DAY = new Date('2032-10-01T12:00:00Z');
/** Rates are per second of this process's own processor time, and the best of several stretches: what else the
 *  machine does can only slow a stretch down, and the first ones run before the engine has compiled what it runs. */
const STRETCHES = 12;
const STRETCH_MS = 250;
const SEARCHED: ReadonlySet<string> = new Set(['missing', 'choose']);
const GOLDEN_FILE = 'golden.csv';

/** One bare pass of papaparse over every file of the feed. */
export function parseOnly(directory: string): Timed {
  const started = performance.now();
  let rows = 0;
  for (const file of feedFiles(directory)) {
    rows += Papa.parse<string[]>(readFileSync(file, 'utf8')).data.length;
  }
  return timed(started, rows);
}

/** The whole way from files to a release's bytes in memory, uncompressed. */
export async function compileFeed(directory: string): Promise<Timed> {
  const started = performance.now();
  const { rows } = await compiled(directory, { withSizes: false });
  return timed(started, rows);
}

/** What the release weighs as it is served. */
export async function measureSizes(directory: string): Promise<Sizes> {
  const { release } = await compiled(directory);
  const zipped = new Map([...release.objects].map(([name, bytes]) => [name, gzipBytes(bytes)]));
  const shards = [...shardBytes(release)].map(([name]) => zipped.get(name) ?? 0).sort((a, b) => a - b);
  return {
    shards: shards.length,
    shardP50Bytes: percentile(shards, 0.5),
    shardP95Bytes: percentile(shards, 0.95),
    shardMaxBytes: shards.at(-1) ?? 0,
    rootBytes: zipped.get(release.pointer.root) ?? 0,
    allBytes: [...zipped.values()].reduce((sum, bytes) => sum + bytes, 0),
    objects: zipped.size,
  };
}

/** What plain pages take to be made, and what they weigh as they are served. */
export async function measurePages(directory: string): Promise<PageFigures> {
  const startedMs = processorMs();
  await compiled(directory);
  const withoutMs = processorMs();
  const { release } = await compiled(directory, { languages });
  const seconds = Math.max(0, processorMs() - withoutMs - (withoutMs - startedMs)) / 1000;
  const sizes = [...release.pages.values()].map(gzipBytes);
  return {
    seconds,
    pages: sizes.length,
    largestBytes: Math.max(...sizes),
    allBytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
  };
}

/** Look-ups with the shard decoded, and shards from bytes: hash, check, decode. */
export async function measureRates(directory: string): Promise<Rates> {
  const { release } = await compiled(directory);
  const wire = shardBytes(release);
  const shards = await decodedShards(wire);
  const asked = questions(directory, shards);
  const exact = asked.filter(({ kind }) => !SEARCHED.has(kind));
  const searched = asked.filter(({ kind }) => SEARCHED.has(kind));
  return {
    lookupsPerSecond: await bestPerSecond(exact.length, () => askAll(exact)),
    lookups: exact.length,
    searchesPerSecond: await bestPerSecond(searched.length, () => askAll(searched)),
    searches: searched.length,
    coldShardsPerSecond: await bestPerSecond(wire.size, () => decodedShards(wire)),
  };
}

const CONTEXT = { now: RELEASE_DAY, asOf: '2032-10-01T12:00:00Z', sequence: 1, notices: [] };

function askAll(asked: readonly Question[]): void {
  for (const { text, zipShards } of asked) {
    const reading = readAddress(text);
    if (reading.kind === 'address') lookup(reading.address, zipShards, CONTEXT);
  }
}

async function compiled(
  directory: string,
  options: Partial<Pick<CompileInput, 'languages' | 'withSizes'>> = {},
): Promise<{ release: CompiledRelease; rows: number }> {
  const { dataset, rows } = await readFeed(directory);
  const release = await compile({
    languages: [],
    ...options,
    origin: null,
    datasets: [dataset],
    notices: [],
    reference: loadZipReference(),
    releaseLine: 'bench',
    sequence: 1,
    now: RELEASE_DAY,
    expiresAt: RELEASE_DAY,
  });
  if (!release.ok) throw new Error(`the made-up feed cannot be compiled: ${release.error.code}`);
  return { release: release.value, rows };
}

/** The made-up state as its files say it. */
export async function readFeed(directory: string): Promise<{ dataset: Dataset; rows: number }> {
  const files = feedFiles(directory).map((path) => ({
    name: path,
    sizeBytes: 0,
    bytes: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  }));
  const { dataset, problems, counts } = await readVipFlat(files, { officeId: 'made-up-state' });
  if (dataset === null) throw new Error(`the made-up feed cannot be read: ${problems[0]?.message}`);
  return { dataset, rows: counts.rowsIn };
}

function feedFiles(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.csv') && name !== GOLDEN_FILE)
    .map((name) => join(directory, name));
}

function timed(started: number, rows: number): Timed {
  return { seconds: (performance.now() - started) / 1000, peakBytes: peakBytes(), rows };
}

/** The most that this process has had in memory. */
export function peakBytes(): number {
  // Linux and macOS count maxRSS in kilobytes.
  return process.resourceUsage().maxRSS * 1024;
}

/** Content-addressed objects say their kind in their text. */
function shardBytes(release: CompiledRelease): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...release.objects].filter(([, bytes]) => {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
      return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'shard';
    }),
  );
}

async function decodedShards(wire: ReadonlyMap<string, Uint8Array>): Promise<readonly Shard[]> {
  const source = { object: async (name: string) => ok(wire.get(name) ?? new Uint8Array()) };
  const shards: Shard[] = [];
  for (const name of wire.keys()) {
    const bytes = await fetchObject(source, name);
    const shard = bytes.ok ? readShard(bytes.value) : bytes;
    if (!shard.ok) throw new Error(`a shard cannot be read: ${shard.error.message}`);
    shards.push(shard.value);
  }
  return shards;
}

interface Question {
  readonly text: string;
  readonly kind: string;
  readonly zipShards: readonly Shard[];
}

function questions(directory: string, shards: readonly Shard[]): readonly Question[] {
  const byZip = new Map<string, Shard[]>();
  for (const shard of shards) byZip.set(shard.zip, [...(byZip.get(shard.zip) ?? []), shard]);
  const text = readFileSync(join(directory, GOLDEN_FILE), 'utf8');
  const { data } = Papa.parse<Record<'address' | 'kind', string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({ address, kind }) => ({
    text: address,
    kind,
    zipShards: byZip.get(/\b(\d{5})(-\d{4})?\s*$/.exec(address)?.[1] ?? '') ?? [],
  }));
}

/** `count` things are done by one call of `work`. */
async function bestPerSecond(count: number, work: () => unknown): Promise<number> {
  await work();
  let best = 0;
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const started = processorMs();
    let turns = 0;
    while (processorMs() - started < STRETCH_MS) {
      await work();
      turns += 1;
    }
    best = Math.max(best, (count * turns) / ((processorMs() - started) / 1000));
  }
  return best;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function gzipBytes(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
