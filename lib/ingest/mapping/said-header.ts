// Owns what becomes of a table's proposal where somebody says which row names its columns, or that none does. Sees the beginning of
// the table as it was kept; the page uses it with and without script, and the office host to see that what comes fits.

import type { NumberedRecord } from '../tables/record-source';
import { usualWidth, widthsByHeader } from './find-header';
import { proposeMapping } from './guess-mapping';
import { layoutOfHead } from './table-layout';
import { type ForeignTable, mostColumns, type TableMapping, type TableStart } from './table-mapping';

/** A table whose header may be said. */
export type HeadedTable = Pick<ForeignTable, 'name' | 'proposal' | 'confirmed' | 'start'>;

/** The beginning of a table, of its first records (`headOf`). */
export function startOf(head: readonly NumberedRecord[]): TableStart {
  const records = head.map(({ cells }) => cells);
  return {
    lines: widthsByHeader(records).map((width, at) => ({ ...head[at]!, width })),
    width: usualWidth(records, null),
  };
}

/** The table with the names of its columns in row `headerRow`; null: it has none. What was confirmed of other names is not of it. The
 *  table itself where it is read so already, or has no such row. */
export function withHeader<Table extends HeadedTable>(
  table: Table,
  headerRow: number | null,
  officeState: string | null,
): Table {
  const { lines, width } = table.start;
  const line = lines.find(({ row }) => row === headerRow);
  if (headerRow === headerRowOf(table) || lines.length === 0) return table;
  if (headerRow !== null && line === undefined) return table;
  const layout = layoutOfHead(lines, { headerRow, width: line?.width ?? width });
  return { ...table, proposal: proposeMapping(table.name, layout, officeState), confirmed: null };
}

/** The row that names the columns of the table as it is proposed; null for none. */
export const headerRowOf = ({ proposal: { mapping, headerRow } }: HeadedTable): number | null =>
  mapping.header === null ? null : headerRow;

/** The table by the header that `mapping` names; null where no row has these names. */
export function asSaid<Table extends HeadedTable>(table: Table, { header }: TableMapping): Table | null {
  const proposed = table.proposal.mapping.header;
  if (JSON.stringify(proposed) === JSON.stringify(header)) return table;
  if (header === null) return table.start.lines.length === 0 ? null : withHeader(table, null, null);
  const { lines } = table.start;
  const line = lines.find(({ row, width }) => {
    const named = layoutOfHead(lines, { headerRow: row, width }).header?.slice(0, mostColumns);
    return JSON.stringify(named) === JSON.stringify(header);
  });
  return line === undefined ? null : withHeader(table, line.row, null);
}
