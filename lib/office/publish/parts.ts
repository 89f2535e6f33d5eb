// Owns the compiled offices of datasets: on the shelf, in the store, or made anew. Knows no release.

import { gunzipSync, gzipSync, strToU8 } from 'fflate';
import { sha256Hex } from '@/lib/release/bytes';
import { compileOffice, type OfficePart } from '@/lib/release/compile-office';
import { decodePart, encodePart } from '@/lib/release/part-bytes';
import { loadListed } from '../drafts/datasets';
import type { BlobName } from '../ports/blob-store';
import { inBatches } from './in-batches';
import type { PublishPorts } from './publish-ports';

const READ_AT_ONCE = 16;

/** The part of the dataset with this hash: compiled once for each compiler and ZIP reference. Throws `StoreError`. */
export async function loadPart(ports: PublishPorts, dataset: string): Promise<OfficePart> {
  return (await readPart(ports, dataset)) ?? compilePart(ports, dataset);
}

/** The parts of these datasets, in their order. null: `mayGoOn` has said that the time is up; those that were compiled by
 *  then, one at least, need not be again. Throws `StoreError`. */
export async function loadParts(
  ports: PublishPorts,
  datasets: readonly string[],
  mayGoOn: () => boolean,
): Promise<readonly OfficePart[] | null> {
  const parts = new Map<string, OfficePart | null>();
  await inBatches(datasets, READ_AT_ONCE, async (dataset) => {
    parts.set(dataset, await readPart(ports, dataset));
    return true;
  });
  const missing = [...parts].filter(([, part]) => part === null).map(([dataset]) => dataset);
  for (const [index, dataset] of missing.entries()) {
    parts.set(dataset, await compilePart(ports, dataset));
    if (index + 1 < missing.length && !mayGoOn()) return null;
  }
  return datasets.flatMap((dataset) => parts.get(dataset) ?? []);
}

/** null: it has not been compiled. */
async function readPart(ports: PublishPorts, dataset: string): Promise<OfficePart | null> {
  const known = ports.shelf.parts.get(dataset);
  if (known !== undefined) return known;
  const stored = await ports.blobs.get(await partBlob(ports, dataset));
  if (stored === null) return null;
  const part = decodePart(gunzipSync(stored));
  ports.shelf.parts.set(dataset, part);
  return part;
}

async function compilePart(ports: PublishPorts, dataset: string): Promise<OfficePart> {
  const part = compileOffice(await loadListed(ports, dataset), ports.reference());
  const bytes = gzipSync(encodePart(part), { level: 6, mtime: 0 });
  await ports.blobs.put(await partBlob(ports, dataset), bytes);
  ports.shelf.parts.set(dataset, part);
  return part;
}

/** `parts/<sha256>`: where the part of a dataset lies, for this compiler and this ZIP reference. */
export async function partBlob(
  { compilerVersion, referenceVersion }: Pick<PublishPorts, 'compilerVersion' | 'referenceVersion'>,
  dataset: string,
): Promise<BlobName> {
  return `parts/${await sha256Hex(strToU8(`${dataset} ${compilerVersion} ${referenceVersion}`))}`;
}
