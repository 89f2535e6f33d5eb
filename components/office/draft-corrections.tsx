'use client';
// Owns the list of what was corrected in a draft, by whom, and taking a correction back. Texts of files are text.

import type { Correction } from '@/lib/office/drafts/draft';
import { DeedProblem } from './deed-problem';
import { DeskTime } from './desk-time';
import { TableScroll } from './table-scroll';
import { UploadProgress } from './upload-progress';
import { useRecheck } from './use-recheck';

interface DraftCorrectionsProps {
  readonly officeId: string;
  readonly draftId: string;
  readonly corrections: readonly Correction[];
  readonly timeZone: string;
  readonly mayCorrect: boolean;
}

/** The section "Corrections"; nothing where there is none. The last one of a cell can be taken back. */
export function DraftCorrections(props: DraftCorrectionsProps) {
  const { officeId, draftId, corrections, timeZone, mayCorrect } = props;
  const { doing, problem, run } = useRecheck(officeId, draftId);
  if (corrections.length === 0) return null;
  const undo = ({ file, row, column, before, after }: Correction) =>
    run({ file, row, column, before: after, after: before });
  return (
    <section className="desk-section" aria-labelledby="corrections">
      <h2 id="corrections">Corrections</h2>
      <p>The files are kept as they were uploaded. These cells are read as corrected.</p>
      <TableScroll label="Corrections">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">In the file or before</th>
              <th scope="col">Now</th>
              <th scope="col">Who and when</th>
              {mayCorrect && (
                <th scope="col" className="needs-script">
                  <span className="visually-hidden">Take back</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {corrections.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
              <tr key={index}>
                <td className="from-file">
                  {step.file}, row {step.row.toLocaleString('en-US')}, {step.column}
                </td>
                <td className="from-file">
                  <bdi>{step.before}</bdi>
                </td>
                <td className="from-file">
                  <bdi>{step.after}</bdi>
                </td>
                <td>
                  <bdi>{step.by.name}</bdi>, <DeskTime at={step.by.at} timeZone={timeZone} />
                </td>
                {mayCorrect && (
                  <td className="needs-script">
                    {isLastOfCell(corrections, index) && (
                      <button
                        type="button"
                        className="usa-button usa-button--unstyled row-deed"
                        disabled={doing !== null}
                        onClick={() => undo(step)}
                      >
                        Take back
                        <span className="visually-hidden">
                          {' '}
                          row {step.row}, {step.column}
                        </span>
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {doing !== null && <UploadProgress text={doing} part={null} />}
      <DeedProblem problem={problem} />
    </section>
  );
}

function isLastOfCell(corrections: readonly Correction[], index: number): boolean {
  const step = corrections[index];
  return !corrections
    .slice(index + 1)
    .some(({ file, row, column }) => file === step?.file && row === step.row && column === step.column);
}
