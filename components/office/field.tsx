// Owns what stands around a control of a form: its label, a hint, what is wrong with it. The control itself is given.

import type { ReactNode } from 'react';

/** What the control must carry, so that it is announced with its hint and its error. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong and what to do: `Give the number with its area code.` */
  readonly error?: string | null;
  readonly children: (control: FieldControl) => ReactNode;
}

/** `<Field id="phone" label="Phone">{(control) => <input className="usa-input" {...control} />}</Field>` */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="usa-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="usa-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
    </div>
  );
}
