'use client';
// Owns letting somebody in again who lost the passkey: a one-time link, made by a second person.

import { useState } from 'react';
import { postJson } from '@/lib/office-client/post-json';
import { DeedProblem } from './deed-problem';
import { OneTimeLink } from './one-time-link';
import { useDeed } from './use-deed';

interface RecoveryLinkProps {
  readonly accountId: string;
  readonly name: string;
}

/** Old passkeys hold until the link has been used. */
export function RecoveryLink({ accountId, name }: RecoveryLinkProps) {
  const deed = useDeed();
  const [link, setLink] = useState<string | null>(null);
  const make = () =>
    deed.run(
      () => postJson(`/office/api/people/${accountId}/invite/`, {}),
      (value) => setLink((value as { readonly link: string }).link),
    );
  return (
    <div className="desk-section needs-script">
      <button
        type="button"
        className="usa-button usa-button--quiet"
        aria-disabled={deed.isBusy}
        onClick={make}
      >
        Make a link for a new passkey
      </button>
      <DeedProblem problem={deed.problem} />
      {link !== null && <OneTimeLink link={link} name={name} />}
    </div>
  );
}
