'use client';
// Owns an answer on screen: its view at this moment, what taps on it do, and the map below it.

import type { RefObject } from 'react';
import { isPractice } from '@/lib/client/voter-release';
import type { Messages } from '@/lib/messages/messages';
import type { OutcomeView } from '@/lib/view/outcome-view';
import { viewOutcome } from '@/lib/view/view-outcome';
import { CheckingStatus } from './checking-status';
import { LookupResult } from './lookup-result';
import type { LaterParts } from './use-later-parts';
import type { Lookup, LookupStep } from './use-lookup';
import { useNow } from './use-now';
import { useOfficeWords } from './use-office-words';
import type { ReleaseState } from './use-release';
import { useStillTrue } from './use-still-true';

interface AnswerStepProps {
  readonly messages: Messages;
  readonly lookup: Lookup;
  readonly answer: Extract<LookupStep, { kind: 'answer' }>;
  readonly release: ReleaseState;
  readonly later: LaterParts | null;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

/** One outcome, worded, with its actions. */
export function AnswerStep(props: AnswerStepProps) {
  const { messages, lookup, answer, release, later, headingRef } = props;
  const now = useNow();
  const outcome = useStillTrue(answer, release, lookup.ask);
  const words = useOfficeWords(outcome, release);
  const timeZone = deviceZone();
  const whole = viewOutcome(outcome, later?.messages ?? messages, now, timeZone);
  const view = answer.refused ? afterRefusal(whole) : whole;
  const details =
    view.layout === 'places' && later !== null
      ? later.answerDetails({
          view,
          outcome,
          words,
          release,
          reader: { messages: later.messages, now, timeZone },
        })
      : {};

  function choose(ask: string) {
    if (view.layout === 'choose') {
      void lookup.choose(
        view.choices.findIndex((choice) => choice.ask === ask),
        ask,
      );
    }
  }

  return (
    <>
      <LookupResult
        view={view}
        headingRef={headingRef}
        {...details}
        actions={{
          onChoose: choose,
          onNone: lookup.refuse,
          onConfirm: (livesThere) => (livesThere ? lookup.confirm() : lookup.refuse()),
          onWay: lookup.takeWay,
          onPrint: () => window.print(),
        }}
      />
      {release.kind === 'open' && isPractice(release.release) && (
        <p className="practice-note">{messages.practice.banner}</p>
      )}
      <CheckingStatus messages={messages} isChecking={lookup.isChecking} />
      <p className="search-again no-print">
        <button type="button" className="usa-button usa-button--outline" onClick={lookup.startOver}>
          {messages.form.searchAgain}
        </button>
      </p>
    </>
  );
}

/** What a question leads to when the voter says no to it. */
function afterRefusal(view: OutcomeView): OutcomeView {
  if (view.layout === 'choose') return view.ifNone;
  return view.layout === 'confirm' ? view.ifNo : view;
}

function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
