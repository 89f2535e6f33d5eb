// Owns how golden addresses and what a draft answers to them are shown. The office's words are text.

import type { GoldenResult } from '@/lib/office/compare/golden-addresses';
import { TableScroll } from './table-scroll';

interface GoldenTableProps {
  readonly results: readonly GoldenResult[];
  /** Where they are changed; null: not from here. */
  readonly editHref: string | null;
  /** null: the page is called so. */
  readonly heading?: string | null;
}

/** The section "Golden addresses". */
export function GoldenTable({ results, editHref, heading = 'Golden addresses' }: GoldenTableProps) {
  const wrong = results.filter(({ isRight }) => !isRight).length;
  return (
    <section className="desk-section" aria-label="Golden addresses">
      {heading !== null && <h2 id="golden">{heading}</h2>}
      {results.length === 0 && (
        <p>None are known. Give a few addresses whose place you know: a wrong list is then held back.</p>
      )}
      {results.length > 0 && (
        <>
          <p>
            {wrong === 0
              ? `All ${results.length} are answered right.`
              : `${wrong} of ${results.length} are answered wrongly. The list cannot go live like this.`}
          </p>
          <TableScroll label="Golden addresses">
            <table className="desk-table">
              <thead>
                <tr>
                  <th scope="col">Address</th>
                  <th scope="col">Should lead to</th>
                  <th scope="col">This draft says</th>
                </tr>
              </thead>
              <tbody>
                {results.map(({ address, placeName, isRight, got }) => (
                  <tr key={address}>
                    <td>
                      <bdi>{address}</bdi>
                    </td>
                    <td>
                      <bdi>{placeName}</bdi>
                    </td>
                    <td>
                      {isRight ? (
                        'Right'
                      ) : (
                        <>
                          <strong>Wrong:</strong> <bdi>{got}</bdi>
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </>
      )}
      {editHref !== null && <a href={editHref}>Change golden addresses</a>}
    </section>
  );
}
