// Owns the question which table of a VIP feed a header row belongs to, where the file's name does not say. Says none where a
// doubt is left: an office's own list has some of VIP's names too.

import { columnName } from './csv-dialect';
import { knownColumns } from './table-header';
import { type TableName, vipTables } from './vip-columns';

/** Tables that their columns tell, and fields of which one must be there besides the needed ones: an `id` and a `name` are in
 *  every list. */
const TELLING: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  street_segment: [],
  polling_location: ['hours', 'hoursOpenId', 'directions', 'isDropBox', 'isEarlyVoting', 'zip'],
  precinct: ['localityId', 'pollingLocationIds'],
  precinct_split: [],
  precinct_polling_location: [],
  precinct_split_polling_location: [],
  locality: ['electionAdministrationId', 'isMailOnly', 'usesVoteCenters', 'timeZone'],
  election: ['type', 'isStatewide'],
  schedule: [],
  locality_early_vote_site: [],
  precinct_early_vote_site: [],
};

/** More columns that VIP does not have would be lost: such a table is the office's own, and is mapped. */
const mostUnknown = 1;

/** The one table that fits best; null where none or several do. */
export function tableOfHeader(cells: readonly string[]): TableName | null {
  const names = [...new Set(cells.map(columnName).filter((name) => name !== ''))];
  let best: { readonly tables: readonly TableName[]; readonly known: number } = { tables: [], known: 0 };
  for (const table of Object.keys(TELLING) as TableName[]) {
    if (!hasNeeded(table, names)) continue;
    const columns = knownColumns(table);
    const known = names.filter((name) => columns.has(name)).length;
    if (names.length - known > mostUnknown || known <= names.length - known) continue;
    if (known > best.known) best = { tables: [table], known };
    else if (known === best.known) best = { tables: [...best.tables, table], known };
  }
  return best.tables.length === 1 ? best.tables[0]! : null;
}

function hasNeeded(table: TableName, names: readonly string[]): boolean {
  const fields: Readonly<Record<string, readonly string[]>> = vipTables[table].fields;
  const has = (field: string) => (fields[field] ?? []).some((name) => names.includes(name));
  const telling = TELLING[table] ?? [];
  return (
    vipTables[table].required.every((group) => group.some(has)) && (telling.length === 0 || telling.some(has))
  );
}

let every: ReadonlySet<string> | null = null;

/** Every column name of every table of VIP. */
export function everyKnownColumn(): ReadonlySet<string> {
  every ??= new Set((Object.keys(vipTables) as TableName[]).flatMap((table) => [...knownColumns(table)]));
  return every;
}
