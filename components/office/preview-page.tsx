'use client';
// Owns trying a draft as a voter: the voters' own form, answers and ways in, over the draft, under a bar that says so on
// every screen. Only here is a page given another release than the live one; no voter page imports it.

import { useEffect, useRef, useState } from 'react';
import type { AllMessages, Messages } from '@/lib/messages/messages';
import type { Pointer } from '@/lib/release/format';
import { AnswerStep } from '../answer-step';
import { ElectionLine } from '../election-line';
import { FormStep } from '../form-step';
import { MoreWays } from '../more-ways';
import { PlaceMap } from '../place-map';
import type { LaterParts } from '../use-later-parts';
import { useLookup } from '../use-lookup';
import { readRelease, useReleaseState } from '../use-release';
import { previewRelease } from './preview-release';

interface PreviewPageProps {
  readonly messages: Messages;
  readonly allMessages: AllMessages;
  readonly pointer: Pointer;
  /** Where its objects lie: `/office/api/preview/ms-adams/7Qk/`. */
  readonly base: string;
}

/** The page between the preview's bar and its foot. */
export function PreviewPage({ messages, allMessages, pointer, base }: PreviewPageProps) {
  // Before anything asks for a release; on the server nothing does, and what is set there would be everybody's.
  useState(() => typeof window !== 'undefined' && readRelease(previewRelease(base, pointer)));
  const lookup = useLookup(messages);
  const release = useReleaseState(lookup.answers);
  const later = useParts(allMessages);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const addressRef = useRef<HTMLInputElement>(null);
  const isFirstStep = useRef(true);
  const { step } = lookup;
  const isForm = step.kind === 'form';

  useEffect(() => {
    if (!isFirstStep.current) (step.kind === 'form' ? addressRef : headingRef).current?.focus();
    isFirstStep.current = false;
  }, [step]);

  return (
    <main id="main" className="page">
      <div className={isForm ? 'first-screen' : undefined}>
        <h1 className={isForm ? 'page-title' : 'page-title page-title-quiet'}>{messages.shell.title}</h1>
        {isForm && <ElectionLine messages={messages} release={release} />}
        {isForm && <FormStep messages={messages} lookup={lookup} addressRef={addressRef} />}
      </div>
      {isForm && <MoreWays messages={messages} lookup={lookup} release={release} isShort={false} />}
      {step.kind === 'answer' && (
        <AnswerStep
          messages={messages}
          lookup={lookup}
          answer={step}
          release={release}
          later={later}
          headingRef={headingRef}
        />
      )}
      {step.kind === 'wayIn' && later && (
        <later.WayInStep
          messages={later.messages}
          lookup={lookup}
          way={step.way}
          release={release}
          headingRef={headingRef}
        />
      )}
    </main>
  );
}

/** What stands beside an answer. Unlike a voter's page this one brings no device's copy up to date. */
function useParts(messages: AllMessages): LaterParts | null {
  const [parts, setParts] = useState<LaterParts | null>(null);
  useEffect(() => {
    let isCurrent = true;
    import('../later-parts').then(
      (loaded) => isCurrent && setParts({ ...loaded, messages, answerDetails: withoutKeeping(loaded) }),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [messages]);
  return parts;
}

/** What stands beside an answer, but for keeping it: what is not live must not stay on anybody's device. */
function withoutKeeping({ answerDetails }: Pick<LaterParts, 'answerDetails'>): LaterParts['answerDetails'] {
  return (answer) => {
    const { view, release, reader } = answer;
    const localities = release.kind === 'open' ? release.release.localities : [];
    const states = [...new Set(localities.map(({ state }) => state))].sort();
    const map = <PlaceMap messages={reader.messages} places={view.places} states={states} />;
    return { ...answerDetails(answer), children: map };
  };
}
