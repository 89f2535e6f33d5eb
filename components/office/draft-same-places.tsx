'use client';
// Owns "same places, new date": two fields and a button, for a runoff. Knows no dataset.

import { type FormEvent, useState } from 'react';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { usePost } from './use-post';

/** `<DraftSamePlaces officeId="ms-adams" electionName="General Election" />`: the election that is live. */
export function DraftSamePlaces(props: { readonly officeId: string; readonly electionName: string }) {
  const { officeId, electionName } = props;
  const [name, setName] = useState(`${electionName} Runoff`);
  const [date, setDate] = useState('');
  const { post, isBusy, problem } = usePost();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && date !== '')
      void post(`/office/api/drafts/${officeId}/same-places/`, { name, date });
  };
  return (
    <section className="desk-section needs-script" aria-labelledby="same-places">
      <h2 id="same-places">Same places, new date</h2>
      <p>
        For a runoff: a draft of the places of <bdi>{electionName}</bdi>, without early voting. Nothing has to
        be uploaded.
      </p>
      <form className="desk-form" onSubmit={submit}>
        <Field id="same-name" label="Name of the election">
          {(control) => (
            <input
              className="usa-input"
              {...control}
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field id="same-date" label="Election day">
          {(control) => (
            <input
              className="usa-input"
              type="date"
              {...control}
              required
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="desk-actions">
          <button type="submit" className="usa-button usa-button--outline" aria-disabled={isBusy}>
            {isBusy ? 'One moment …' : 'Make the draft'}
          </button>
        </div>
        <DeedProblem problem={problem} />
      </form>
    </section>
  );
}
