// Owns the order of the measurements: parse and compile turn by turn, so that a busy machine slows both.
// Each runs in a process of its own; the figures go to report.ts.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TaskName } from './run-task';
import type { PageFigures, Rates, Sizes, Timed } from './tasks';

/** All raw figures of one run. Seconds are medians over `turns`. */
export interface Figures {
  readonly rows: number;
  readonly turns: number;
  readonly parseSeconds: number;
  readonly compileSeconds: number;
  readonly compilePeakBytes: number;
  readonly sizes: Sizes;
  readonly pages: PageFigures;
  readonly rates: Rates;
}

const TURNS = 3;
const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Measure a generated feed. `onStep` hears what runs now. */
export async function measure(directory: string, onStep: (step: string) => void): Promise<Figures> {
  const parses: Timed[] = [];
  const compiles: Timed[] = [];
  for (let turn = 1; turn <= TURNS; turn += 1) {
    onStep(`parse, turn ${turn} of ${TURNS}`);
    parses.push(await task<Timed>('parse', directory));
    onStep(`compile, turn ${turn} of ${TURNS}`);
    compiles.push(await task<Timed>('compile', directory));
  }
  onStep('sizes');
  const sizes = await task<Sizes>('sizes', directory);
  onStep('plain pages');
  const pages = await task<PageFigures>('pages', directory);
  onStep('look-ups');
  const rates = await task<Rates>('rates', directory);
  return {
    rows: compiles[0]?.rows ?? 0,
    turns: TURNS,
    parseSeconds: median(parses.map(({ seconds }) => seconds)),
    compileSeconds: median(compiles.map(({ seconds }) => seconds)),
    compilePeakBytes: Math.max(...compiles.map(({ peakBytes }) => peakBytes)),
    sizes,
    pages,
    rates,
  };
}

async function task<Figure>(name: TaskName, directory: string): Promise<Figure> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', tsx, runTask, name, directory],
    {
      maxBuffer: 1 << 20,
    },
  );
  return JSON.parse(stdout) as Figure;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
