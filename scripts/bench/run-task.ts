// Owns the child process of a measurement: runs one task and prints its figures as JSON.
// Called by measure.ts as `run-task.ts TASK DIRECTORY`.

import { compileFeed, measurePages, measureRates, measureSizes, parseOnly } from './tasks';

const TASKS = {
  parse: parseOnly,
  compile: compileFeed,
  sizes: measureSizes,
  pages: measurePages,
  rates: measureRates,
};

/** The names that `run-task.ts` knows. */
export type TaskName = keyof typeof TASKS;

async function run(name: string | undefined, directory: string | undefined): Promise<void> {
  if (name === undefined || directory === undefined || !Object.hasOwn(TASKS, name)) {
    throw new Error(`no task "${name}"`);
  }
  process.stdout.write(JSON.stringify(await TASKS[name as TaskName](directory)));
}

void run(process.argv[2], process.argv[3]);
