'use client';
// Owns the voter's way from the form to an answer: what is typed, what is asked for, which step is on screen.
// What was typed lives in memory only; history, storage and addresses never see it.

import { useEffect, useState } from 'react';
import { isAnswerFor, pickedOutcome, textsToAsk } from '@/lib/client/chosen-outcome';
import { formProblem, hasWholeZip, wholeText } from '@/lib/client/form-text';
import type { Candidate, LookupOutcome } from '@/lib/core/lookup/outcome';
import type { Messages } from '@/lib/messages/messages';
import type { Way } from '@/lib/view/outcome-view';
import { confirmed } from '@/lib/view/view-outcome';
import type { FormFields } from './lookup-form';
import { type Check, useCheck } from './use-check';
import { useSteps } from './use-steps';

/** The ways in that have a screen of their own. */
export type WayIn = Exclude<Way, 'editAddress' | 'tryAgain'>;

/** What is on screen. `refused`: the voter said "none of these", or "no" to the county. */
export type LookupStep =
  | { readonly kind: 'form' }
  | { readonly kind: 'wayIn'; readonly way: WayIn }
  | {
      readonly kind: 'answer';
      readonly outcome: LookupOutcome;
      readonly text: string;
      readonly refused: boolean;
    };

/** The state of a look-up and all that a voter can do to it. */
export interface Lookup {
  readonly step: LookupStep;
  readonly fields: FormFields;
  readonly isChecking: boolean;
  /** Rises with each answer. */
  readonly answers: number;
  readonly change: (fields: Partial<FormFields>) => void;
  /** Look up what the form holds. */
  readonly submit: () => Promise<void>;
  /** Look up another text: a practice address. */
  readonly ask: (text: string) => Promise<void>;
  /** The candidate with this index, and its text to look up. */
  readonly choose: (candidate: number, text: string) => Promise<void>;
  /** "None of these", or the answer to "Do you live in …?". */
  readonly refuse: () => void;
  readonly confirm: () => void;
  readonly takeWay: (way: Way) => void;
  /** An empty form: the last address's ZIP must not be taken for the next one's. */
  readonly startOver: () => void;
}

const FORM: LookupStep = { kind: 'form' };
const EMPTY: FormFields = { address: '', zip: null, town: null, problem: null };

export function useLookup(messages: Messages): Lookup {
  const { step, push } = useSteps<LookupStep>(FORM);
  const [fields, setFields] = useState<FormFields>(EMPTY);
  const { isChecking, answers, check, forget } = useCheck();

  // Back, or another way in: whoever has gone on does not wait for the answer any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` is the reason, not an input.
  useEffect(() => forget, [step, forget]);

  function show(outcome: LookupOutcome, text: string, refused = false) {
    push({ kind: 'answer', outcome, text, refused });
  }

  async function ask(text: string) {
    const outcome = await check(text);
    if (outcome) show(outcome, text);
  }

  async function submit() {
    const problem = formProblem(fields, messages);
    if (problem) {
      setFields({ ...fields, problem });
      return;
    }
    const text = wholeText(fields);
    const outcome = await check(text);
    if (!outcome) return;
    if (needsZip(outcome, fields)) {
      setFields({ ...fields, zip: '', problem: { field: 'zip', text: messages.form.zipNeeded } });
    } else show(outcome, text);
  }

  async function choose(index: number, text: string) {
    const before = step.kind === 'answer' ? step.outcome : null;
    const candidate = before?.kind === 'choose' ? before.candidates[index] : undefined;
    if (before?.kind !== 'choose' || !candidate) return;
    const picked = await checkCandidate(before, candidate, text, check);
    if (picked) show(picked.outcome, picked.text);
  }

  function change(changed: Partial<FormFields>) {
    // The answer to what stood there before would be taken for the answer to what stands there now.
    forget();
    setFields({ ...fields, problem: null, ...changed });
  }

  function startOver() {
    setFields(EMPTY);
    push(FORM);
  }

  function takeWay(way: Way) {
    if (way === 'editAddress') push(FORM);
    else if (way === 'tryAgain') void (step.kind === 'answer' ? ask(step.text) : submit());
    else push({ kind: 'wayIn', way });
  }

  return {
    step,
    fields,
    isChecking,
    answers,
    change,
    submit,
    ask,
    choose,
    refuse: () => step.kind === 'answer' && show(step.outcome, step.text, true),
    confirm: () => step.kind === 'answer' && show(confirmed(step.outcome), step.text),
    takeWay,
    startOver,
  };
}

/** The candidate looked up like any address; taken at its word where that asks the same again. Null: forgotten. */
async function checkCandidate(
  before: Extract<LookupOutcome, { kind: 'choose' }>,
  candidate: Candidate,
  text: string,
  check: Check['check'],
): Promise<{ readonly outcome: LookupOutcome; readonly text: string } | null> {
  let outcome: LookupOutcome = before;
  for (const asked of textsToAsk(text, candidate)) {
    const answered = await check(asked);
    if (!answered) return null;
    outcome = answered;
    if (isAnswerFor(candidate, outcome)) return { outcome, text: asked };
  }
  return { outcome: pickedOutcome(before, candidate) ?? outcome, text };
}

/** Neither a ZIP nor a town we know: asking for the ZIP alone is less to do than typing all again. */
function needsZip(outcome: LookupOutcome, fields: FormFields): boolean {
  return outcome.kind === 'unreadable' && outcome.reason === 'noZipOrTown' && !hasWholeZip(fields);
}
