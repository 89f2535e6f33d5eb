// Owns the long run of the fuzzing: slices of inputs in processes of their own, as many as there are processors, each watched
// so that one that hangs is named and ended. Knows no parser.

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FuzzReport } from '../fuzz/fuzz-parser';

export interface FuzzSettings {
  readonly count: number;
  readonly seed: number;
  /** null: all of them. */
  readonly parser: string | null;
}

/** `count=1000000 seed=7 parser=whole release` -> the same as values; what is left out is 500,000, 20261104, all. */
export function readFuzzSettings(text: string): FuzzSettings {
  const value = (name: string) => new RegExp(`\\b${name}=([^=]*?)(?= \\w+=|$)`).exec(text)?.[1] ?? null;
  return {
    count: Number(value('count') ?? 500_000),
    seed: Number(value('seed') ?? 20_261_104),
    parser: value('parser'),
  };
}

const SLICE = 100_000;
/** Between two signs of life, each after 250 inputs. */
const SILENT_MS = 120_000;
const RUN = fileURLToPath(new URL('../fuzz/run.ts', import.meta.url));

/** One report for each parser, in their order. */
export async function fuzzEverywhere(
  names: readonly string[],
  { count, seed }: FuzzSettings,
): Promise<readonly FuzzReport[]> {
  const slices = names.flatMap((name) =>
    Array.from({ length: Math.ceil(count / SLICE) }, (_, index) => ({ name, from: index * SLICE })),
  );
  const reports = new Map<string, FuzzReport>();
  const queue = slices.values();
  const work = async (): Promise<void> => {
    for (const { name, from } of queue) {
      const report = await runSlice(name, seed, from, Math.min(SLICE, count - from));
      reports.set(name, together(reports.get(name), report));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return names.flatMap((name) => reports.get(name) ?? []);
}

function together(before: FuzzReport | undefined, more: FuzzReport): FuzzReport {
  if (before === undefined) return more;
  const inputs = before.inputs + more.inputs;
  return {
    ...before,
    inputs,
    accepted: before.accepted + more.accepted,
    slowestMs: Math.max(before.slowestMs, more.slowestMs),
    meanMs: (before.meanMs * before.inputs + more.meanMs * more.inputs) / inputs,
    findings: [...before.findings, ...more.findings],
  };
}

function runSlice(parser: string, seed: number, from: number, count: number): Promise<FuzzReport> {
  const options = ['--seed', String(seed), '--from', String(from), '--count', String(count), '--progress'];
  const child = spawn(process.execPath, ['--import', 'tsx', RUN, parser, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [at, report]: [number, FuzzReport | null] = [from, null];
  let isHung = false;
  const hang = () => {
    isHung = true;
    child.kill('SIGKILL');
  };
  let watch = setTimeout(hang, SILENT_MS);
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(watch);
    watch = setTimeout(hang, SILENT_MS);
    if (line.startsWith('at ')) at = Number(line.slice(3));
    else if (line.startsWith('{')) report = JSON.parse(line);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(watch);
      if (report !== null) return resolve(report);
      const what = isHung ? `hangs: nothing for ${SILENT_MS / 1_000} s` : `the process ended with ${code}`;
      const replay = `${parser} --seed ${seed} --from ${at} --count 250`;
      const findings = [{ index: at, what, base64: '', replay }];
      resolve({ parser, seed, inputs: at - from, accepted: 0, slowestMs: 0, meanMs: 0, findings });
    });
  });
}
