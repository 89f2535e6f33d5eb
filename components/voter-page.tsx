'use client';
// Owns the look-up page as a whole: the bar, the question, and below it the form, an answer, or another way in.

import { type ReactNode, useEffect, useRef } from 'react';
import type { Messages } from '@/lib/messages/messages';
import { AnswerStep } from './answer-step';
import { ElectionLine } from './election-line';
import { FormStep } from './form-step';
import type { OfferedLanguage } from './language-links';
import { MoreWays } from './more-ways';
import { NoticesToAll } from './notices-to-all';
import type { PracticeEntry } from './practice-list';
import { ReleaseAge } from './release-age';
import { SiteBar } from './site-bar';
import { useLaterParts } from './use-later-parts';
import { useLookup } from './use-lookup';
import { useReleaseState } from './use-release';

interface VoterPageProps {
  readonly messages: Messages;
  /** Where the texts lie that no answer needs: `/texts/en-….json`. */
  readonly laterTexts: string;
  readonly languages: readonly OfferedLanguage[];
  /** The practice page: addresses to try, in place of the other ways in. */
  readonly practice?: readonly PracticeEntry[];
  /** In a frame on somebody else's page. */
  readonly isEmbedded?: boolean;
  /** Shown where there is no script, right below the form. */
  readonly children: ReactNode;
}

/** The whole of `/en/` or `/en/practice/` but its foot. */
export function VoterPage(props: VoterPageProps) {
  const { messages, languages, practice, isEmbedded = false, children } = props;
  const lookup = useLookup(messages);
  const release = useReleaseState(lookup.answers);
  const { step } = lookup;
  const isForm = step.kind === 'form';
  const later = useLaterParts(release, !isForm || practice !== undefined, messages, props.laterTexts);
  const isThere = step.kind !== 'wayIn' || later !== null;
  const headingRef = useRef<HTMLHeadingElement>(null);
  const addressRef = useRef<HTMLInputElement>(null);
  const isFirstStep = useRef(true);

  // A new step starts at its heading, or in the address box; the first one leaves focus where the browser has it.
  useEffect(() => {
    if (!isThere) return;
    if (!isFirstStep.current) (step.kind === 'form' ? addressRef : headingRef).current?.focus();
    isFirstStep.current = false;
    if (step.kind !== 'form') window.scrollTo(0, 0);
  }, [step, isThere]);

  return (
    <>
      <SiteBar
        messages={messages}
        languages={languages}
        path={practice ? 'practice/' : isEmbedded ? 'embed/' : ''}
        release={release}
      />
      <ReleaseAge messages={messages} release={release} />
      <main id="main" className="page">
        <div className={isForm && !practice ? 'first-screen' : undefined}>
          <h1 className={isForm ? 'page-title' : 'page-title page-title-quiet'}>{messages.shell.title}</h1>
          {isForm && <NoticesToAll messages={messages} release={release} />}
          {isForm && <ElectionLine messages={messages} release={release} />}
          {later && isForm && !practice && (
            <later.SavedPlaceArea
              messages={later.messages}
              release={release}
              onLookUp={() => addressRef.current?.focus()}
            />
          )}
          {isForm && <FormStep messages={messages} lookup={lookup} addressRef={addressRef} />}
          {isForm && children}
        </div>
        {isForm && !practice && (
          <MoreWays messages={messages} lookup={lookup} release={release} isShort={isEmbedded} />
        )}
        {later && isForm && practice && (
          <later.PracticeList
            messages={later.messages}
            lookup={lookup}
            release={release}
            entries={practice}
          />
        )}
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
    </>
  );
}
