// Owns the child process of a measurement: runs one task and prints its figures as JSON.
// Called by measure.ts as `run-task.ts TASK ARGUMENT...`.

import { fill, publishCounty, publishNotice } from './publish-tasks';
import { compileFeed, measurePages, measureRates, measureSizes, parseOnly } from './tasks';

const TASKS = {
  parse: parseOnly,
  compile: compileFeed,
  sizes: measureSizes,
  pages: measurePages,
  rates: measureRates,
  fill,
  publish: publishCounty,
  notice: publishNotice,
};

/** The names that `run-task.ts` knows. */
export type TaskName = keyof typeof TASKS;

type Task = (...args: string[]) => unknown;

async function run(name: string | undefined, args: readonly string[]): Promise<void> {
  if (name === undefined || !Object.hasOwn(TASKS, name)) throw new Error(`no task "${name}"`);
  const task: Task = TASKS[name as TaskName];
  process.stdout.write(JSON.stringify(await task(...args)));
}

void run(process.argv[2], process.argv.slice(3));
