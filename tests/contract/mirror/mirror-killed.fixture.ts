// A process of its own for the test of killed mirrors: does one turn, and kills itself in the middle.
// Arguments: source folder, web root, public key, and the file operation before which it dies (0: never).

import fs from 'node:fs/promises';
import { join } from 'node:path';
import { MemoryFile } from '@/lib/adapters/mirror/mirror-memory';
import { mirrorOnce } from '@/lib/adapters/mirror/mirror-once';
import { mirrorSource } from '@/lib/adapters/mirror/mirror-source';
import { NOW } from './mirror-world.fixture';

async function main(source: string, to: string, publicKey: string, dieAt: number): Promise<void> {
  const state = `${to}.mirror`;
  const steps = dieBefore(dieAt);
  const report = await mirrorOnce({
    from: [mirrorSource(source)],
    to,
    publicKeys: [publicKey],
    memory: new MemoryFile(state),
    lock: join(state, 'lock'),
    now: NOW,
    isLook: false,
    site: 'now',
    beforeSite: async () => {},
  });
  process.stdout.write(JSON.stringify({ steps: steps(), problems: report.problems }));
}

/** Counts the operations that change what is on disk, and dies before the n-th. */
function dieBefore(step: number): () => number {
  let steps = 0;
  const count = (): void => {
    steps += 1;
    if (steps === step) process.kill(process.pid, 'SIGKILL');
  };
  for (const name of ['open', 'rename', 'rm', 'writeFile', 'mkdir'] as const) {
    const real = fs[name].bind(fs) as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        if (name !== 'open' || args[1] === 'w') count();
        return real(...args);
      },
    });
  }
  return () => steps;
}

const [source = '', to = '', publicKey = '', dieAt = '0'] = process.argv.slice(2);
void main(source, to, publicKey, Number(dieAt));
