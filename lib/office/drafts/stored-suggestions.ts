// Owns how the repairs that a check offers, and those that it applied, lie in the store. Knows no page.

import { z } from 'zod';
import { type Suggestion, suggestionKinds } from '@/lib/ingest/suggestions/suggestion';
import type { OfficePorts } from '../ports/office-ports';
import { getJson, putJson } from '../publish/json-blobs';
import type { Draft } from './draft';

const cells = z.array(z.string());

const suggestionSchema = z.object({
  kind: z.enum(suggestionKinds),
  file: z.string(),
  column: z.string(),
  columns: cells,
  count: z.number().int().nonnegative(),
  examples: z.array(z.object({ row: z.number().int(), before: cells, after: cells })),
  isApplied: z.boolean(),
});

/** Stores them in `suggestions/<sha256>`; null where there are none. Throws `StoreError`. */
export async function storeSuggestions(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  suggestions: readonly Suggestion[],
): Promise<NonNullable<Draft['checked']>['suggestions']> {
  if (suggestions.length === 0) return null;
  return { blob: await putJson(blobs, 'suggestions', suggestions), groups: suggestions.length };
}

/** Those of a checked draft, in the order of its tables; [] where it has none. Throws `StoreError`. */
export async function loadSuggestions(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  { checked }: Pick<Draft, 'checked'>,
): Promise<readonly Suggestion[]> {
  return checked?.suggestions ? getJson(blobs, checked.suggestions.blob, z.array(suggestionSchema)) : [];
}
