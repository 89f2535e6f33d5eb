// Owns the check of mappings that come from outside: forms, files of the command line, the stores. Not for the desk's browser, whose
// policy does not let zod make functions (docs/adr/0037-policies-by-page.md).

import { z } from 'zod';
import { mappingFields, mostColumns, type TableMapping, tableKinds } from './table-mapping';

const mostNameChars = 1000;

/** Of one table. */
export const tableMappingSchema: z.ZodType<TableMapping> = z.object({
  header: z.array(z.string().max(mostNameChars)).max(mostColumns).nullable(),
  width: z.number().int().positive().max(mostColumns),
  kind: z.enum(tableKinds),
  columns: z.partialRecord(
    z.enum(mappingFields),
    z
      .number()
      .int()
      .nonnegative()
      .max(mostColumns - 1),
  ),
  always: z.object({
    city: z.string().max(mostNameChars).nullable(),
    state: z.string().max(mostNameChars).nullable(),
    zip: z.string().max(mostNameChars).nullable(),
  }),
  table: z.string().max(mostNameChars).optional(),
});
