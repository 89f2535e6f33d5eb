'use client';
// Owns the form that sets a draft's golden addresses: one line each, as a spreadsheet copies them.

import Papa from 'papaparse';
import { type FormEvent, useState } from 'react';
import type { GoldenLine } from '@/lib/office/compare/draft-golden';
import { DeedProblem } from './deed-problem';
import { Field } from './field';
import { usePost } from './use-post';

interface GoldenFormProps {
  readonly path: string;
  /** Those that are known, to be changed. */
  readonly lines: readonly GoldenLine[];
}

/** Two columns: the address, and the place's name or id. */
export function GoldenForm({ path, lines }: GoldenFormProps) {
  const [text, setText] = useState(
    Papa.unparse(lines.map(({ address, place }) => [address, place])).replaceAll('\r\n', '\n'),
  );
  const { post, isBusy, problem } = usePost();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
    void post(path, { lines: data.map(([address = '', place = '']) => ({ address, place })) });
  };
  return (
    <form className="desk-form needs-script" onSubmit={save}>
      <Field
        id="golden-lines"
        label="One line for each: the address, and the name or id of its place"
        hint={
          'Like this: "112 Lake St, Carey, OH 43316",City Hall. Two columns of a spreadsheet can be pasted.'
        }
      >
        {(control) => (
          <textarea
            {...control}
            className="usa-input golden-lines"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="desk-actions">
        <button type="submit" className="usa-button" aria-disabled={isBusy}>
          Save and try them
        </button>
      </div>
      <DeedProblem problem={problem} />
    </form>
  );
}
