// Owns the shapes in which two million rows may come, how each is made, and what its columns are said to hold. Measures nothing.

import { join } from 'node:path';
import { makeFolder } from '@/lib/adapters/make-folder';
import type { MappingField, TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { fileSink } from './file-sink';
import { zipSink } from './packed-sink';
import {
  addressColumns,
  rangeCells,
  rangeColumns,
  writeAddresses,
  writeFeedFiles,
  writeRanges,
} from './write-csv';
import { writeWorkbook } from './write-workbook';
import { writeXml } from './write-xml';

/** `flat`: VIP 6.0 files. `zip`: the same, zipped. `ranges`, `addresses`: one joined table. `workbook`: the joined ranges in .xlsx.
 *  `xml`: VIP 6.0. */
export const shapeNames = ['flat', 'ranges', 'addresses', 'workbook', 'xml', 'zip'] as const;
export type ShapeName = (typeof shapeNames)[number];

/** A shape on disk. */
export interface MadeShape {
  readonly name: ShapeName;
  /** What is read. */
  readonly files: readonly string[];
  /** What the bare pass reads: the file with the rows. */
  readonly rowsFile: string;
  /** Rows of streets, over all sheets. */
  readonly rows: number;
  readonly mappings: readonly TableMapping[];
}

/** Below the 200 MB that a file may have. */
const XML_BYTES = 195 * 1024 * 1024;
const XML_BYTES_A_ROW = 100;

/** What stands in for what a joined table leaves out, as the desk knows it. */
export const knownOffice = {
  name: 'Made-up State Board',
  phone: '555-0100',
  election: { name: 'General Election', date: '2026-11-03' },
};

/** Writes one shape of `rows` rows below `folder`. XML of two million rows would be longer than a file may be: it has as many as fit. */
export async function makeShape(name: ShapeName, rows: number, folder: string): Promise<MadeShape> {
  const own = join(folder, name);
  await makeFolder(own);
  const at = (file: string) => join(own, file);
  switch (name) {
    case 'flat':
    case 'zip':
      return name === 'flat' ? makeFlat(rows, at) : makeZip(rows, at);
    case 'ranges':
      writeRanges(rows, fileSink(at('list.csv')));
      return { ...single(name, at('list.csv'), rows), mappings: [rangeMapping] };
    case 'addresses':
      writeAddresses(rows, fileSink(at('voters.csv')));
      return { ...single(name, at('voters.csv'), rows), mappings: [addressMapping] };
    case 'workbook':
      writeWorkbook(rows, rangeColumns, rangeCells, zipSink(at('list.xlsx')));
      return { ...single(name, at('list.xlsx'), rows), mappings: [rangeMapping] };
    case 'xml': {
      const bytes = Math.min(XML_BYTES, rows * XML_BYTES_A_ROW);
      return single(name, at('feed.xml'), writeXml(rows, bytes, fileSink(at('feed.xml'))));
    }
  }
}

const single = (name: ShapeName, file: string, rows: number): MadeShape => ({
  name,
  files: [file],
  rowsFile: file,
  rows,
  mappings: [],
});

function makeFlat(rows: number, at: (file: string) => string): MadeShape {
  const files: string[] = [];
  writeFeedFiles(rows, (file) => {
    files.push(at(file));
    return fileSink(at(file));
  });
  return { name: 'flat', files, rowsFile: at('street_segment.txt'), rows, mappings: [] };
}

/** The rows lie beside the zip, too, for the bare pass. */
function makeZip(rows: number, at: (file: string) => string): MadeShape {
  const zip = zipSink(at('feed.zip'));
  writeFeedFiles(rows, zip.entry);
  zip.end();
  writeFeedFiles(rows, (file) => fileSink(at(file)));
  return { ...single('zip', at('feed.zip'), rows), rowsFile: at('street_segment.txt') };
}

const rangeMapping = mappingOf('ranges', rangeColumns, [
  'rangeStart',
  'rangeEnd',
  'side',
  'streetWhole',
  'city',
  'zip',
  'precinctId',
  'placeName',
  'placeAddressWhole',
  'placeCity',
  'placeZip',
]);

const addressMapping = mappingOf('addresses', addressColumns, [
  'addressWhole',
  'unit',
  'city',
  'zip',
  'precinctId',
  'placeName',
  'placeAddressWhole',
  'placeCity',
  'placeZip',
]);

/** As an office confirms it, column by column. */
function mappingOf(
  kind: TableMapping['kind'],
  header: readonly string[],
  fields: readonly MappingField[],
): TableMapping {
  return {
    header: [...header],
    width: header.length,
    kind,
    columns: Object.fromEntries(fields.map((field, at) => [field, at])),
    always: { city: null, state: null, zip: null },
  };
}
