// Owns correcting one cell: what it says, what it should say. The file stays as it was uploaded; the list is checked again.

import { type FormEvent, useState } from 'react';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { UploadProgress } from './upload-progress';
import { type CellStep, useRecheck } from './use-recheck';

interface ProblemCellProps {
  readonly officeId: string;
  readonly draftId: string;
  readonly cell: Omit<CellStep, 'after'>;
}

/** `<ProblemCell officeId="ms-adams" draftId="7Qk…" cell={{file, row: 3, column: 'zip', before: '3912'}} />` */
export function ProblemCell({ officeId, draftId, cell }: ProblemCellProps) {
  const [after, setAfter] = useState(cell.before);
  const { doing, problem, run } = useRecheck(officeId, draftId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (after.trim() !== cell.before) void run({ ...cell, after });
  };
  return (
    <form className="problem-cell needs-script" onSubmit={submit}>
      <Field
        id={`cell-${cell.column}`}
        label={`Correct ${cell.column}`}
        hint="Your file stays as it is. The correction is kept with your name."
      >
        {(control) => (
          <input
            className="usa-input"
            {...control}
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            value={after}
            onChange={(event) => setAfter(event.currentTarget.value)}
          />
        )}
      </Field>
      {doing === null ? (
        <button type="submit" className="usa-button">
          Correct and check again
        </button>
      ) : (
        <UploadProgress text={doing} part={null} />
      )}
      <DeedProblem problem={problem} />
    </form>
  );
}
