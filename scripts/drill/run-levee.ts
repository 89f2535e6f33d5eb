// Owns running `levee COMMAND` beside everything else, so that proxies and voters of this process go on meanwhile.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { World } from './world';

/** What a command left: `{status: 1, out: '…', err: '…'}`; status null: it was killed after the limit. */
export interface CommandEnd {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Run it in the world's environment, for at most so long. */
export function runBeside(
  { repository, env }: Pick<World, 'repository' | 'env'>,
  args: readonly string[],
  limitMs = 120_000,
): Promise<CommandEnd> {
  const child = spawn(process.execPath, [join(repository, 'scripts/levee.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
  });
}
