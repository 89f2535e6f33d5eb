// Owns the order of the measurements: parse and compile turn by turn, so that a busy machine slows both.
// Each runs in a process of its own; the figures go to report.ts.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Published } from './publish-tasks';
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
  readonly publishing: Publishing;
}

/** What it takes until voters see what one county has approved, beside more and more others. */
export interface Publishing {
  /** Of the county that publishes. */
  readonly segments: number;
  /** Alone, beside a quarter of the others, beside half, beside all. */
  readonly published: readonly Published[];
  /** Of all publishes, also those that bring in half a state at once. */
  readonly longestStepSeconds: number;
  /** One place closed, all counties being there. */
  readonly notice: Published;
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
  const publishing = await measurePublishing(directory, onStep);
  return {
    rows: compiles[0]?.rows ?? 0,
    turns: TURNS,
    parseSeconds: median(parses.map(({ seconds }) => seconds)),
    compileSeconds: median(compiles.map(({ seconds }) => seconds)),
    compilePeakBytes: Math.max(...compiles.map(({ peakBytes }) => peakBytes)),
    sizes,
    pages,
    rates,
    publishing,
  };
}

/** Each publish is the first thing that its process does, as after a restart: nothing is at hand. */
async function measurePublishing(directory: string, onStep: (step: string) => void): Promise<Publishing> {
  const store = await mkdtemp(join(tmpdir(), 'levee-bench-store-'));
  try {
    onStep('counties of their own');
    const { counties, segments } = await task<{ counties: number; segments: number }>(
      'fill',
      directory,
      store,
    );
    const published: Published[] = [];
    const bringing: Published[] = [];
    for (const offices of stages(counties)) {
      onStep(`a publish beside ${offices - 1} offices`);
      const version = published.length * 2;
      // The first one brings in whoever was not there yet.
      bringing.push(await task<Published>('publish', store, String(offices), String(version)));
      published.push(await task<Published>('publish', store, String(offices), String(version + 1)));
    }
    onStep('a late change');
    const notice = await task<Published>('notice', store, String(counties));
    const steps = [...bringing, ...published].map(({ longestStepSeconds }) => longestStepSeconds);
    return { segments, published, longestStepSeconds: Math.max(...steps), notice };
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}

function stages(counties: number): readonly number[] {
  const parts = [1, Math.round(counties / 4), Math.round(counties / 2), counties];
  return [...new Set(parts.filter((offices) => offices > 0))].sort((a, b) => a - b);
}

async function task<Figure>(name: TaskName, ...args: readonly string[]): Promise<Figure> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', tsx, runTask, name, ...args], {
    maxBuffer: 1 << 20,
  });
  return JSON.parse(stdout) as Figure;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
