// Owns the run of the checks: in the order of their list, each with its time, stopping at the first that fails. Neighbours that
// may run side by side do, and are shown one after the other all the same.
// The last line is the sum of all tests, alone on its line. Exit 0 only when everything ran and passed.
import { availableParallelism } from 'node:os';
import { addCounts, countsLine, noCounts } from './counts';
import { type Outcome, runStep } from './run-step';
import { type Step, steps } from './steps';

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

/** Neighbours of the same `beside` go together, as many as there are processors at once; each other step goes alone. */
function groupsOf(chosen: readonly Step[]): readonly (readonly Step[])[] {
  const groups: Step[][] = [];
  for (const step of chosen) {
    const last = groups.at(-1);
    if (step.beside !== undefined && last?.[0]?.beside === step.beside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** One alone shows what it writes as it comes; of several, each is shown whole, in the order of the list. */
async function runGroup(group: readonly Step[]): Promise<readonly Outcome[]> {
  for (const { title } of group) console.log(`${group[0]?.title === title ? '\n' : ''}== ${title}`);
  const outcomes: Outcome[] = [];
  const waiting = [...group.entries()];
  async function lane(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, step] = next;
      outcomes[index] = await runStep(step, group.length > 1);
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), group.length) }, lane));
  for (const [index, step] of group.entries()) {
    const { passed, seconds, said, failures } = outcomes[index]!;
    process.stdout.write(said);
    // Once more, together: whoever reads a log that was cut has its end.
    if (failures !== '') console.log(`\n== what failed\n${failures}`);
    console.log(`== ${step.title}: ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
    if (!passed) console.log(`== to run only this again: npm test -- ${step.name}\n`);
  }
  return outcomes;
}

async function runAll(chosen: readonly Step[]): Promise<boolean> {
  let counts = noCounts;
  let passed = true;
  for (const group of groupsOf(chosen)) {
    const outcomes = await runGroup(group);
    for (const outcome of outcomes) counts = addCounts(counts, outcome.counts);
    passed = outcomes.every((outcome) => outcome.passed);
    if (!passed) break;
  }
  if (passed) console.log('');
  console.log(countsLine(counts));
  return passed;
}

void runAll(chosenSteps(process.argv.slice(2))).then((passed) => {
  process.exitCode = passed ? 0 : 1;
});
