// Owns what is done with cells that hold the error of a spreadsheet formula: a row that is decided by one is set aside, and
// words that voters would read become blank.

import type { ProblemLog } from '../problems/problem';
import type { TableHeader } from '../tables/table-header';
import { type FieldOf, type TableName, vipTables } from '../tables/vip-columns';
import { isFormulaError } from './spreadsheet-cells';

/** Tables whose cells are words to be shown, but for ids and flags. */
const tablesOfWords: ReadonlySet<TableName> = new Set([
  'source',
  'election_administration',
  'election_official',
  'department',
  'contact_information',
  'polling_location',
  'early_vote_site',
]);

function holdsWords(table: TableName, field: string): boolean {
  if (field === 'name' || field === 'number') return true;
  const isLink = field === 'id' || field.endsWith('Id') || field.endsWith('Ids');
  const isFlag = /^(?:is|uses)[A-Z]/.test(field);
  return tablesOfWords.has(table) && !isLink && !isFlag;
}

/** Takes a record and gives it back, with errors in words made blank; null where the row is to be set aside. */
export type FormulaCheck = (cells: readonly string[], row: number) => readonly string[] | null;

/** The check for one table; what is found is reported. */
export function createFormulaCheck<Table extends TableName>(
  table: Table,
  file: string,
  header: TableHeader<FieldOf<Table>>,
  log: ProblemLog,
): FormulaCheck {
  const fields = Object.keys(vipTables[table].fields) as FieldOf<Table>[];
  const known = fields
    .map((field) => ({ at: header.position(field), isWords: holdsWords(table, field) }))
    .filter(({ at }) => at >= 0);
  return (cells, row) => {
    let blanked: string[] | null = null;
    for (const { at, isWords } of known) {
      const value = cells[at]!;
      if (value.charCodeAt(0) !== 0x23 || !isFormulaError(value)) continue;
      const where = { file, row, column: header.labelAt(at), value };
      if (!isWords) {
        log.report('formula-error', where);
        return null;
      }
      log.report('formula-error-in-text', where);
      blanked ??= [...cells];
      blanked[at] = '';
    }
    return blanked ?? cells;
  };
}
