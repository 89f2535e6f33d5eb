// Owns what the check on this computer found: the counts, how bad it is, and the first problems. Texts of files are text.

import type { LocalCheck } from '@/lib/office-client/worker-messages';
import { electionDay } from '@/lib/view/desk-time';
import { Alert } from './alert';
import { KeyFigure } from './key-figure';
import { KeyFigures } from './key-figures';
import { SeverityLabel } from './severity-label';
import { TableScroll } from './table-scroll';

/** `<UploadFound check={check} />` */
export function UploadFound({ check }: { readonly check: LocalCheck }) {
  const { counts, election, isReadable, foreign, isListAlone } = check;
  const isAsking = foreign.unconfirmed.length > 0;
  // What is missing while nobody has said which column holds what is no problem yet.
  const first = isAsking ? check.first.filter(({ code }) => !waitsForColumns.has(code)) : check.first;
  const found = counts.fatals + counts.errors + counts.conflicts + counts.warnings;
  return (
    <section className="desk-section" aria-labelledby="found">
      <h2 id="found">What is in them</h2>
      {election !== null && (
        <p>
          <bdi>{election.name}</bdi>, {electionDay(election.date)}
        </p>
      )}
      {isReadable && (
        <KeyFigures>
          <KeyFigure value={counts.pollingLocations} label="polling places" />
          <KeyFigure value={counts.precincts} label="precincts" />
          <KeyFigure value={counts.segments} label="address ranges" />
          <KeyFigure value={counts.rowsSetAside} label="rows set aside" />
        </KeyFigures>
      )}
      {isAsking ? (
        <Alert kind="info" heading={askingText(foreign)}>
          <p>You are asked after the upload. We have guessed already: most often you only confirm it.</p>
        </Alert>
      ) : (
        <p>{sentence(found, isReadable)}</p>
      )}
      {isListAlone && (
        <p>
          These files have no streets. If you have streets live, we lay this list over them after the upload
          and check both together: the figures and problems will be others.
        </p>
      )}
      {first.length > 0 && (
        <TableScroll label="First problems">
          <table className="desk-table">
            <thead>
              <tr>
                <th scope="col">How bad</th>
                <th scope="col">Where</th>
                <th scope="col">What is wrong</th>
              </tr>
            </thead>
            <tbody>
              {first.map((problem, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in all, and the list never changes
                <tr key={index}>
                  <td>
                    <SeverityLabel kind={problem.severity} />
                  </td>
                  <td className="from-file">
                    {problem.file}
                    {problem.row !== null && `, row ${problem.row.toLocaleString('en-US')}`}
                  </td>
                  <td>{problem.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {!isAsking && found > first.length && <p>The page after the upload has all of them.</p>}
    </section>
  );
}

const waitsForColumns: ReadonlySet<string> = new Set(['columns-unconfirmed', 'file-missing']);

/** `We found 3 tables; for one we need to know its columns.` */
function askingText({ tables, unconfirmed }: LocalCheck['foreign']): string {
  if (tables === 1) return 'We found one table, and need to know its columns.';
  const open = unconfirmed.length;
  if (open === tables) return `We found ${tables} tables, and need to know their columns.`;
  return `We found ${tables} tables; for ${open === 1 ? 'one' : open} we need to know ${open === 1 ? 'its' : 'their'} columns.`;
}

function sentence(found: number, isReadable: boolean): string {
  if (found === 0) return 'We found no problem.';
  const problems = found === 1 ? 'one problem' : `${found.toLocaleString('en-US')} problems`;
  if (isReadable)
    return `We found ${problems}. You can upload the files and correct cells here, or correct the files first.`;
  return `We found ${problems}. As they are, the files cannot be published.`;
}
