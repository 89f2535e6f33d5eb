// Owns datasets as blobs: gzip of canonical JSON under the hash of the uncompressed bytes, so that the same data is kept
// once, whoever uploads it. Knows no draft.

import { gunzipSync } from 'fflate';
import type { Dataset } from '@/lib/core/vip';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalJson } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { StoreError } from '../ports/store-error';

/** `datasets/<sha256>`. */
export const datasetBlob = (sha256: string): string => `datasets/${sha256}`;

/** Items of a list that are written at once. */
const BATCH = 2000;

/** Stores a dataset; gives the hash that names it. `pause` is waited for now and then, so that a state's quarter of a million
 *  streets stop nobody else's request. Throws `StoreError`. */
export async function storeDataset(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  dataset: Dataset,
  pause: () => Promise<void> = async () => {},
): Promise<string> {
  const bytes = await canonicalBytesOf(dataset, pause);
  const sha256 = await sha256Hex(bytes);
  // Packing costs more than asking.
  if ((await blobs.present([datasetBlob(sha256)])).size === 0)
    await blobs.put(datasetBlob(sha256), await packed(bytes));
  return sha256;
}

/** What `canonicalBytes` gives, made in steps: a list's items by thousands. */
async function canonicalBytesOf(dataset: Dataset, pause: () => Promise<void>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const write = (text: string) => pieces.push(encoder.encode(text));
  const members = Object.entries(dataset).filter(([, value]) => value !== undefined);
  // Names of members are ASCII: the order of RFC 8785 is the engine's own.
  for (const [index, [key, value]] of members.sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    write(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:`);
    if (!Array.isArray(value)) {
      write(canonicalJson(value));
      continue;
    }
    write('[');
    for (let start = 0; start < value.length; start += BATCH) {
      await pause();
      write(`${start === 0 ? '' : ','}${canonicalJson(value.slice(start, start + BATCH)).slice(1, -1)}`);
    }
    write(']');
  }
  write('}');
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** By the platform's own, which works beside this thread. */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BufferSource]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The dataset of that name. Throws `StoreError` `damaged` where it is gone, or is not what its name says. */
export async function loadDataset({ blobs }: Pick<OfficePorts, 'blobs'>, sha256: string): Promise<Dataset> {
  const stored = await blobs.get(datasetBlob(sha256));
  if (stored === null) throw new StoreError('damaged', `the dataset ${sha256} is gone`);
  const bytes = unpacked(stored);
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
