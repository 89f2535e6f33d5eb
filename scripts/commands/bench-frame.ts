// Owns what measurements that take minutes have in common: a folder that goes away, progress, and words that JSON leaves out. Knows no figure.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from './command';
import { createProgress } from './progress';

export interface BenchFrame {
  /** Empty, and taken away at the end. */
  readonly folder: string;
  /** For people: says nothing where JSON is asked for. */
  readonly print: (text: string) => void;
  readonly onStep: ReturnType<typeof createProgress>['step'];
}

/** Runs `measure` in a frame of its own. */
export async function inBenchFrame<Figures>(
  { json, progress: asked }: { readonly json: boolean; readonly progress: boolean },
  terminal: Terminal,
  measure: (frame: BenchFrame) => Promise<Figures>,
): Promise<Figures> {
  const progress = createProgress(terminal, asked);
  const folder = await mkdtemp(join(tmpdir(), 'levee-bench-'));
  const print = (text: string) => {
    progress.finish();
    if (!json) terminal.out.write(text);
  };
  try {
    return await measure({ folder, print, onStep: progress.step });
  } finally {
    progress.finish();
    await rm(folder, { recursive: true, force: true });
  }
}
