// Owns a message that must not be overlooked. What kind it is stands in its words; the edge only underlines it.

import type { ReactNode } from 'react';

interface AlertProps {
  /** `done` and `info` are quiet; `warning` and `error` are marked by the notice colour. */
  readonly kind: 'info' | 'done' | 'warning' | 'error';
  readonly heading?: string;
  /** It came up after the page was there: a screen reader says it at once. */
  readonly isNew?: boolean;
  readonly children?: ReactNode;
}

/** `<Alert kind="warning" heading="Nobody has confirmed the phone">…</Alert>` */
export function Alert({ kind, heading, isNew = false, children }: AlertProps) {
  const role = isNew ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={`desk-alert desk-alert-${kind}`} role={role}>
      {heading && <p className="desk-alert-heading">{heading}</p>}
      {children}
    </div>
  );
}
