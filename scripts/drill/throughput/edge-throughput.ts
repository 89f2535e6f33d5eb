// Owns the edge's throughput as ratios: beside bare nginx that serves the same files, and under random queries, cookies and
// headers beside its own plain run. One processor serves, the other asks. Knows no configuration.

import { availableParallelism } from 'node:os';
import type { Target } from '../compare/target';
import { startBareNginx } from './bare-nginx';
import { inTurns, type Lane, type LaneFigures, pairedRatio } from './rounds';
import type { TypicalFiles } from './typical-files';
import { listenersOn, pinTo } from './worker-time';

/** `ratio`s are of answers for one second of the server's processor: neighbours on the machine do not change those. */
export interface ThroughputRow {
  readonly edge: string;
  readonly file: keyof TypicalFiles;
  readonly what: string;
  /** Beside bare nginx with its stock configuration, sending the same bytes. */
  readonly isYardstick: boolean;
  /** With something random in each request, beside the edge's own plain run. */
  readonly isRandom: boolean;
  readonly edgeFigures: LaneFigures;
  readonly besideFigures: LaneFigures;
  readonly ratio: number;
  /** The same of answers a second by the clock. */
  readonly clockRatio: number;
}

export interface ThroughputInput {
  /** Each runs with one worker. */
  readonly edges: readonly Target[];
  /** What both serve, compressed copies beside the files. */
  readonly webRoot: string;
  readonly files: TypicalFiles;
  readonly rounds: number;
  /** Of one lane in one round. */
  readonly seconds: number;
}

const SERVES = 0;
const ASKS = 1;
/** So many that the server always has something to do, however late whoever asks gets a processor. */
const CONNECTIONS = 256;

/** A row for each edge, file and comparison. Takes edges × files × 9 lanes × rounds × seconds. */
export async function edgeThroughput(input: ThroughputInput): Promise<readonly ThroughputRow[]> {
  const rows: ThroughputRow[] = [];
  const stock = await startBareNginx(input.webRoot, 'stock');
  const quiet = await startBareNginx(input.webRoot, 'off');
  try {
    for (const edge of input.edges) {
      for (const file of ['shard', 'page'] as const) {
        rows.push(...(await rowsOf(edge, file, input, { stock: stock.url, quiet: quiet.url })));
      }
    }
    return rows;
  } finally {
    await stock.stop();
    await quiet.stop();
  }
}

interface Bare {
  readonly stock: string;
  readonly quiet: string;
}

async function rowsOf(
  edge: Target,
  file: keyof TypicalFiles,
  { files, rounds, seconds }: ThroughputInput,
  bare: Bare,
): Promise<readonly ThroughputRow[]> {
  const path = files[file];
  const ofEdge = (name: string, options: Omit<Lane['options'], 'paths'>): Lane => {
    const counter = edge.originRequests;
    const counted = counter === 'everyRequest' ? {} : { originRequests: counter };
    return { ...lane(name, edge.url, { ...options, paths: [path] }), ...counted };
  };
  const lanes = {
    plain: ofEdge('plain', { shape: 'plain' }),
    query: ofEdge('query', { shape: 'query' }),
    headers: ofEdge('headers', { shape: 'headers' }),
    packed: ofEdge('packed', { shape: 'plain', acceptEncoding: 'gzip' }),
    stock: lane('stock', bare.stock, { shape: 'plain', paths: [path] }),
    quiet: lane('quiet', bare.quiet, { shape: 'plain', paths: [path] }),
    stockPacked: lane('stockPacked', bare.stock, { shape: 'plain', paths: [`${path}.gz`] }),
  };
  await warm(edge, path);
  const figures = await inTurns(Object.values(lanes), { rounds, seconds });
  const of = (name: keyof typeof lanes): LaneFigures => {
    const found = figures.find((each) => each.name === name);
    if (found === undefined) throw new Error(`nothing was measured of ${name}`);
    return found;
  };
  const row = (what: string, one: keyof typeof lanes, beside: keyof typeof lanes): ThroughputRow => ({
    edge: edge.name,
    file,
    what,
    isYardstick: beside === 'stock' || beside === 'stockPacked',
    isRandom: one === 'query' || one === 'headers',
    edgeFigures: of(one),
    besideFigures: of(beside),
    ratio: pairedRatio(of(one).coreRounds, of(beside).coreRounds),
    clockRatio: of(one).requestsPerSecond / of(beside).requestsPerSecond,
  });
  return [
    row('uncompressed, beside bare nginx', 'plain', 'stock'),
    row('uncompressed, beside bare nginx without its log', 'plain', 'quiet'),
    row('its compressed copy, beside bare nginx serving that file', 'packed', 'stockPacked'),
    row('random queries, beside its plain run', 'query', 'plain'),
    row('random cookies and headers, beside its plain run', 'headers', 'plain'),
  ];
}

/** A cache has the file, packed and not, before anybody counts. */
async function warm({ url }: Target, path: string): Promise<void> {
  for (const encoding of ['identity', 'gzip']) {
    const response = await fetch(url + path, { headers: { 'Accept-Encoding': encoding } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url + path} answers ${response.status}`);
  }
}

function lane(name: string, url: string, options: Lane['options']): Lane {
  const pids = listenersOn(Number(new URL(url).port));
  const isPinned = availableParallelism() > 1 && pinTo(SERVES, pids);
  const asked = { connections: CONNECTIONS, ...options };
  return { name, url, pids, options: isPinned ? { ...asked, core: ASKS } : asked };
}
