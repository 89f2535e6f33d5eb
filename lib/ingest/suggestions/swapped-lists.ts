// Owns whole columns that stand under each other's header: first and last house number, street and town. No row of them shows it by
// itself, so that all rows have to: what few rows say is never enough.

import { trimmed } from '../segments/segment-columns';
import { readWholeNumber } from '../tables/cells';
import { type Cells, type Finding, type RepairKind, RepairTally } from './repair';

/** Rows that have to speak for it, and of a hundred rows how many may not. */
const fewRows = 10;
const mostAgainst = 5;

/** `swapped-columns`: every last number is below its first one. A list that has both kinds of rows has slips of the finger, and these
 *  may be in either number: a row that runs forward is exchanged, too, and set aside for running backwards. */
export const swappedEnds: RepairKind = {
  stage: 'rows',
  watch: ({ columns: { street } }) => {
    if (street === null || Math.min(street.start, street.end) < 0) return null;
    const { start, end } = street;
    const number = (cells: Cells, at: number) => readWholeNumber(trimmed(cells[at] ?? ''));
    return watchColumns([start, end], 'all', (cells) => {
      const [first, last] = [number(cells, start), number(cells, end)];
      return first < 0 || last < 0 || first === last ? 0 : first > last ? 1 : -1;
    });
  },
};

/** `swapped-columns`: the streets are towns that have polling places, and the towns are not. A row that is right as it stands is left, and
 *  where there is one, so are those that say nothing by themselves. */
export const swappedStreets: RepairKind = {
  stage: 'rows',
  watch: ({ columns: { street }, facts: { towns } }) => {
    if (street === null || towns === null || Math.min(street.street, street.city) < 0) return null;
    const isTown = (cell: string | undefined) => towns.has(trimmed(cell ?? '').toUpperCase());
    return watchColumns([street.street, street.city], 'unopposed', (cells) => {
      const [name, city] = [cells[street.street], cells[street.city]];
      if (trimmed(name ?? '') === '' || trimmed(city ?? '') === '') return 0;
      if (isTown(name) === isTown(city)) return 'open';
      return isTown(name) ? 1 : -1;
    });
  },
};

/** `judge` says what a row speaks for: 1, they are swapped; -1, they are not; 0, nothing; `open`, nothing, though it should.
 *  `moves`: all rows, or those that nothing speaks against. */
function watchColumns(
  [a, b]: readonly [number, number],
  moves: 'all' | 'unopposed',
  judge: (cells: Cells) => -1 | 0 | 1 | 'open',
) {
  const tally = new RepairTally();
  let [against, open, silent] = [0, 0, 0];
  return {
    accept(cells: Cells, row: number) {
      const verdict = judge(cells);
      const changes = cells[a] !== cells[b] ? 1 : 0;
      if (verdict === 1) tally.add(row, [cells[a]!, cells[b]!], [cells[b]!, cells[a]!]);
      else if (verdict === -1) against++;
      else if (verdict === 'open') open += changes;
      else silent += changes;
    },
    end: (): readonly Finding[] => {
      const isProven = tally.count >= fewRows && (against + open) * 100 <= tally.count * mostAgainst;
      if (!isProven) return [];
      const isOpposed = moves === 'unopposed' && against > 0;
      const repair = (cells: Cells): Cells => {
        if (isOpposed && judge(cells) !== 1) return cells;
        return cells.with(a, cells[b]!).with(b, cells[a]!);
      };
      const { examples } = tally;
      const count = tally.count + (isOpposed ? 0 : open + silent + (moves === 'all' ? against : 0));
      return [{ kind: 'swapped-columns', columns: [a, b], count, examples, repair }];
    },
  };
}
