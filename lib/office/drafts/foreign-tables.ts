// Owns how an upload's tables of the office's own lie in the store after a check: what was proposed of each, what was applied
// and who had said it. Knows no page.

import { z } from 'zod';
import { type ForeignTable, mappingFields, type TableStart } from '@/lib/ingest/mapping/table-mapping';
import { tableMappingSchema } from '@/lib/ingest/mapping/table-mapping-schema';
import { unconfirmedTables } from '@/lib/ingest/mapping/unconfirmed-tables';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { getJson, putJson } from '../publish/json-blobs';
import { type ConfirmedMapping, type Draft, personSchema } from './draft';

const MOST_SAMPLES = 5;
const MOST_CHARACTERS = 200;
/** Of the beginning of one table. */
const MOST_START_CHARACTERS = 100_000;

const count = z.number().int().nonnegative();

const shownTableSchema = z.object({
  name: z.string(),
  proposal: z.object({
    mapping: tableMappingSchema,
    confidence: z.partialRecord(z.enum(mappingFields), z.enum(['sure', 'likely', 'unsure'])),
    headerRow: z.number().nullable(),
    samples: z.array(z.array(z.string())),
    otherCountry: z.object({ column: count, sentence: z.string() }).optional(),
  }),
  /** Drafts that were checked before it was kept have none: their header is as it was found. */
  start: z
    .object({
      lines: z.array(z.object({ row: count, cells: z.array(z.string()), width: count })),
      width: count,
    })
    .default({ lines: [], width: 1 }),
  /** What was applied, its columns where they stand in this table. */
  confirmed: tableMappingSchema.nullable(),
  /** Who said so; null: nobody has yet. */
  by: personSchema.nullable(),
});

/** A table as the page of columns shows it. */
export type ShownTable = z.infer<typeof shownTableSchema>;

/** Stores them in `columns/<sha256>`; null where there are none. `said`: the mappings that the check was given.
 *  `hasOthers`: the upload has something to read besides. */
export async function storeForeign(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  tables: readonly ForeignTable[],
  said: readonly ConfirmedMapping[],
  hasOthers: boolean,
): Promise<NonNullable<Draft['checked']>['foreign']> {
  if (tables.length === 0) return null;
  const shown = tables.map((table) => shownOf(table, said));
  return {
    blob: await putJson(blobs, 'columns', shown),
    tables: shown.length,
    unconfirmed: unconfirmedTables(tables, hasOthers).length,
  };
}

function shownOf(
  { name, proposal, confirmed, applied, start }: ForeignTable,
  said: readonly ConfirmedMapping[],
): ShownTable {
  const asSaid = confirmed && canonicalJson(confirmed);
  const samples = proposal.samples.slice(0, MOST_SAMPLES);
  return {
    name,
    proposal: {
      ...proposal,
      samples: samples.map(shortened),
    },
    start: { ...start, lines: shortStart(start) },
    confirmed: applied,
    by: said.find(({ mapping }) => canonicalJson(mapping) === asSaid)?.by ?? null,
  };
}

const shortened = (cells: readonly string[]): string[] => cells.map((cell) => cell.slice(0, MOST_CHARACTERS));

/** As many of the first lines as are worth keeping. */
function shortStart({ lines }: TableStart): ShownTable['start']['lines'] {
  let characters = 0;
  return lines
    .map((line) => ({ ...line, cells: shortened(line.cells) }))
    .filter(({ cells }) => {
      characters += cells.join('').length + cells.length;
      return characters <= MOST_START_CHARACTERS;
    });
}

/** The tables of a checked draft, in the order of the upload; [] where it has none. Throws `StoreError`. */
export async function loadForeign(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  { checked }: Pick<Draft, 'checked'>,
): Promise<readonly ShownTable[]> {
  return checked?.foreign ? getJson(blobs, checked.foreign.blob, z.array(shownTableSchema)) : [];
}
