'use client';
// Owns signing in: one button, and a way by name for security keys that keep none.

import { type FormEvent, useState } from 'react';
import { signIn } from '@/lib/office-client/passkey-sign-in';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { useDeed } from './use-deed';

/** `next`: a path of the desk, checked by whoever gives it. */
export function SignInForm({ next }: { readonly next: string }) {
  const deed = useDeed();
  const [name, setName] = useState('');
  const go = (who: string | null) =>
    deed.run(
      () => signIn(who),
      () => location.assign(next),
    );
  const byName = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void go(name);
  };
  return (
    <div className="desk-section needs-script">
      <button type="button" className="usa-button" aria-disabled={deed.isBusy} onClick={() => go(null)}>
        Sign in with your passkey
      </button>
      <DeedProblem problem={deed.problem} />
      <details>
        <summary>My security key is not offered</summary>
        <form className="people-form" onSubmit={byName}>
          <Field id="name" label="Your name" hint="As your colleagues see it on this desk: Ana Ruiz">
            {(control) => (
              <input
                {...control}
                className="usa-input"
                autoComplete="name"
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <button type="submit" className="usa-button usa-button--quiet" aria-disabled={deed.isBusy}>
            Sign in by name
          </button>
        </form>
      </details>
    </div>
  );
}
