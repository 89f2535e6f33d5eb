// Owns running `levee` for tests: as people start it, as a process that starts faster, or within this one where only arguments
// are read. Gives what it wrote and its exit code.

import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '@/scripts/commands/main';
import { bundled } from '@/scripts/test/bundle';

const launcher = fileURLToPath(new URL('../../scripts/levee.mjs', import.meta.url));
const quick = fileURLToPath(new URL('./levee-process.ts', import.meta.url));

/** `{code: 0, out: '…', err: ''}`; `code` is null where a signal ended it. */
export interface LeveeRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface LeveeOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Kill it, hard, after so long. */
  readonly killAfterMs?: number;
}

/** Run `levee ARGS…` to its end, in a process of its own. */
export async function runLevee(args: readonly string[], options: LeveeOptions = {}): Promise<LeveeRun> {
  return runScript(await bundled(quick), args, options);
}

/** The same, by the launcher that people call. */
export function runLauncher(args: readonly string[], options: LeveeOptions = {}): Promise<LeveeRun> {
  return runScript(launcher, args, options);
}

function runScript(script: string, args: readonly string[], options: LeveeOptions): Promise<LeveeRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    // A child that ends without reading its input is no failure of the test.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    if (options.killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
  });
}

/** Run `levee ARGS…` in this process: a tenth of the time. */
export async function runInProcess(args: readonly string[]): Promise<LeveeRun> {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const terminal = { out: into('out'), err: into('err'), env: process.env, now: () => new Date() };
  return { code: await main(args, terminal), ...written };
}
