// Owns the six steps of a file's way for the stepper, and how a draft's state is called. Knows no page but their addresses.

import type { Draft } from '@/lib/office/drafts/draft';
import type { Step } from './stepper';

/** The six steps of `draft`; null: nothing has been uploaded yet. `current`: which step the page is about, where it is not
 *  the one that comes next. */
export function draftSteps(draft: Draft | null, current?: StepName): readonly Step[] {
  const done = draft === null ? 0 : stepsDone(draft);
  return stepNames.map((name, index) => {
    const isNow = current === undefined ? index === done : name === current;
    const state = isNow ? 'now' : index < done ? 'done' : 'next';
    return { label: name, state, href: draft === null || state === 'next' ? undefined : hrefOf(name, draft) };
  });
}

const stepNames = ['Uploaded', 'Checked', 'Compared', 'Submitted', 'Approved', 'Live'] as const;
export type StepName = (typeof stepNames)[number];

function stepsDone({ state, checked }: Draft): number {
  switch (state) {
    case 'uploading':
      return 0;
    case 'checking':
    case 'withdrawn':
      return 1;
    case 'checked':
      return checked?.dataset ? 2 : 1;
    case 'submitted':
      return 4;
    case 'approved':
      return 5;
    case 'live':
      return 6;
  }
}

function hrefOf(name: StepName, draft: Draft): string | undefined {
  const { id, officeId, state, checked, jobId } = draft;
  const own = `/office/${officeId}/drafts/${id}/`;
  switch (name) {
    case 'Compared':
      return checked?.dataset ? `${own}compare/` : undefined;
    case 'Approved':
      return state === 'submitted' ? `${own}approve/` : undefined;
    case 'Live':
      return jobId === null ? undefined : `/office/${officeId}/jobs/${jobId}/`;
    default:
      return own;
  }
}

/** `checked` with a draft's problems in mind: `Checked, ready to compare`. */
export function draftStateText({ state, checked, returned }: Draft): string {
  switch (state) {
    case 'uploading':
      return 'Not all files have arrived';
    case 'checking':
      return 'Being checked';
    case 'checked':
      if (returned !== null) return 'Came back';
      if (checked?.foreign && checked.foreign.unconfirmed > 0) return 'We need to know its columns';
      return checked?.dataset ? 'Checked, not yet submitted' : 'Cannot be read';
    case 'submitted':
      return 'Waits for approval';
    case 'approved':
      return 'Being published';
    case 'live':
      return 'Live';
    case 'withdrawn':
      return 'Taken back';
  }
}
