// Owns the address ranges that change: a sentence for each way they go, examples below it, all rows on demand.

import type { Difference, RangeGroup } from '@/lib/office/compare/difference';
import { DifferenceRows } from './difference-rows';
import { addressesText, groupSentence, numbersText } from './difference-words';

interface DifferenceRangesProps {
  readonly difference: Difference;
  /** `/office/ms-adams/drafts/7Qk/compare/` */
  readonly path: string;
  /** Where its CSV lies. */
  readonly csvPath: string;
  /** The group whose rows are shown, and which page of them; null: none. */
  readonly open: { readonly key: string; readonly page: number } | null;
}

const EXAMPLES = 3;

export function DifferenceRanges({ difference, path, csvPath, open }: DifferenceRangesProps) {
  const { groups, live } = difference;
  return (
    <section className="difference-part" id="ranges">
      <h2>Address ranges</h2>
      {groups.length === 0 && <p>Every address on both lists leads to the same place as before.</p>}
      {live === null && <p>Nothing of this office is live yet, so all of it is new.</p>}
      <ul className="difference-ways">
        {groups.map((group) => (
          <li key={group.key} id={group.key} className="difference-way">
            <p className="difference-sentence">
              <bdi>{groupSentence(group)}</bdi>
            </p>
            <p className="quiet">{addressesText(group.addresses)}</p>
            {open?.key === group.key ? (
              <DifferenceRows group={group} page={open.page} path={path} csvPath={csvPath} />
            ) : (
              <Examples group={group} path={path} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Examples({ group, path }: { readonly group: RangeGroup; readonly path: string }) {
  const shown = group.rows.slice(0, EXAMPLES);
  return (
    <>
      <ul className="difference-examples">
        {shown.map((row) => (
          <li
            key={`${row.zip} ${row.street} ${row.prefix}${row.start}${row.suffix} ${row.oddEvenBoth} ${row.units}`}
          >
            <bdi>
              {numbersText(row)} · {row.street}, {row.city} {row.zip}
            </bdi>
          </li>
        ))}
      </ul>
      <a href={`${path}?rows=${group.key}#${group.key}`}>
        {group.rows.length <= EXAMPLES
          ? 'Show the rows'
          : `Show all ${group.rows.length.toLocaleString('en-US')}`}
        <span className="visually-hidden">: {groupSentence(group)}</span>
      </a>
    </>
  );
}
