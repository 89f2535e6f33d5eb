// Owns signing in again without leaving the page: what somebody has typed or chosen on it stays. Knows no form.

import { useState } from 'react';
import { signIn } from '@/lib/office-client/passkey-sign-in';
import { useDeed } from './use-deed';

/** Below the sentence that says that a session is over. */
export function SignInHere() {
  const deed = useDeed();
  const [name, setName] = useState<string | null>(null);
  const go = () =>
    deed.run(
      () => signIn(null),
      (answer) => setName((answer as { readonly name?: string } | null)?.name ?? ''),
    );
  if (name !== null) {
    return (
      <p>
        You are signed in again{name !== '' && ' as '}
        <bdi>{name}</bdi>. Nothing here is lost: press the button once more.
      </p>
    );
  }
  return (
    <>
      {deed.problem !== null && <p>{deed.problem.message}</p>}
      <p className="desk-actions">
        <button type="button" className="usa-button" aria-disabled={deed.isBusy} onClick={go}>
          Sign in here
        </button>
        <a href="/office/sign-in/" target="_blank" rel="noreferrer">
          Sign in by name (new tab)
        </a>
      </p>
      <p>What you have typed or chosen on this page stays.</p>
    </>
  );
}
