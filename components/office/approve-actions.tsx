'use client';
// Owns the yes and the no to a draft: yes asks for the passkey, no asks for a reason.

import { type FormEvent, useState } from 'react';
import { Alert } from './alert';
import { ConfirmArea } from './confirm-area';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { PostButton } from './post-button';
import { usePost } from './use-post';

interface ApproveActionsProps {
  /** `/office/api/drafts/ms-adams/7Qk…/`. */
  readonly path: string;
  /** Where to go after giving it back. */
  readonly next: string;
  /** What keeps this person from approving, as sentences. */
  readonly obstacles: readonly string[];
  readonly mayApprove: boolean;
}

/** "Approve and publish", where nothing stands in the way; else what does. */
export function ApproveActions({ path, next, obstacles, mayApprove }: ApproveActionsProps) {
  if (!mayApprove) return <p>Somebody who may approve has to look at this. You can read it.</p>;
  return (
    <ConfirmArea
      heading="Your decision"
      actions={obstacles.length === 0 && <PostButton path={`${path}approve/`} label="Approve and publish" />}
    >
      {obstacles.length === 0 ? (
        <p>
          Voters see this list within a minute after you approve. You are asked for your passkey. Your name is
          written into the audit.
        </p>
      ) : (
        <Alert kind="warning" heading="This cannot be approved yet">
          <ul>
            {obstacles.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ReturnForm path={`${path}return/`} next={next} />
    </ConfirmArea>
  );
}

function ReturnForm({ path, next }: { readonly path: string; readonly next: string }) {
  const [reason, setReason] = useState('');
  const { post, isBusy, problem } = usePost(next);
  const giveBack = (event: FormEvent) => {
    event.preventDefault();
    void post(path, { reason });
  };
  return (
    <details className="needs-script">
      <summary>Give it back instead</summary>
      <form className="desk-form" onSubmit={giveBack}>
        <Field id="reason" label="What has to change?" hint="Whoever works on it reads this.">
          {(control) => (
            <textarea
              {...control}
              className="usa-textarea"
              required
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="usa-button usa-button--outline" aria-disabled={isBusy}>
          Give it back
        </button>
        <DeedProblem problem={problem} />
      </form>
    </details>
  );
}
