'use client';
// Owns "I know my precinct": its name or number, and the place the office gives it.

import { type FormEvent, useId, useState } from 'react';
import { type DirectoryPrecinct, findPrecincts } from '@/lib/client/office-directory';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import { DirectoryPlaces } from './directory-places';
import { OfficePicker, onlyLocality } from './office-picker';
import { useDirectory } from './use-directory';

interface PrecinctFinderProps {
  readonly messages: Messages;
  readonly release: OpenRelease;
}

/** County, precinct, place. Several precincts of one name are all shown: nothing is picked for the voter. */
export function PrecinctFinder({ messages, release }: PrecinctFinderProps) {
  const [locality, setLocality] = useState<LocalityRef | null>(onlyLocality(release.localities));
  const [asked, setAsked] = useState<string | null>(null);
  const directory = useDirectory(release, locality);
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
      {locality && <PrecinctForm messages={messages} onAsk={setAsked} />}
      <div role="status">
        {locality && asked !== null && directory.kind === 'loading' && <p>{messages.shell.loading}</p>}
        {locality && asked !== null && directory.kind === 'failed' && <p>{messages.shell.notLoaded}</p>}
        {locality && asked !== null && directory.kind === 'loaded' && (
          <Found
            messages={messages}
            release={release}
            locality={locality}
            asked={asked}
            found={findPrecincts(directory.value.precincts, asked)}
          />
        )}
      </div>
    </>
  );
}

function PrecinctForm({
  messages,
  onAsk,
}: {
  readonly messages: Messages;
  readonly onAsk: (text: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const { waysIn } = messages;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() !== '') onAsk(text.trim());
  }

  return (
    <form className="lookup-form" noValidate onSubmit={submit}>
      <div className="usa-form-group">
        <label className="usa-label" htmlFor={id}>
          {waysIn.precinctLabel}
        </label>
        <input
          id={id}
          className="usa-input"
          type="text"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
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
  readonly messages: Messages;
  readonly release: OpenRelease;
  readonly locality: LocalityRef;
  readonly asked: string;
  readonly found: readonly DirectoryPrecinct[];
}

function Found({ messages, release, locality, asked, found }: FoundProps) {
  const { waysIn, outcome } = messages;
  if (found.length === 0) return <p>{format(waysIn.precinctUnknown, { precinct: asked })}</p>;
  return found.map((precinct) => (
    <section key={precinct.id}>
      <h3>{format(waysIn.precinctPlace, { precinct: precinct.name })}</h3>
      {precinct.voting === 'byMail' && <p>{outcome.byMail}</p>}
      {precinct.voting === 'none' && <p>{outcome.noElection}</p>}
      {precinct.voting !== 'none' && (
        <DirectoryPlaces messages={messages} release={release} locality={locality} places={precinct.places} />
      )}
      {precinct.voting === 'assigned' && precinct.places.length === 0 && <p>{outcome.foundWithoutPlace}</p>}
    </section>
  ));
}
