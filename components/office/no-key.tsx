// Owns the warning that nothing can be published, since the office computer has no key to sign with. Knows no key.

import { Alert } from './alert';

/** For the first page of whoever would wonder why publishing fails. */
export function NoKey() {
  return (
    <Alert kind="error" heading="Nothing can be published at the moment">
      <p>
        The office computer has no key to sign with, or its key was revoked: voters keep the list that they
        have, and whoever runs the computer has to give it a key (“Change the signing key” in the runbook).
      </p>
    </Alert>
  );
}
