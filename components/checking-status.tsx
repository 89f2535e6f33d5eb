// Owns what is said while an address is being looked up, on the form and on an answer alike.

import type { Messages } from '@/lib/messages/messages';

interface CheckingStatusProps {
  readonly messages: Messages;
  readonly isChecking: boolean;
}

/** A live region that is always there, or a screen reader would not hear its first words (WCAG 2.2 4.1.3). */
export function CheckingStatus({ messages, isChecking }: CheckingStatusProps) {
  return (
    <p role="status" className={isChecking ? 'checking-status' : 'visually-hidden'}>
      {isChecking ? messages.form.checking : ''}
    </p>
  );
}
