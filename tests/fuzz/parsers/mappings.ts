// Owns the parsers of what says how an office's own tables are read: files of mappings, and the recognising of any table at all.

import { byteFile } from '@/lib/ingest/feed.fixture';
import { proposeMapping } from '@/lib/ingest/mapping/guess-mapping';
import { readSavedMappings, savedMappings } from '@/lib/ingest/mapping/saved-mappings';
import { layoutOf } from '@/lib/ingest/mapping/table-layout';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { csvRecords } from '@/lib/ingest/tables/csv';
import { fuzzParser } from '../fuzz-parser';
import { mutateBytes, mutateText } from '../mutate';

const mapping: TableMapping = {
  header: ['LOW', 'HIGH', 'STREET', 'ZIP', 'PCT'],
  width: 5,
  kind: 'ranges',
  columns: { rangeStart: 0, rangeEnd: 1, streetWhole: 2, zip: 3, precinctId: 4 },
  always: { city: null, state: 'MS', zip: null },
};
const proposal = { mapping, confidence: {}, headerRow: 1, samples: [['1', '99', 'Oak St', '39120', '7']] };

/** Said by code of its own: what a mapping that is applied must be. */
function faultOf({ width, columns, header }: TableMapping): string | null {
  const isInside = Object.values(columns).every((at) => Number.isInteger(at) && at >= 0 && at < width);
  if (!isInside) return 'a column is not in the table';
  if (header !== null && header.length > width) return 'more names than columns';
  return width >= 1 && width <= 1000 ? null : 'the width is none';
}

const saved = fuzzParser('file of mappings', async () => ({
  input: (random) =>
    mutateText(
      [
        savedMappings([
          {
            name: 'streets.csv',
            proposal,
            confirmed: mapping,
            applied: mapping,
            start: { lines: [], width: 5 },
          },
        ]),
      ],
      random,
      ['"confirmed": false', '"__proto__": 1', '-1', '1e9', 'null', '[]', '"ignored"', '"addressWhole": 4'],
    ),
  read: readSavedMappings,
  judge: (text, result) => {
    if (!result.ok) return 'refused';
    const tables: readonly { readonly confirmed: unknown }[] = JSON.parse(text).tables;
    if (tables.some(({ confirmed }) => confirmed !== true))
      return { wrong: 'taken, though nobody has confirmed it' };
    const fault = result.value.map(faultOf).find((each) => each !== null);
    return fault === undefined ? 'accepted' : { wrong: fault };
  },
}));

const tables = [
  'Exampleton Street List\nLOW,HIGH,O/E,ST_NAME,ST_TYPE,ZIP,PCT\n1,99,O,OAK,ST,39120,101\n2,98,E,OAK,ST,39120,102\nTotal: 2\n',
  'PCT\tPOLL_NAME\tPOLL_ADDR\n101\tCity Hall\t1 Main St\n102\tOak School\t9 Oak St\n',
  '1,99,OAK ST,39120,4\n101,199,OAK ST,39120,5\n2,98,ELM ST,39121,4\n',
].map((text) => new TextEncoder().encode(text));

const recognised = fuzzParser('table of an office’s own', async () => ({
  input: (random) =>
    mutateBytes(tables, random, [
      ',',
      '\t',
      '\n',
      '"',
      'ZIP',
      'PCT',
      'Total',
      'Page 2',
      '12 Oak St',
      '99999',
    ]),
  read: async (bytes) => {
    const source = csvRecords(byteFile('list.csv', bytes));
    return proposeMapping(source.name, await layoutOf(source), null);
  },
  judge: (_, { mapping: found, confidence }) => {
    if (found.kind === 'ignored') return 'refused';
    const fault = faultOf(found);
    if (fault !== null) return { wrong: fault };
    const columns = Object.values(found.columns);
    if (new Set(columns).size < columns.length) return { wrong: 'one column for two fields' };
    const fields = Object.keys(found.columns);
    return fields.every((field) => field in confidence) ? 'accepted' : { wrong: 'no confidence' };
  },
}));

export const mappingParsers = [saved, recognised];
