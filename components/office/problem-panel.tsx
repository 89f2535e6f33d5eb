// Owns one problem in full: what is wrong, what to do, the row it lies in, and a cell of it to correct. Texts of files are
// text.

import { useState } from 'react';
import type { StoredProblem } from '@/lib/office/drafts/stored-problems';
import { HelpLink } from './help-link';
import { ProblemCell } from './problem-cell';
import { SeverityLabel } from './severity-label';

interface ProblemPanelProps {
  readonly officeId: string;
  readonly draftId: string;
  readonly problem: StoredProblem;
  readonly mayCorrect: boolean;
}

/** `<ProblemPanel officeId="ms-adams" draftId="7Qk…" problem={problem} mayCorrect />` */
export function ProblemPanel({ officeId, draftId, problem, mayCorrect }: ProblemPanelProps) {
  const { severity, code, file, row, column, value, message, remedy, header, cells } = problem;
  const [corrected, setCorrected] = useState(column);
  const at = cells === null || corrected === null ? -1 : (header?.indexOf(corrected) ?? -1);
  const cell = cells?.[at];
  const isSound = header !== null && cells?.length === header.length;
  const mayEdit = mayCorrect && isSound && row !== null;
  return (
    <section
      id="problem"
      className="problem-panel"
      aria-labelledby="problem-heading"
      // It scrolls, and without a cell to correct nothing in it is reached by keys (axe: scrollable-region-focusable).
      tabIndex={mayEdit ? undefined : 0}
    >
      <h3 id="problem-heading">
        <SeverityLabel kind={severity} />
      </h3>
      <p className="problem-where">
        {file}
        {row !== null && `, row ${row.toLocaleString('en-US')}`}
        {column !== null && `, ${column}`}
      </p>
      <p>{message}</p>
      {value !== null && cells === null && (
        <p className="mono">
          <bdi>{value}</bdi>
        </p>
      )}
      <p>
        <strong>What to do:</strong> {remedy}
      </p>
      <p>
        <HelpLink code={code} />
      </p>
      {mayEdit && cell !== undefined && corrected !== null && (
        <ProblemCell
          key={corrected}
          officeId={officeId}
          draftId={draftId}
          cell={{ file, row, column: corrected, before: cell.trim() }}
        />
      )}
      {mayCorrect && row !== null && !mayEdit && (
        <p className="quiet small">
          This row cannot be corrected here. Correct it in the file, and upload that.
        </p>
      )}
      {cells !== null && (
        <RowCells
          problem={problem}
          shown={corrected}
          onCorrect={mayEdit ? (name) => setCorrected(name) : null}
        />
      )}
      <p className="quiet small">
        <code>{code}</code>
      </p>
    </section>
  );
}

interface RowCellsProps {
  readonly problem: StoredProblem;
  readonly shown: string | null;
  readonly onCorrect: ((column: string) => void) | null;
}

function RowCells({ problem: { header, cells, row, column }, shown, onCorrect }: RowCellsProps) {
  return (
    <table className="problem-cells">
      <caption>Row {row?.toLocaleString('en-US')} as it is read</caption>
      <tbody>
        {(cells ?? []).map((cell, index) => {
          const name = header?.[index] ?? '';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells have their place for a name, and the row never changes
            <tr key={index} className={name === column ? 'problem-cells-at' : undefined}>
              <th scope="row">{name || `column ${index + 1}`}</th>
              <td>
                <bdi>{cell}</bdi>
              </td>
              {onCorrect !== null && (
                <td className="needs-script">
                  {name !== shown && name !== '' && (
                    <button
                      type="button"
                      className="usa-button usa-button--unstyled row-deed"
                      onClick={() => onCorrect(name)}
                    >
                      Correct<span className="visually-hidden"> {name}</span>
                    </button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
