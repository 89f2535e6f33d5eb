'use client';
// Owns asking to go back: why, and the button. What voters would see stands above it on the page.

import { type FormEvent, useState } from 'react';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { usePost } from './use-post';

interface RollbackFormProps {
  readonly officeId: string;
  readonly electionId: string;
  /** null: take the list back. */
  readonly dataset: string | null;
}

/** Leads to the history, where the request stands. */
export function RollbackForm({ officeId, electionId, dataset }: RollbackFormProps) {
  const [reason, setReason] = useState('');
  const { post, isBusy, problem } = usePost(`/office/${officeId}/history/`);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    void post(`/office/api/rollback/${officeId}/`, { electionId, dataset, reason });
  };
  return (
    <form className="desk-form needs-script" onSubmit={ask}>
      <Field
        id="reason"
        label="Why?"
        hint="The person who approves it reads this, and it stays in the audit."
      >
        {(control) => (
          <textarea
            {...control}
            className="usa-input"
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="desk-actions">
        <button type="submit" className="usa-button" aria-disabled={isBusy}>
          Ask for it
        </button>
        <a href={`/office/${officeId}/history/`}>Leave it as it is</a>
      </div>
      <DeedProblem problem={problem} />
    </form>
  );
}
