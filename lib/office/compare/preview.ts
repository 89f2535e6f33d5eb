// Owns what a draft is looked at by before it is live: a release of it alone, its objects in blobs of their own, where no
// reader of the live release looks. Kept by the dataset's hash: every draft of the same list has the same preview.

import { isSha256Hex, type Pointer, type Sha256Hex } from '@/lib/release/format';
import type { OfficePorts } from '../ports/office-ports';
import { inBatches } from '../publish/in-batches';
import type { PublishPorts } from '../publish/publish-ports';
import { releaseOfDataset } from './try-dataset';

const AT_ONCE = 16;

/** The pointer of a preview: unsigned, dated now, its objects where `previewObject` finds them. Throws `StoreError`. */
export async function previewOf(ports: PublishPorts, dataset: string): Promise<Pointer> {
  const { pointer, objects } = await releaseOfDataset(ports, dataset);
  const there = await ports.blobs.present([...objects.keys()].map((name) => blobOf(dataset, name)));
  const missing = [...objects].filter(([name]) => !there.has(blobOf(dataset, name)));
  await inBatches(missing, AT_ONCE, async ([name, bytes]) => {
    await ports.blobs.put(blobOf(dataset, name), bytes);
    return true;
  });
  return pointer;
}

/** The bytes of one object of a preview; null: it has none of that name. Throws `StoreError`. */
export async function previewObject(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  dataset: string,
  name: string,
): Promise<Uint8Array | null> {
  return isSha256Hex(name) ? blobs.get(blobOf(dataset, name)) : null;
}

const blobOf = (dataset: string, name: Sha256Hex): string => `preview/${dataset}/${name}`;
