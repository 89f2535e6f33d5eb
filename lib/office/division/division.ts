// Owns the shape of a state's one file once it is divided: whose part is whose, what was found of each, and which parts go no further.
// Pure shapes; who divides it is store-division.ts's.

import { z } from 'zod';
import { draftSchema } from '../drafts/draft';
import type { OfficePorts } from '../ports/office-ports';
import { getJson } from '../publish/json-blobs';

/** Why nothing of an office's part goes further. `empty`: not one of its precincts could be used. `unknownOffice`: nobody has made this office at
 *  the desk, or two parts would be its. What is live of the office stays. */
const keptBackSchema = z.enum(['empty', 'unknownOffice']);

const partSchema = z.object({
  /** Id of the office at the desk; of an unknown one, the id that the file would give it. */
  officeId: z.string(),
  /** `Oak`, `Elm and Fir`: its localities, as the file calls them. */
  name: z.string(),
  keptBack: keptBackSchema.nullable(),
  /** What a draft of this part says of itself; problems are its own. null where it is kept back. */
  checked: draftSchema.shape.checked,
});

export const divisionSchema = z.object({
  /** In the order of the file. */
  parts: z.array(partSchema),
  /** Places that no office's precinct leads to: nobody's. */
  unassigned: z.array(z.string()),
});

export type KeptBack = z.infer<typeof keptBackSchema>;
export type DivisionPart = z.infer<typeof partSchema>;
/** Blob `divisions/<sha256>`, named by `draft.checked.division`. */
export type Division = z.infer<typeof divisionSchema>;
export const DIVISIONS = 'divisions';

/** The division of a draft's file; null: it is one office's. Throws `StoreError`. */
export async function divisionOf(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  checked: { readonly division?: string | null | undefined } | null,
): Promise<Division | null> {
  return checked?.division ? getJson(blobs, checked.division, divisionSchema) : null;
}
