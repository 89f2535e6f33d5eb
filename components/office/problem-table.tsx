'use client';
// Owns the problem table with the panel beside it: which problem is looked at, and the keys that go through the rows. Without
// script each row is a link to the same.

import { type KeyboardEvent, useRef, useState } from 'react';
import type { StoredProblem } from '@/lib/office/drafts/stored-problems';
import { ProblemPanel } from './problem-panel';
import { ProblemRow } from './problem-row';
import { TableScroll } from './table-scroll';

interface ProblemTableProps {
  readonly officeId: string;
  readonly draftId: string;
  readonly problems: readonly StoredProblem[];
  /** What stands before `problem=12`: `?page=2&`. */
  readonly linkStart: string;
  /** The one that is looked at first. */
  readonly selectedId: number;
  readonly mayCorrect: boolean;
}

/** One page of problems; there must be one at least. */
export function ProblemTable(props: ProblemTableProps) {
  const { officeId, draftId, problems, linkStart, selectedId, mayCorrect } = props;
  const [shownId, setShownId] = useState(selectedId);
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = problems.find(({ id }) => id === shownId) ?? problems[0];
  const move = (event: KeyboardEvent) => {
    const to = target(
      event.key,
      problems.findIndex(({ id }) => id === shown?.id),
      problems.length,
    );
    if (to === null) return;
    event.preventDefault();
    setShownId(problems[to]?.id ?? shownId);
    body.current?.rows[to]?.querySelector('a')?.focus();
  };
  return (
    <div className="problem-view">
      <TableScroll label="Problems" isTall>
        <table className="desk-table problem-table">
          <thead>
            <tr>
              <th scope="col">How bad</th>
              <th scope="col">File</th>
              <th scope="col" className="number">
                Row
              </th>
              <th scope="col">Cell</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={move}>
            {problems.map((problem) => (
              <ProblemRow
                key={problem.id}
                problem={problem}
                href={`${linkStart}problem=${problem.id}#problem`}
                isShown={problem.id === shown?.id}
                onShow={() => setShownId(problem.id)}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {shown !== undefined && (
        <ProblemPanel
          key={shown.id}
          officeId={officeId}
          draftId={draftId}
          problem={shown}
          mayCorrect={mayCorrect}
        />
      )}
    </div>
  );
}

/** Which row a key leads to; null: it is not for the table. */
function target(key: string, at: number, rows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    case 'PageDown':
      return Math.min(rows - 1, at + 10);
    case 'PageUp':
      return Math.max(0, at - 10);
    default:
      return null;
  }
}
