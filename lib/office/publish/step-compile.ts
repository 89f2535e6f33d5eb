// Owns the first step: the office's own dataset, compiled alone, under a name that any later step and any later release
// finds it by. Looks at no other office.

import { loadPart } from './parts';
import { failed, type Step } from './step';
import { wantedOf } from './wanted';

/** Nothing is left behind but the part itself: its name follows from the dataset's. */
export const compileStep: Step = async (ports, { value: job }) => {
  const wanted = await wantedOf(ports, job);
  if (!wanted.ok) return { kind: 'failed', error: wanted.error };
  const choice = wanted.value?.choice ?? null;
  if (choice === null) return { kind: 'next', left: {} };
  const part = await loadPart(ports, choice.dataset);
  if (part.officeId !== job.officeId) {
    return failed('badDataset', `This data is of the office "${part.officeId}". Upload it there.`);
  }
  return { kind: 'next', left: { compile: choice.dataset } };
};
