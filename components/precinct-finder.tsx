'use client';
// Owns "I know my precinct": its name or number, and the place the office gives it.

import { type FormEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { type DirectoryPrecinct, findPrecincts } from '@/lib/client/office-directory';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import { DirectoryPlaces } from './directory-places';
import { OfficePicker, onlyLocality } from './office-picker';
import { useDirectory } from './use-directory';

interface PrecinctFinderProps {
  readonly messages: AllMessages;
  readonly release: OpenRelease;
}

/** What was asked for; another one each time, so that asking again is heard again. */
interface Asked {
  readonly text: string;
}

/** County, precinct, place. Several precincts of one name are all shown: nothing is picked for the voter. */
export function PrecinctFinder({ messages, release }: PrecinctFinderProps) {
  const [locality, setLocality] = useState<LocalityRef | null>(onlyLocality(release.localities));
  const [asked, setAsked] = useState<Asked | null>(null);
  const directory = useDirectory(release, locality);
  const isLoaded = asked !== null && directory.kind === 'loaded';
  const found = isLoaded && asked.text !== '' ? findPrecincts(directory.value.precincts, asked.text) : [];
  const problem = isLoaded && found.length === 0 ? problemOf(asked.text, messages) : null;
  const headingRef = useRef<HTMLHeadingElement>(null);
  const hasFound = found.length > 0;

  // As with an address: an answer starts at its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the reason, not an input.
  useEffect(() => {
    if (hasFound) headingRef.current?.focus();
  }, [asked, hasFound]);

  return (
    <>
      <p>{messages.waysIn.knowPrecinctIntro}</p>
      <OfficePicker
        messages={messages}
        localities={release.localities}
        picked={locality}
        onPick={(picked) => {
          setLocality(picked);
          setAsked(null);
        }}
      />
      {locality && (
        <PrecinctForm
          messages={messages}
          asked={asked}
          problem={problem}
          onAsk={(text) => setAsked({ text })}
        />
      )}
      <div role="status">
        {locality && asked !== null && directory.kind === 'loading' && <p>{messages.shell.loading}</p>}
        {locality && asked !== null && directory.kind === 'failed' && <p>{messages.shell.notLoaded}</p>}
      </div>
      {locality && hasFound && (
        <Found
          messages={messages}
          release={release}
          locality={locality}
          found={found}
          headingRef={headingRef}
        />
      )}
    </>
  );
}

function problemOf(text: string, { waysIn }: AllMessages): string {
  return text === '' ? waysIn.precinctNeeded : format(waysIn.precinctUnknown, { precinct: text });
}

interface PrecinctFormProps {
  readonly messages: AllMessages;
  readonly asked: Asked | null;
  /** What is amiss with what was asked. */
  readonly problem: string | null;
  readonly onAsk: (text: string) => void;
}

function PrecinctForm({ messages, asked, problem, onAsk }: PrecinctFormProps) {
  const id = useId();
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const { waysIn } = messages;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the reason, not an input.
  useEffect(() => {
    if (problem !== null) box.current?.focus();
  }, [asked, problem]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onAsk(text.trim());
  }

  return (
    <form className="lookup-form" noValidate onSubmit={submit}>
      <div className="usa-form-group">
        <label className="usa-label" htmlFor={id}>
          {waysIn.precinctLabel}
        </label>
        {problem !== null && (
          <p className="usa-error-message" id={`${id}-problem`}>
            {problem}
          </p>
        )}
        <input
          ref={box}
          id={id}
          className="usa-input"
          type="text"
          dir="auto"
          autoComplete="off"
          aria-describedby={problem === null ? `${id}-hint` : `${id}-problem ${id}-hint`}
          aria-invalid={problem !== null || undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="usa-hint" id={`${id}-hint`}>
          {waysIn.precinctHint}
        </p>
      </div>
      <button className="usa-button" type="submit">
        {waysIn.precinctSubmit}
      </button>
    </form>
  );
}

interface FoundProps {
  readonly messages: AllMessages;
  readonly release: OpenRelease;
  readonly locality: LocalityRef;
  readonly found: readonly DirectoryPrecinct[];
  readonly headingRef: Ref<HTMLHeadingElement>;
}

function Found({ messages, release, locality, found, headingRef }: FoundProps) {
  const { waysIn, outcome } = messages;
  return found.map((precinct, index) => (
    <section key={precinct.id}>
      <h3 tabIndex={-1} {...(index === 0 ? { ref: headingRef } : {})}>
        {format(waysIn.precinctPlace, { precinct: precinct.name })}
      </h3>
      {precinct.voting === 'byMail' && <p>{outcome.byMail}</p>}
      {precinct.voting === 'none' && <p>{outcome.noElection}</p>}
      {precinct.voting !== 'none' && (
        <DirectoryPlaces messages={messages} release={release} locality={locality} places={precinct.places} />
      )}
      {precinct.voting === 'assigned' && precinct.places.length === 0 && <p>{outcome.foundWithoutPlace}</p>}
    </section>
  ));
}
