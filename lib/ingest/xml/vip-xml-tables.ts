// Owns VIP XML as tables of a feed: the same tables as flat files give, so that one set of checks reads both. The file is read twice:
// once for all but the streets, which are held, and to see which elements there are; then for the streets, one at a time.

import type { SourceFile } from '../files/source-file';
import { ownText } from '../intern';
import { createProblemLog, type ProblemLog } from '../problems/problem';
import { maxRows } from '../tables/csv';
import type { FeedTable } from '../tables/feed-files';
import type { RecordReader, RecordSource } from '../tables/record-source';
import type { TableName } from '../tables/vip-columns';
import { xmlFields } from './element-tables';
import { readXml } from './xml-events';
import { type XmlRecord, XmlRecords } from './xml-records';

/** What the first pass found. */
interface Scan {
  readonly records: XmlRecords;
  /** Table -> its rows; of streets none. */
  readonly rows: ReadonlyMap<TableName, readonly XmlRecord[]>;
  /** Table -> for each field whether any row has it. */
  readonly present: ReadonlyMap<TableName, readonly boolean[]>;
}

/** The tables of a VIP XML feed (3.x, 5.x, 6.0). What is wrong with the file as a whole is reported to `log`, and is fatal; then no
 *  table has a row, and none is missed. Rows are named by the line on which their element begins, columns by the element's path:
 *  `{file: 'feed.xml', row: 512, column: 'StreetSegment/Zip'}`. */
export async function vipXmlTables(
  file: SourceFile,
  log: ProblemLog,
  mostRows = maxRows,
): Promise<readonly FeedTable[]> {
  const scan = await scanFile(file, log, mostRows);
  if (scan === null) return noTables(file);
  const small = [...scan.rows].map(
    ([table, rows]): FeedTable => ({
      table,
      source: tableSource(file, table, scan, async (deliver) => {
        for (const row of rows) if (!deliver(row)) return;
      }),
    }),
  );
  if (!scan.present.has('street_segment')) return small;
  const streets = tableSource(file, 'street_segment', scan, async (deliver) => {
    const records = new XmlRecords((record) => record.table !== 'street_segment' || deliver(record));
    // What can be wrong with the file was reported by the first pass.
    await readXml(file, records, createProblemLog());
  });
  return [...small, { table: 'street_segment', source: streets }];
}

async function scanFile(file: SourceFile, log: ProblemLog, mostRows: number): Promise<Scan | null> {
  const rows = new Map<TableName, XmlRecord[]>();
  const present = new Map<TableName, boolean[]>();
  let count = 0;
  const records: XmlRecords = new XmlRecords((record) => {
    if (!isVip(records.root)) return false;
    const fields = present.get(record.table) ?? [];
    if (fields.length === 0) present.set(record.table, fields);
    for (let i = 0; i < record.cells.length; i++) if (record.cells[i] !== '') fields[i] = true;
    if (record.table !== 'street_segment') {
      const others = rows.get(record.table);
      const own = { ...record, cells: record.cells.map(ownText) };
      if (others === undefined) rows.set(record.table, [own]);
      else others.push(own);
    }
    return ++count <= mostRows;
  });
  if (!(await readXml(file, records, log))) return null;
  if (!isVip(records.root)) log.report('xml-not-vip', { file: file.name, row: 1, value: records.root });
  else if (count > mostRows) log.report('file-too-large', { file: file.name });
  else return { records, rows, present };
  return null;
}

/** `vip_object` of VIP 3, `VipObject` of VIP 5 and 6. */
function isVip(root: string | null): boolean {
  return root !== null && /^(?:[^:]{0,100}:)?vip_?object$/i.test(root);
}

type Deliver = (record: XmlRecord) => boolean;

function tableSource(
  file: SourceFile,
  table: TableName,
  scan: Scan,
  read: (deliver: Deliver) => Promise<void>,
): RecordSource {
  const { columns, required } = xmlFields(table);
  const found = scan.present.get(table) ?? [];
  const isThere = columns.map((_, position) => found[position] === true);
  // A field that no row has is missed in each row, with its path, and not as a column of a file that has none.
  for (const group of required)
    if (!group.some((position) => isThere[position])) isThere[group[0] ?? 0] = true;
  const positions = columns.flatMap((_, position) => (isThere[position] ? [position] : []));
  const header = positions.map((position) => columns[position] ?? '');
  return {
    name: file.name,
    async read(reader: RecordReader, log: ProblemLog): Promise<void> {
      const labels = positions.map((position) => scan.records.label(table, position));
      if (!reader.header(header, labels)) return;
      await read((record) => {
        const cells = positions.map((position) => record.cells[position] ?? '');
        const row = scan.records.sharesLine ? record.ordinal : record.line;
        if (record.twice < 0) return reader.record(cells, row, record.signs, false);
        const column = scan.records.label(table, record.twice);
        log.report('xml-value-twice', {
          file: file.name,
          row,
          column,
          value: record.cells[record.twice] ?? '',
        });
        reader.refused(cells, row);
        return true;
      });
    },
  };
}

/** What the file is not asked for again, where it could not be read. */
function noTables({ name }: SourceFile): readonly FeedTable[] {
  const source: RecordSource = { name, read: async () => {} };
  return (['election', 'precinct', 'polling_location'] as const).map((table) => ({ table, source }));
}
