'use client';
// Owns making an upload token and showing its text, this once.

import { type FormEvent, useState } from 'react';
import { postJson } from '@/lib/office-client/post-json';
import { Alert } from './alert';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { useDeed } from './use-deed';

/** A name in, the token's text out. */
export function TokenMaker({ officeId }: { readonly officeId: string }) {
  const [name, setName] = useState('');
  const [text, setText] = useState<string | null>(null);
  const { isBusy, problem, run } = useDeed();
  const make = (event: FormEvent) => {
    event.preventDefault();
    void run(
      () => postJson(`/office/api/tokens/${officeId}/`, { name }),
      (answer) => setText((answer as { readonly text: string }).text),
    );
  };
  if (text !== null) {
    return (
      <Alert kind="done" heading="Copy this token now. It cannot be shown again." isNew>
        <p className="mono">{text}</p>
        <p>Give it to the program as: Authorization: Bearer, a space, and the token.</p>
        <p>
          <a href={`/office/${officeId}/settings/`}>I have copied it</a>
        </p>
      </Alert>
    );
  }
  return (
    <form className="desk-form needs-script" onSubmit={make}>
      <Field id="token-name" label="Name of a new token" hint="What it is for, like this: nightly export">
        {(control) => (
          <input
            {...control}
            className="usa-input"
            autoComplete="off"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="desk-actions">
        <button type="submit" className="usa-button usa-button--outline" aria-disabled={isBusy}>
          Make a token
        </button>
      </div>
      <DeedProblem problem={problem} />
    </form>
  );
}
