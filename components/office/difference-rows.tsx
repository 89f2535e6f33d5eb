// Owns the rows behind one sentence of a comparison, page by page. Works without script: pages are links.

import type { RangeGroup } from '@/lib/office/compare/difference';
import { groupSentence, numbersText } from './difference-words';
import { TableScroll } from './table-scroll';

const ROWS_A_PAGE = 100;

interface DifferenceRowsProps {
  readonly group: RangeGroup;
  /** From 1. */
  readonly page: number;
  readonly path: string;
  readonly csvPath: string;
}

export function DifferenceRows({ group, page, path, csvPath }: DifferenceRowsProps) {
  const pages = Math.max(1, Math.ceil(group.rows.length / ROWS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const start = (shown - 1) * ROWS_A_PAGE;
  const link = (to: number) => `${path}?rows=${group.key}&page=${to}#${group.key}`;
  return (
    <>
      <p className="difference-links">
        <a href={`${path}#${group.key}`}>Hide the rows</a>
        <a href={`${csvPath}?group=${group.key}`}>Download these rows (CSV)</a>
      </p>
      <TableScroll label={groupSentence(group)} isTall>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">Numbers</th>
              <th scope="col">Street</th>
              <th scope="col">Town and ZIP</th>
              <th scope="col">Precinct, live</th>
              <th scope="col">Precinct, this list</th>
              <th scope="col">Row id</th>
            </tr>
          </thead>
          <tbody>
            {group.rows.slice(start, start + ROWS_A_PAGE).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page of a list that does not change
              <tr key={start + index}>
                <td>{numbersText(row)}</td>
                <td>
                  <bdi>{row.street}</bdi>
                </td>
                <td>
                  <bdi>
                    {row.city} {row.zip}
                  </bdi>
                </td>
                <td>{row.livePrecinct ?? '–'}</td>
                <td>{row.draftPrecinct ?? '–'}</td>
                <td>{row.draftRow ?? row.liveRow ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {pages > 1 && (
        <p className="difference-links">
          {shown > 1 && <a href={link(shown - 1)}>Page before</a>}
          <span>
            Page {shown} of {pages}
          </span>
          {shown < pages && <a href={link(shown + 1)}>Next page</a>}
        </p>
      )}
    </>
  );
}
