// Owns the match between a file's header row and a table's fields. Knows nothing of what the cells hold.

import type { ProblemLog } from '../problems/problem';
import { columnName } from './csv-dialect';
import { type FieldOf, type TableName, vipTables } from './vip-columns';

export interface TableHeader<Field extends string> {
  readonly width: number;
  /** Position of the field's column; -1 where the file has none. */
  readonly position: (field: Field) => number;
  /** The column as the file calls it, for a problem report; the newest VIP name where it has none. */
  readonly label: (field: Field) => string;
  /** The header cell at a position, for reports on cells of any column. */
  readonly labelAt: (position: number) => string | null;
}

/** Every column name that the table knows, in any version. */
export function knownColumns(table: TableName): ReadonlySet<string> {
  return new Set(Object.values(aliasesOf(table)).flat());
}

/** The header's reading; `labels` are the columns as the office calls them where `cells` are other names for them; null where a needed column is missing or stands twice (reported, fatal). */
export function readHeader<Table extends TableName>(
  table: Table,
  file: string,
  cells: readonly string[],
  log: ProblemLog,
  labels: readonly string[] = cells,
): TableHeader<FieldOf<Table>> | null {
  const names = cells.map(columnName);
  const aliases = aliasesOf(table);
  const positions = new Map<string, number>();
  for (const [field, candidates] of Object.entries(aliases)) {
    const name = candidates.find((candidate) => names.includes(candidate));
    if (name !== undefined) positions.set(field, names.indexOf(name));
  }
  const isSound = reportHeader(table, file, labels, names, positions, log);
  if (!isSound) return null;
  return {
    width: cells.length,
    position: (field) => positions.get(field) ?? -1,
    label: (field) => labels[positions.get(field) ?? -1]?.trim() ?? aliases[field]?.[0] ?? field,
    labelAt: (position) => labels[position]?.trim() ?? null,
  };
}

function aliasesOf(table: TableName): Readonly<Record<string, readonly string[]>> {
  return vipTables[table].fields;
}

function reportHeader(
  table: TableName,
  file: string,
  labels: readonly string[],
  names: readonly string[],
  positions: ReadonlyMap<string, number>,
  log: ProblemLog,
): boolean {
  let isSound = true;
  for (const group of vipTables[table].required) {
    if (group.some((field) => positions.has(field))) continue;
    const column = aliasesOf(table)[group[0]]?.[0] ?? group[0];
    log.report('column-missing', { file, row: 1, column });
    isSound = false;
  }
  for (const position of positions.values()) {
    const name = names[position] ?? '';
    if (names.lastIndexOf(name) === position) continue;
    log.report('header-duplicate', { file, row: 1, column: labels[position]?.trim() ?? name });
    isSound = false;
  }
  const blank = names.indexOf('');
  if (blank >= 0) log.report('header-blank', { file, row: 1, column: String(blank + 1) });
  return isSound;
}
