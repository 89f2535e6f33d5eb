'use client';
// Owns adding a passkey of one's own while signed in.

import { type FormEvent, useState } from 'react';
import { err } from '@/lib/core/result';
import { askPasskey, makePasskey } from '@/lib/office-client/passkey';
import { postJson } from '@/lib/office-client/post-json';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { useDeed } from './use-deed';

interface AddPasskeyProps {
  readonly isFirstChoice: boolean;
  readonly onAdded: () => void;
}

/** `isFirstChoice`: it is what the page would have you do now. */
export function AddPasskey({ isFirstChoice, onAdded }: AddPasskeyProps) {
  const deed = useDeed();
  const [name, setName] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    void deed.run(() => added(name), onAdded);
  };
  return (
    <form className="people-form needs-script" onSubmit={add}>
      <p className="quiet">
        Your browser asks twice: first for a passkey that you have, then for the new one.
      </p>
      <Field id="passkey-name" label="What is it?" hint="So that you know it in the list: Office phone">
        {(control) => (
          <input
            {...control}
            className="usa-input"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <button
        type="submit"
        className={isFirstChoice ? 'usa-button' : 'usa-button usa-button--quiet'}
        aria-disabled={deed.isBusy}
      >
        Add a passkey
      </button>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}

const optionsOf = (answer: unknown) => (answer as { readonly options: unknown }).options;

async function added(name: string) {
  // The one that is there first, each time: a session that somebody else has got hold of makes no passkey.
  const asked = await postJson('/office/api/account/passkeys/ask/', {});
  if (!asked.ok) return asked;
  const shown = await askPasskey(optionsOf(asked.value));
  if (!shown.ok) return err(shown.error);
  const begun = await postJson('/office/api/account/passkeys/begin/', { response: shown.value });
  if (!begun.ok) return begun;
  const response = await makePasskey(optionsOf(begun.value));
  if (!response.ok) return err(response.error);
  return postJson('/office/api/account/passkeys/finish/', { response: response.value, name });
}
