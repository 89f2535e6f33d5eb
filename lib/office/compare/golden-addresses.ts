// Owns an office's golden addresses: addresses whose place it knows by heart, which every list of it must answer right.
// They belong to a dataset, so that going back takes them along. Knows no screen.

import { z } from 'zod';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { BlobStore } from '../ports/blob-store';
import { getJson, putJson } from '../publish/json-blobs';

export const MOST_GOLDEN = 500;

export const goldenAddressSchema = z.object({
  address: z.string().trim().min(3).max(300),
  placeId: z.string().min(1).max(200),
  /** As the list has it, for people. */
  placeName: z.string().max(300),
});

export const goldenAddressesSchema = z.array(goldenAddressSchema).max(MOST_GOLDEN);

export type GoldenAddress = z.infer<typeof goldenAddressSchema>;

const GOLDEN = 'golden';

/** Keep them; gives the blob's name. The same addresses have the same name. */
export function storeGolden(blobs: BlobStore, addresses: readonly GoldenAddress[]): Promise<string> {
  return putJson(blobs, GOLDEN, addresses);
}

/** null: none are known. Throws `StoreError`. */
export async function loadGolden(blobs: BlobStore, name: string | null): Promise<readonly GoldenAddress[]> {
  return name === null ? [] : getJson(blobs, name, goldenAddressesSchema);
}

/** What one address gave. `got` is for people: place names, or the outcome's kind. */
export interface GoldenResult extends GoldenAddress {
  readonly isRight: boolean;
  readonly got: string;
}

/** Right is an answer that leads to the place, and to no other but where any place will do. */
export function goldenResult(golden: GoldenAddress, outcome: LookupOutcome): GoldenResult {
  const { kind, pollingLocations } = outcome;
  const isAnswer = kind === 'found' || kind === 'anyPlace' || kind === 'byMail';
  const isRight = isAnswer && pollingLocations.some(({ id }) => id === golden.placeId);
  const names = pollingLocations.map(({ name }) => name).join('; ');
  return {
    ...golden,
    isRight,
    got: names === '' ? kind : kind === 'conflict' ? `conflict: ${names}` : names,
  };
}
