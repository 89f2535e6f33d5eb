// Owns the order in which the reading of long uploads is measured: each shape made, passed over barely and read turn by turn, each in a
// process of its own, and taken away again before the next is made. The figures go to ingest-report.ts.

import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserFigures } from './browser-bench';
import type { TaskFigures } from './read-task';
import { type MadeShape, makeShape, type ShapeName } from './shapes';

/** One shape, on the server's side and, where it was asked for, in a browser. The better of the turns. */
export interface ShapeFigures {
  readonly shape: ShapeName;
  readonly rows: number;
  readonly bare: TaskFigures;
  readonly read: TaskFigures;
  readonly browser: BrowserFigures | null;
}

export interface IngestFigures {
  readonly shapes: readonly ShapeFigures[];
  /** Processes that wanted a processor, as a mean over a minute: before the first measurement and behind the last. */
  readonly load: readonly [before: number, behind: number];
}

export interface IngestRequest {
  readonly shapes: readonly ShapeName[];
  readonly rows: number;
  readonly turns: number;
  readonly withBrowser: boolean;
  /** Where files are made; it is there, and empty. */
  readonly folder: string;
  /** Hears what runs now. */
  readonly onStep: (step: string) => void;
  /** Hears each shape's figures as soon as they are there: the last of six may be an hour later. */
  readonly onShape: (figures: ShapeFigures) => void;
}

/** Measures each shape, one after the other. Throws where a made-up list cannot be read. */
export async function measureIngest(request: IngestRequest): Promise<IngestFigures> {
  const before = load();
  const shapes: ShapeFigures[] = [];
  for (const name of request.shapes) {
    request.onStep(`making ${name}`);
    const made = await makeShape(name, request.rows, request.folder);
    const figures = await measureShape(made, request);
    shapes.push(figures);
    request.onShape(figures);
    await rm(join(request.folder, name), { recursive: true, force: true });
  }
  return { shapes, load: [before, load()] };
}

const load = (): number => loadavg()[0] ?? 0;

async function measureShape(made: MadeShape, request: IngestRequest): Promise<ShapeFigures> {
  const bares: TaskFigures[] = [];
  const reads: TaskFigures[] = [];
  for (let turn = 1; turn <= request.turns; turn += 1) {
    request.onStep(`${made.name}: bare pass, turn ${turn} of ${request.turns}`);
    bares.push(await task('bare', made));
    request.onStep(`${made.name}: read, turn ${turn} of ${request.turns}`);
    reads.push(await task('read', made));
  }
  const browser = request.withBrowser ? await inBrowser(made, request.onStep) : null;
  return { shape: made.name, rows: made.rows, bare: better(bares), read: better(reads), browser };
}

async function inBrowser(made: MadeShape, onStep: (step: string) => void): Promise<BrowserFigures> {
  onStep(`${made.name}: in a browser`);
  // Chromium and the bundler are there where the project is worked on, and nowhere else.
  const { openBrowserBench } = await import('./browser-bench');
  const bench = await openBrowserBench();
  try {
    return await bench.measure(made);
  } finally {
    await bench.close();
  }
}

/** Whatever else the machine does can only slow a turn down, and memory counts where it was most. */
function better(turns: readonly TaskFigures[]): TaskFigures {
  const [first, ...others] = turns;
  if (first === undefined) throw new Error('no turn was asked for');
  const least = (pick: (one: TaskFigures) => number) => Math.min(...turns.map(pick));
  if (others.some(({ sha256 }) => sha256 !== first.sha256)) throw new Error('two readings of a file differ');
  return {
    ...first,
    seconds: least(({ seconds }) => seconds),
    processorSeconds: least(({ processorSeconds }) => processorSeconds),
    peakBytes: Math.max(...turns.map(({ peakBytes }) => peakBytes)),
  };
}

const readTask = fileURLToPath(new URL('./read-task.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

async function task(kind: 'bare' | 'read', made: MadeShape): Promise<TaskFigures> {
  const args = ['--import', tsx, readTask, kind, JSON.stringify(made)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 20 });
  return JSON.parse(stdout) as TaskFigures;
}
