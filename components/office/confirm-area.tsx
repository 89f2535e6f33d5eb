// Owns the frame around something that cannot be taken back lightly: what voters will see first, then the buttons.

import type { ReactNode } from 'react';

interface ConfirmAreaProps {
  readonly heading: string;
  /** Exactly what voters will see, or what will change. */
  readonly children: ReactNode;
  /** The buttons, the one that does it first. */
  readonly actions: ReactNode;
}

/** `<ConfirmArea heading="Voters will see this" actions={<button …/>}>…</ConfirmArea>` */
export function ConfirmArea({ heading, children, actions }: ConfirmAreaProps) {
  return (
    <section className="confirm-area">
      <h2>{heading}</h2>
      {children}
      <div className="desk-actions">{actions}</div>
    </section>
  );
}
