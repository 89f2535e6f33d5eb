'use client';
// Owns adding a passkey on the account's page: done, the list is shown anew.

import { AddPasskey } from './add-passkey';

/** `isFirstChoice`: there is only one so far. */
export function OwnPasskeyAdder({ isFirstChoice }: { readonly isFirstChoice: boolean }) {
  return <AddPasskey isFirstChoice={isFirstChoice} onAdded={() => location.reload()} />;
}
