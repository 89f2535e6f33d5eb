// Owns the first step: the offices' own datasets, each compiled alone, under names that any later step and any later release
// finds them by. Looks at no other office. In several calls where there are many.

import { loadParts } from './parts';
import { failed, type Step, timeLimit } from './step';
import { wantedOf } from './wanted';

const BUDGET_MS = 4_000;

/** Leaves the parts themselves, whose names follow from the datasets', and `compile`: the dataset, where it is one. */
export const compileStep: Step = async (ports, { value: job }) => {
  const wanted = await wantedOf(ports, job);
  if (!wanted.ok) return { kind: 'failed', error: wanted.error };
  const chosen = wanted.value.flatMap(({ officeId, choice }) =>
    choice === null ? [] : [{ officeId, dataset: choice.dataset }],
  );
  const datasets = chosen.map(({ dataset }) => dataset);
  const parts = await loadParts(ports, datasets, timeLimit(ports, BUDGET_MS));
  if (parts === null) return { kind: 'again', left: {} };
  const other = parts.find((part, index) => part.officeId !== chosen[index]?.officeId);
  if (other !== undefined) {
    return failed('badDataset', `This data is of the office "${other.officeId}". Upload it there.`);
  }
  const [only, second] = datasets;
  return { kind: 'next', left: only === undefined || second !== undefined ? {} : { compile: only } };
};
