// Owns a flood: wrk on this machine, with the requests of flood.lua, for a bounded time. Refuses every address but the
// loopback's. Knows neither what stands there nor who else is asking.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from './target';

/** `plain`: the paths in turn. `query`: each with a query that nobody has asked before. `headers`: with cookies and headers
 *  that change. `notFound`: paths that do not exist. */
export const floodShapes = ['plain', 'query', 'headers', 'notFound'] as const;
export type FloodShape = (typeof floodShapes)[number];

export interface FloodOptions {
  readonly shape: FloodShape;
  /** Whole ones, at most 600. */
  readonly seconds: number;
  /** 64 where it is left out. */
  readonly connections?: number;
  /** The one processor that wrk may use; any where it is left out. */
  readonly core?: number;
  /** `identity` where it is left out; browsers say `gzip`. */
  readonly acceptEncoding?: string;
  readonly seed?: number;
  /** Overrides the target's. */
  readonly paths?: readonly string[];
}

/** What wrk counted. Times are of answers, in milliseconds. */
export interface FloodFigures {
  readonly requests: number;
  readonly seconds: number;
  readonly requestsPerSecond: number;
  readonly bytes: number;
  /** Answers with a status of 400 or more; all of them in a flood of `notFound`. */
  readonly badStatus: number;
  /** No answer: refused, cut, or later than two seconds. */
  readonly unanswered: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** Why there can be no flood here; null: wrk is installed. */
export const noWrk: string | null = spawnSync('wrk', ['--version']).error ? 'wrk is not installed' : null;

const SECONDS_AT_MOST = 600;

/** Floods `target`. Throws where that is not on this machine, or where wrk fails. */
export async function flood(
  target: Pick<Target, 'url' | 'paths'>,
  options: FloodOptions,
): Promise<FloodFigures> {
  const { shape, seconds, connections = 64, core, acceptEncoding = 'identity', seed = 1 } = options;
  const { hostname } = new URL(target.url);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost')
    throw new Error(`no flood leaves this machine: ${hostname}`);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > SECONDS_AT_MOST)
    throw new Error(`no flood of ${seconds} seconds`);
  const folder = mkdtempSync(join(tmpdir(), 'levee-flood-'));
  const list = join(folder, 'paths.txt');
  writeFileSync(list, `${(options.paths ?? target.paths).join('\n')}\n`);
  const wrk = [
    'wrk',
    '-t',
    '1',
    '-c',
    `${connections}`,
    '-d',
    `${seconds}s`,
    '-s',
    join(__dirname, 'flood.lua'),
  ];
  const command = core === undefined ? wrk : ['taskset', '-c', `${core}`, ...wrk];
  try {
    return figuresOf(await outputOf([...command, target.url, '--', shape, list, `${seed}`, acceptEncoding]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf([program = '', ...args]: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
      });
    }
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${program}: ${said}`))));
  });
}

/** What flood.lua prints when wrk is done. */
export function figuresOf(output: string): FloodFigures {
  const line = /^FIGURES (\{.*\})$/m.exec(output)?.[1];
  if (line === undefined) throw new Error(`wrk gave no figures: ${output}`);
  const raw = JSON.parse(line) as Readonly<Record<string, number>>;
  const of = (name: string) => raw[name] ?? 0;
  const seconds = of('durationUs') / 1e6;
  return {
    requests: of('requests'),
    seconds,
    requestsPerSecond: seconds > 0 ? of('requests') / seconds : 0,
    bytes: of('bytes'),
    badStatus: of('badStatus'),
    unanswered: of('connect') + of('read') + of('write') + of('timeout'),
    p50Ms: of('p50Us') / 1_000,
    p95Ms: of('p95Us') / 1_000,
    p99Ms: of('p99Us') / 1_000,
  };
}
