// Owns how an upload's tables of the office's own lie in the store after a check: what was proposed of each, what was applied
// and who had said it. Knows no page.

import { z } from 'zod';
import { type ForeignTable, mappingFields, tableMappingSchema } from '@/lib/ingest/mapping/table-mapping';
import { unconfirmedTables } from '@/lib/ingest/mapping/unconfirmed-tables';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { getJson, putJson } from '../publish/json-blobs';
import { type ConfirmedMapping, type Draft, personSchema } from './draft';

const MOST_SAMPLES = 5;
const MOST_CHARACTERS = 200;

const shownTableSchema = z.object({
  name: z.string(),
  proposal: z.object({
    mapping: tableMappingSchema,
    confidence: z.partialRecord(z.enum(mappingFields), z.enum(['sure', 'likely', 'unsure'])),
    headerRow: z.number().nullable(),
    samples: z.array(z.array(z.string())),
  }),
  confirmed: tableMappingSchema.nullable(),
  /** Who said so; null: nobody has yet. */
  by: personSchema.nullable(),
});

/** A table as the page of columns shows it. */
export type ShownTable = z.infer<typeof shownTableSchema>;

/** Stores them in `columns/<sha256>`; null where there are none. `said`: the mappings that the check was given.
 *  `isReadable`: it made a dataset. */
export async function storeForeign(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  tables: readonly ForeignTable[],
  said: readonly ConfirmedMapping[],
  isReadable: boolean,
): Promise<NonNullable<Draft['checked']>['foreign']> {
  if (tables.length === 0) return null;
  const shown = tables.map((table) => shownOf(table, said));
  return {
    blob: await putJson(blobs, 'columns', shown),
    tables: shown.length,
    unconfirmed: unconfirmedTables(tables, isReadable).length,
  };
}

function shownOf({ name, proposal, confirmed }: ForeignTable, said: readonly ConfirmedMapping[]): ShownTable {
  const applied = confirmed && canonicalJson(confirmed);
  const samples = proposal.samples.slice(0, MOST_SAMPLES);
  return {
    name,
    proposal: {
      ...proposal,
      samples: samples.map((row) => row.map((cell) => cell.slice(0, MOST_CHARACTERS))),
    },
    confirmed,
    by: said.find(({ mapping }) => canonicalJson(mapping) === applied)?.by ?? null,
  };
}

/** The tables of a checked draft, in the order of the upload; [] where it has none. Throws `StoreError`. */
export async function loadForeign(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  { checked }: Pick<Draft, 'checked'>,
): Promise<readonly ShownTable[]> {
  return checked?.foreign ? getJson(blobs, checked.foreign.blob, z.array(shownTableSchema)) : [];
}
