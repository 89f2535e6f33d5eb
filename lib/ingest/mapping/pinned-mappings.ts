// Owns how two tables with the same columns are read in two ways: what is said of each goes for tables of its name alone. Knows no
// store and no page.

import { columnName } from '../tables/csv-dialect';
import type { TableMapping } from './table-mapping';

/** A table with what is said of it. */
export interface SaidOfTable {
  readonly name: string;
  readonly mapping: TableMapping;
}

/** A day, year or month first, with a time behind it or without. A number of ten digits is a precinct's. */
const DAYS =
  /(?<!\d)(?:(?:19|20)\d{2}[-_. ]?[01]\d[-_. ]?[0-3]\d(?:[-_t ]?\d{4,6})?|[01]?\d[-_. ][0-3]?\d[-_. ](?:(?:19|20)\d{2}|\d{2})|[01]\d[0-3]\d(?:19|20)\d{2})(?!\d)/g;

/** What stays of a table's name from one export to the next: `lists/North 2026-05-01 (2).csv` -> `north.csv`. */
export function nameInSeries(name: string): string {
  const [file = '', ...sheet] = name.toLowerCase().split(' / ');
  return [file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1), ...sheet]
    .join(' / ')
    .replace(/\((?:copy|\d{1,3})\)/g, '')
    .replace(DAYS, '')
    .replace(/[\s_-]+/g, ' ')
    .replaceAll(' .', '.')
    .trim();
}

/** Those that may go for a table of this name: first what is said of it alone, then what is said of all with the same columns,
 *  each in the order given. */
export function mappingsForName(mappings: readonly TableMapping[], name: string): readonly TableMapping[] {
  const series = nameInSeries(name);
  const isOfName = ({ table }: TableMapping) => table !== undefined && nameInSeries(table) === series;
  return [...mappings.filter(isOfName), ...mappings.filter(({ table }) => table === undefined)];
}

/** What is said of tables of one upload, in their order: each that another with the same columns is read otherwise than goes for its
 *  own name alone. `others`: what is remembered of other uploads. */
export function pinned(tables: readonly SaidOfTable[], others: readonly TableMapping[] = []): TableMapping[] {
  return tables.map(({ name, mapping }) => {
    const said = tables.map((table) => table.mapping);
    const kept = others.filter(
      ({ table }) => table !== undefined && nameInSeries(table) !== nameInSeries(name),
    );
    const isAlone = [...said, ...kept].every(
      (other) => columnsKey(other) !== columnsKey(mapping) || waysKey(other) === waysKey(mapping),
    );
    return isAlone ? mapping : { ...mapping, table: mapping.table ?? name };
  });
}

/** Of tables of one upload: which cannot be read in the two ways that were said, as sentences. */
export function readTwoWays(tables: readonly SaidOfTable[]): readonly string[] {
  return tables.flatMap(({ name, mapping }, index) => {
    const first = tables.findIndex(
      (other) =>
        columnsKey(other.mapping) === columnsKey(mapping) &&
        nameInSeries(other.name) === nameInSeries(name) &&
        waysKey(other.mapping) !== waysKey(mapping),
    );
    if (first < 0 || first > index) return [];
    return [
      `${tables[first]?.name} and ${name} have the same columns and, but for a date, the same name, and can be read in one way only. Say the same of both, or rename one of the files.`,
    ];
  });
}

/** The same for tables that no mapping can tell apart by their columns. */
export const columnsKey = ({ header, width }: Pick<TableMapping, 'header' | 'width'>): string =>
  JSON.stringify([header?.map(columnName) ?? null, width]);

/** The same for mappings that read alike. */
function waysKey({ kind, columns, always }: TableMapping): string {
  return JSON.stringify([kind, Object.entries(columns).sort(), always.city, always.state, always.zip]);
}
