// A process of its own for the tests of killed sweeps: sweeps, and kills itself before or after one of the operations by which it
// changes anything. Argument: JSON of `SweepDeath`. Prints a line for every operation.

import fs from 'node:fs/promises';
import { swept } from '@/lib/office/sweep/sweep.fixture';
import type { SweepPolicy } from '@/lib/office/sweep/sweep-run';
import { openVictim, type VictimStores } from '@/scripts/drill/kills/victim-stores';

/** `at`: twice the number of the operation, from 0, and one more to die after it; null: live. */
export interface SweepDeath extends VictimStores {
  readonly policy: SweepPolicy;
  readonly at: number | null;
}

const death: SweepDeath = JSON.parse(process.argv[2] ?? '');
let operations = 0;

async function operation<Value>(work: () => Promise<Value>): Promise<Value> {
  const number = operations;
  operations += 1;
  process.stdout.write('operation\n');
  if (death.at === number * 2) process.kill(process.pid, 'SIGKILL');
  const value = await work();
  if (death.at === number * 2 + 1) process.kill(process.pid, 'SIGKILL');
  return value;
}

async function main(): Promise<void> {
  const { ports, close } = await openVictim(death);
  const { rename, rm, link } = fs;
  fs.rename = (...args) => operation(() => rename(...args));
  fs.rm = (...args) => operation(() => rm(...args));
  fs.link = (...args) => operation(() => link(...args));
  const { commit } = ports.state;
  const { removeUnused } = ports.blobs;
  const counted = {
    ...ports,
    state: {
      read: ports.state.read.bind(ports.state),
      list: ports.state.list.bind(ports.state),
      commit: (change: Parameters<typeof commit>[0]) => operation(() => commit.call(ports.state, change)),
    },
    blobs:
      death.kv === null
        ? ports.blobs
        : {
            ...ports.blobs,
            removeUnused: async (names: readonly string[], since: Date) => {
              const gone = [];
              for (const name of names) gone.push(...(await operation(() => removeUnused([name], since))));
              return gone;
            },
          },
  };
  await swept(counted, death.policy);
  await close();
}

void main();
