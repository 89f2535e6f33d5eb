// Owns the files of an example as they are shown: each row with its number, the one that is meant marked by an arrow and in words.

import type { ShownFile, ShownLine } from '@/lib/ingest/problems/examples/shown-lines';
import { TableScroll } from './table-scroll';

/** One block for each file. */
export function HelpFiles({ files }: { readonly files: readonly ShownFile[] }) {
  return files.map((file) => (
    <div key={file.name} className="help-file">
      <p className="help-file-name">
        <code>{file.name}</code>
        {file.note !== null && <span className="quiet"> {file.note}</span>}
      </p>
      {file.lines.length > 0 && (
        <TableScroll label={`Lines of ${file.name}`}>
          <table className="help-lines">
            <tbody>
              {file.lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have their place for a name, and never change
                <Line key={at} line={line} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  ));
}

function Line({ line: { number, text, isMarked } }: { readonly line: ShownLine }) {
  return (
    <tr className={isMarked ? 'help-line-marked' : undefined}>
      {number === '' ? (
        <td className="help-line-number" />
      ) : (
        <th scope="row" className="help-line-number">
          {isMarked && (
            <>
              <span aria-hidden="true">→ </span>
              <span className="visually-hidden">Here: row </span>
            </>
          )}
          {number}
        </th>
      )}
      <td>{text}</td>
    </tr>
  );
}
