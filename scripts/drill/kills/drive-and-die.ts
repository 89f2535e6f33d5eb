// A process of its own for the tests of killed publishes: drives a job, and kills itself before or after one of the
// operations by which it changes anything. Argument: JSON of `Death`. Prints the step of every operation, one a line.

import fs from 'node:fs/promises';
import { advanceJob } from '@/lib/office/publish/advance-job';
import { jobs } from '@/lib/office/publish/job';
import { openVictim, type VictimStores } from './victim-stores';

/** `at`: twice the number of the operation, from 0, and one more to die after it; null: live. */
export interface Death extends VictimStores {
  readonly jobId: string;
  readonly at: number | null;
}

const death: Death = JSON.parse(process.argv[2] ?? '');
let step = 'start';
let operations = 0;

async function operation<Value>(work: () => Promise<Value>): Promise<Value> {
  const number = operations;
  operations += 1;
  process.stdout.write(`${step}\n`);
  if (death.at === number * 2) process.kill(process.pid, 'SIGKILL');
  const value = await work();
  if (death.at === number * 2 + 1) process.kill(process.pid, 'SIGKILL');
  return value;
}

async function main(): Promise<void> {
  const { ports, close } = await openVictim(death);
  const { open, rename } = fs;
  // Everything else that writes files does it by these two; blobs count as files, and not twice.
  fs.open = (...args) => operation(() => open(...args));
  fs.rename = (...args) => operation(() => rename(...args));
  const { commit } = ports.state;
  const { put } = ports.blobs;
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
        : { ...ports.blobs, put: (name: string, bytes: Uint8Array) => operation(() => put(name, bytes)) },
  };
  for (;;) {
    step = (await jobs.read(ports.state, death.jobId))?.value.step ?? 'none';
    const job = await advanceJob(counted, death.jobId);
    if (!job.ok || job.value.state !== 'running') break;
  }
  await close();
}

void main();
