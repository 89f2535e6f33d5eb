// Owns running `levee` for tests: as a child process, as people do, with what it wrote and its exit code.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../scripts/levee.mjs', import.meta.url));

/** `{code: 0, out: '…', err: ''}`; `code` is null where a signal ended it. */
export interface LeveeRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface LeveeOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Kill it, hard, after so long. */
  readonly killAfterMs?: number;
}

/** Run `levee ARGS…` to its end. */
export function runLevee(args: readonly string[], options: LeveeOptions = {}): Promise<LeveeRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], {
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
