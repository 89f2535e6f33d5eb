// Owns the first rows of one group of repairs, as they stand and as they would be read. Texts of files are text.

import type { Suggestion } from '@/lib/ingest/suggestions/suggestion';
import { TableScroll } from './table-scroll';

/** One line a row for a single column, else two: before and after. */
export function SuggestionRows({ suggestion }: { readonly suggestion: Suggestion }) {
  const { columns, examples, count } = suggestion;
  const isOne = columns.length === 1;
  return (
    <TableScroll label={count > examples.length ? `The first ${examples.length} rows` : 'The rows'}>
      <table className="desk-table suggestion-rows">
        <thead>
          <tr>
            <th scope="col">Row</th>
            {isOne && <th scope="col">As it stands</th>}
            {isOne && <th scope="col">As it would be read</th>}
            {!isOne && <th scope="col">Read</th>}
            {!isOne &&
              columns.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called the same, and none comes or goes
                <th scope="col" key={at}>
                  <bdi>{name}</bdi>
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {examples.map(({ row, before, after }) =>
            isOne ? (
              <tr key={row}>
                <th scope="row">{row.toLocaleString('en-US')}</th>
                <Cells cells={before} others={null} />
                <Cells cells={after} others={before} />
              </tr>
            ) : (
              [
                <tr key={`${row} before`}>
                  <th scope="row">{row.toLocaleString('en-US')}</th>
                  <td className="no-wrap">as it stands</td>
                  <Cells cells={before} others={null} />
                </tr>,
                <tr key={`${row} after`}>
                  <th scope="row">{row.toLocaleString('en-US')}</th>
                  <td className="no-wrap">as it would be</td>
                  <Cells cells={after} others={before} />
                </tr>,
              ]
            ),
          )}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** What is other than before is marked. */
function Cells({
  cells,
  others,
}: {
  readonly cells: readonly string[];
  readonly others: readonly string[] | null;
}) {
  return cells.map((cell, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row stand where they stand
    <td className="from-file" key={at}>
      {others !== null && others[at] !== cell ? (
        <mark>
          <bdi>{cell}</bdi>
        </mark>
      ) : (
        <bdi>{cell}</bdi>
      )}
    </td>
  ));
}
