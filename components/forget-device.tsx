'use client';
// Owns the voter's way to take everything away that this site keeps: for shared phones and library computers.

import { useState } from 'react';
import type { ForgetMessages } from '@/lib/messages/kept-messages';

interface ForgetDeviceProps {
  readonly messages: ForgetMessages;
}

/** A quiet line at the foot of every page. It says what became of it, also to those who do not see it. */
export function ForgetDevice({ messages }: ForgetDeviceProps) {
  const [said, setSaid] = useState('');
  async function forget() {
    try {
      const { forgetAll } = await import('./keep-pages');
      setSaid((await forgetAll()) ? messages.done : messages.failed);
    } catch {
      setSaid(messages.failed);
    }
  }
  return (
    <>
      <button type="button" className="usa-button usa-button--unstyled" onClick={() => void forget()}>
        {messages.action}
      </button>
      <p role="status">{said}</p>
    </>
  );
}
