'use client';
// Owns one piece of code to copy: this site's own address stands in it as soon as the page knows it.

import { useState, useSyncExternalStore } from 'react';
import { EXAMPLE_SITE } from '@/lib/elsewhere/examples';

interface CodeExampleProps {
  readonly words: { readonly copy: string; readonly copied: string };
  /** What a test asks for it by. */
  readonly name: string;
  readonly code: string;
}

/** The code, whose long lines go on below, and a button that copies it. */
export function CodeExample({ words, name, code }: CodeExampleProps) {
  const [isCopied, setCopied] = useState(false);
  const site = useSyncExternalStore(
    noChange,
    () => location.origin,
    () => EXAMPLE_SITE,
  );
  const text = code.replaceAll(EXAMPLE_SITE, site);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Not allowed here: the code can be marked and copied by hand.
    }
  }

  return (
    <figure className="code-example">
      <pre data-example={name} dir="ltr">
        <code>{text}</code>
      </pre>
      <button type="button" className="usa-button usa-button--unstyled" onClick={copy}>
        {words.copy}
      </button>
      <span role="status">{isCopied ? words.copied : ''}</span>
    </figure>
  );
}

/** A page's address does not change while it is shown. */
function noChange(): () => void {
  return () => {};
}
