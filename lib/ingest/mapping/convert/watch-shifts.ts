// Owns which columns of an office's own table are watched for a shift by one row, and its report. The rows are looked at as they
// stand in the file: what is made of them fills in what is true of every row, and leaves the places out of the streets.

import { ColumnShiftWatch } from '../../checks/column-shift';
import type { RecordSource } from '../../tables/record-source';
import type { MappingField } from '../table-mapping';
import type { OfficeTable } from './office-rows';

/** Columns that a list fills in every row, and whose blank is not only a gap: somebody is sent somewhere by them. */
const neededFields = [
  'addressWhole',
  'streetWhole',
  'streetName',
  'city',
  'zip',
  'cityStateZipWhole',
  'precinctId',
  'precinctName',
  'placeId',
  'placeName',
  'placeNameAddressWhole',
  'placeAddressWhole',
] as const satisfies readonly MappingField[];
const rangeFields = ['houseNumber', 'rangeStart', 'rangeEnd', 'rangeText', 'side'] as const;

/** The same table; a column that stands one row beside is reported to the log that it is read with (`column-shifted`,
 *  `column-ends-early`). */
export function withShiftWatch(table: OfficeTable): OfficeTable {
  const { source, mapping } = table;
  const at = (field: MappingField) => mapping.columns[field] ?? -1;
  const columnsOf = (fields: readonly MappingField[]) => fields.map(at).filter((column) => column >= 0);
  const needed = columnsOf(neededFields);
  const columns = {
    mayEndInNote: true,
    full: [...needed, ...columnsOf(rangeFields)],
    // In a list of precincts each row is another one: no two columns change together more than any others.
    grouping:
      mapping.kind === 'precinctPlaces' ? [] : needed.filter((column) => column !== at('addressWhole')),
    range:
      at('rangeStart') < 0 || at('rangeEnd') < 0
        ? null
        : { start: at('rangeStart'), end: at('rangeEnd'), side: at('side') },
  };
  const read: RecordSource['read'] = async (reader, log) => {
    const watch = new ColumnShiftWatch(columns);
    let labels: readonly string[] = [];
    await source.read(
      {
        ...reader,
        header(cells, own) {
          labels = own ?? cells;
          return reader.header(cells, own);
        },
        record(cells, row, signs, isLast) {
          if (cells.length >= mapping.width) watch.accept(cells, row);
          return reader.record(cells, row, signs, isLast);
        },
      },
      log,
    );
    for (const { code, row, position, detail } of watch.end()) {
      if (code === 'column-ends-early' && !needed.includes(position)) continue;
      log.report(code, { file: source.name, row, column: labels[position]?.trim() ?? null }, detail);
    }
  };
  return { ...table, source: { name: source.name, read } };
}
