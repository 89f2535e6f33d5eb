'use client';
// Owns the voter's way from the form to an answer: what is typed, what is asked for, which step is on screen.
// What was typed lives in memory only; history, storage and addresses never see it.

import { useState } from 'react';
import { isAnswerFor, pickedOutcome, textsToAsk } from '@/lib/client/chosen-outcome';
import { formProblem, hasWholeZip, wholeText } from '@/lib/client/form-text';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { Messages } from '@/lib/messages/messages';
import type { Way } from '@/lib/view/outcome-view';
import { confirmed } from '@/lib/view/view-outcome';
import type { FormFields } from './lookup-form';
import { voterRelease } from './use-release';
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
  const [isChecking, setChecking] = useState(false);
  const [answers, setAnswers] = useState(0);

  async function check(text: string): Promise<LookupOutcome> {
    setChecking(true);
    const outcome = await voterRelease().answer(text);
    setChecking(false);
    setAnswers((count) => count + 1);
    return outcome;
  }

  function show(outcome: LookupOutcome, text: string, refused = false) {
    push({ kind: 'answer', outcome, text, refused });
  }

  async function ask(text: string) {
    show(await check(text), text);
  }

  async function submit() {
    const problem = formProblem(fields, messages);
    if (problem) {
      setFields({ ...fields, problem });
      return;
    }
    const text = wholeText(fields);
    const outcome = await check(text);
    if (needsZip(outcome, fields)) {
      setFields({ ...fields, zip: '', problem: { field: 'zip', text: messages.form.zipNeeded } });
    } else show(outcome, text);
  }

  async function choose(index: number, text: string) {
    const before = step.kind === 'answer' ? step.outcome : null;
    const candidate = before?.kind === 'choose' ? before.candidates[index] : undefined;
    if (before?.kind !== 'choose' || !candidate) return;
    let again: LookupOutcome = before;
    for (const asked of textsToAsk(text, candidate)) {
      again = await check(asked);
      if (isAnswerFor(candidate, again)) return show(again, asked);
    }
    show(pickedOutcome(before, candidate) ?? again, text);
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
    change: (changed) => setFields({ ...fields, problem: null, ...changed }),
    submit,
    ask,
    choose,
    refuse: () => step.kind === 'answer' && show(step.outcome, step.text, true),
    confirm: () => step.kind === 'answer' && show(confirmed(step.outcome), step.text),
    takeWay,
    startOver,
  };
}

/** Neither a ZIP nor a town we know: asking for the ZIP alone is less to do than typing all again. */
function needsZip(outcome: LookupOutcome, fields: FormFields): boolean {
  return outcome.kind === 'unreadable' && outcome.reason === 'noZipOrTown' && !hasWholeZip(fields);
}
