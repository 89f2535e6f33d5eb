'use client';
// Owns showing a link that opens an account, once: to copy, with what to mind.

import { useState } from 'react';
import { Alert } from './alert';

interface OneTimeLinkProps {
  readonly link: string;
  /** Whom it is for: `Ana Ruiz`. */
  readonly name: string;
}

/** `<OneTimeLink link="https://office.example.gov/office/enrol/#…" name="Ana Ruiz" />` */
export function OneTimeLink({ link, name }: OneTimeLinkProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(link).then(() => setCopied(true));
  };
  return (
    <Alert kind="done" heading={`The link for ${name}`} isNew>
      <p className="mono one-time-link">{link}</p>
      <p>
        It works once, within seven days, and is not shown again. Whoever opens it first gets in: give it to
        them yourself, not to a shared mailbox.
      </p>
      <p>
        <button type="button" className="usa-button usa-button--quiet" onClick={copy}>
          {isCopied ? 'Copied' : 'Copy the link'}
        </button>
      </p>
    </Alert>
  );
}
