// Owns the run of one check: what it needs first, its process, and what its runner counted. Knows no other check.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureChromium } from './chromium';
import { addCounts, type Counts, noCounts, playwrightCounts, vitestCounts } from './counts';
import { failuresText, playwrightFailures, vitestFailures } from './failures';
import { ensureNginx } from './nginx';
import { ensureRedis } from './redis';
import type { Step } from './steps';

/** Some tools colour their output wherever CI is set; a log file is read as it is. */
const plainText = { NO_COLOR: '1', FORCE_COLOR: '0' };

/** What became of a check. `said`: what it wrote, where that was held back. `failures`: which of its tests failed, as text. */
export interface Outcome {
  readonly passed: boolean;
  readonly counts: Counts;
  readonly seconds: number;
  readonly said: string;
  readonly failures: string;
}

/** Runs it. `isHeld`: what it writes is kept for `said`, not shown. Never throws for a check that fails. */
export async function runStep(step: Step, isHeld: boolean): Promise<Outcome> {
  const startedMs = performance.now();
  if (step.browser) ensureChromium();
  if (step.redis) ensureRedis();
  if (step.nginx) ensureNginx();
  if (step.report) {
    rmSync(step.report.file, { force: true });
    mkdirSync(dirname(step.report.file), { recursive: true });
  }
  const { status, said } = await run(step, isHeld ? 'pipe' : 'inherit');
  const { counts, failures } = reported(step, status === 0);
  const seconds = (performance.now() - startedMs) / 1000;
  return { passed: status === 0 && counts.failed === 0, counts, seconds, said, failures };
}

function run(
  step: Step,
  output: 'pipe' | 'inherit',
): Promise<{ readonly status: number | null; readonly said: string }> {
  const [program, ...args] = step.command;
  const child = spawn(program, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...(process.stdout.isTTY ? {} : plainText), ...step.env },
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => pieces.push(piece));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ status: null, said: `${message}\n` }));
    child.once('close', (status) => resolve({ status, said: Buffer.concat(pieces).toString() }));
  });
}

/** What the step's runner counted, and what failed; a report that is not there or not whole is one failure. */
function reported(step: Step, passed: boolean): Pick<Outcome, 'counts' | 'failures'> {
  const silent = { ...noCounts, failed: passed ? 0 : 1 };
  if (!step.report) return { counts: silent, failures: '' };
  try {
    const report = JSON.parse(readFileSync(step.report.file, 'utf8'));
    const isVitest = step.report.format === 'vitest';
    const counts = isVitest ? vitestCounts(report) : playwrightCounts(report);
    const failures = failuresText(isVitest ? vitestFailures(report) : playwrightFailures(report));
    return { counts: passed || counts.failed > 0 ? counts : addCounts(counts, silent), failures };
  } catch (failure) {
    const failures = `${step.report.file}: ${failure instanceof Error ? failure.message : failure}\n`;
    return { counts: { ...noCounts, failed: 1 }, failures };
  }
}
