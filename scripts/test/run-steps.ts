// Owns the run of the checks: one after the other, each with its time, stopping at the first that fails.
// The last line is the sum of all tests, alone on its line. Exit 0 only when everything ran and passed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureChromium } from './chromium';
import { addCounts, type Counts, countsLine, noCounts, playwrightCounts, vitestCounts } from './counts';
import { ensureNginx } from './nginx';
import { ensureRedis } from './redis';
import { type Step, steps } from './steps';

/** Some tools colour their output wherever CI is set; a log file is read as it is. */
const plainText = { NO_COLOR: '1', FORCE_COLOR: '0' };

interface Outcome {
  readonly passed: boolean;
  readonly counts: Counts;
}

/** What the step's runner counted; a report that is not there or not whole is one failure. */
function countsOf(step: Step, passed: boolean): Counts {
  const silent = { ...noCounts, failed: passed ? 0 : 1 };
  if (!step.report) return silent;
  try {
    const report: unknown = JSON.parse(readFileSync(step.report.file, 'utf8'));
    const counts = step.report.format === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
    return passed || counts.failed > 0 ? counts : addCounts(counts, silent);
  } catch (failure) {
    console.error(`${step.report.file}: ${failure instanceof Error ? failure.message : failure}`);
    return { ...noCounts, failed: 1 };
  }
}

function runStep(step: Step): Outcome {
  const [program, ...args] = step.command;
  if (step.browser) ensureChromium();
  if (step.redis) ensureRedis();
  if (step.nginx) ensureNginx();
  if (step.report) {
    rmSync(step.report.file, { force: true });
    mkdirSync(dirname(step.report.file), { recursive: true });
  }
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY ? {} : plainText), ...step.env },
  });
  const counts = countsOf(step, status === 0);
  return { passed: status === 0 && counts.failed === 0, counts };
}

/** The named steps, in the order of the list; all of them when none is named. */
function chosenSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}`,
    );
    process.exit(2);
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

function runAll(chosen: readonly Step[]): Outcome {
  let counts = noCounts;
  for (const step of chosen) {
    console.log(`\n== ${step.title}`);
    const startedMs = performance.now();
    const outcome = runStep(step);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    console.log(`== ${step.title}: ${outcome.passed ? 'passed' : 'FAILED'} in ${seconds} s`);
    counts = addCounts(counts, outcome.counts);
    if (!outcome.passed) {
      console.log(`== to run only this again: npm test -- ${step.name}\n`);
      return { passed: false, counts };
    }
  }
  console.log('');
  return { passed: true, counts };
}

const { passed, counts } = runAll(chosenSteps(process.argv.slice(2)));
console.log(countsLine(counts));
process.exitCode = passed ? 0 : 1;
