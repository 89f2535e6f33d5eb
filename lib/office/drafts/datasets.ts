// Owns datasets as blobs: gzip of canonical JSON under the hash of the uncompressed bytes, so that the same data is kept
// once, whoever uploads it. Knows no draft.

import { gunzipSync, gzipSync } from 'fflate';
import type { Dataset } from '@/lib/core/vip';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalBytes } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { StoreError } from '../ports/store-error';

const blobOf = (sha256: string): string => `datasets/${sha256}`;

/** Stores a dataset; gives the hash that names it. Throws `StoreError`. */
export async function storeDataset({ blobs }: Pick<OfficePorts, 'blobs'>, dataset: Dataset): Promise<string> {
  const bytes = canonicalBytes(dataset);
  const sha256 = await sha256Hex(bytes);
  // Packing costs more than asking.
  if ((await blobs.present([blobOf(sha256)])).size === 0) {
    await blobs.put(blobOf(sha256), gzipSync(bytes, { mtime: 0 }));
  }
  return sha256;
}

/** The dataset of that name. Throws `StoreError` `damaged` where it is gone, or is not what its name says. */
export async function loadDataset({ blobs }: Pick<OfficePorts, 'blobs'>, sha256: string): Promise<Dataset> {
  const packed = await blobs.get(blobOf(sha256));
  if (packed === null) throw new StoreError('damaged', `the dataset ${sha256} is gone`);
  const bytes = unpacked(packed);
  if (bytes === null || (await sha256Hex(bytes)) !== sha256) {
    throw new StoreError('damaged', `the dataset ${sha256} is not what was stored`);
  }
  return JSON.parse(new TextDecoder().decode(bytes));
}

function unpacked(packed: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(packed);
  } catch {
    return null;
  }
}
