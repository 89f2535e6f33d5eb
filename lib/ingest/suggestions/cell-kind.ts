// Owns a kind of repair that mends single cells by what stands in their own row: the group of a column, and its rule. Knows not what
// is mended.

import { trimmed } from '../segments/segment-columns';
import { type Cells, type Finding, type RepairKind, type RepairTable, RepairTally } from './repair';
import type { SuggestionKind } from './suggestion';

/** The cell as it should be, of a trimmed one; null where there is nothing to mend, or no proof. */
export type Mend = (cell: string, cells: Cells, column: number) => string | null;

/** What a kind says of a table: the columns that it may happen to, and how a cell of them is mended. */
export interface CellRule {
  readonly columns: readonly number[];
  readonly mend: Mend;
  /** Only batches of text that may hold it are looked at. */
  readonly isSigned?: boolean;
  /** A cell that proves that nothing of the kind has happened to its column: then `mend` is not asked of it, but for what it is sure of. */
  readonly refutes?: (cell: string) => boolean;
  /** What is mended also where a cell refutes the rest. */
  readonly isSure?: (cell: string) => boolean;
}

/** A kind of which each column is a group of its own. */
export function cellKind(kind: SuggestionKind, ruleOf: (table: RepairTable) => CellRule | null): RepairKind {
  return {
    stage: 'cells',
    watch: (table) => {
      const rule = ruleOf(table);
      const columns = rule?.columns.filter((column) => column >= 0) ?? [];
      if (rule === null || columns.length === 0) return null;
      const tallies = columns.map(() => new RepairTally());
      const sure = columns.map(() => new RepairTally());
      const refuted = new Set<number>();
      return {
        accept(cells, row, signs) {
          if (rule.isSigned && !signs.mojibake) return;
          for (let i = 0; i < columns.length; i++) {
            const column = columns[i]!;
            const cell = trimmed(cells[column] ?? '');
            if (cell === '') continue;
            if (rule.refutes?.(cell)) refuted.add(column);
            const after = rule.mend(cell, cells, column);
            if (after === null || table.isCorrected(row, column)) continue;
            tallies[i]!.add(row, [cell], [after]);
            if (rule.isSure?.(cell)) sure[i]!.add(row, [cell], [after]);
          }
        },
        end: () =>
          columns.flatMap((column, i) => {
            const isRefuted = refuted.has(column);
            const mend: Mend = (cell, ...at) =>
              isRefuted && rule.isSure?.(cell) !== true ? null : rule.mend(cell, ...at);
            return findingOf(kind, column, mend, (isRefuted ? sure : tallies)[i]!);
          }),
      };
    },
  };
}

function findingOf(
  kind: SuggestionKind,
  column: number,
  mend: Mend,
  { count, examples }: RepairTally,
): Finding[] {
  if (count === 0) return [];
  const repair = (cells: Cells): Cells => {
    const cell = trimmed(cells[column] ?? '');
    const after = cell === '' ? null : mend(cell, cells, column);
    return after === null ? cells : cells.with(column, after);
  };
  return [{ kind, columns: [column], count, examples, repair }];
}
