// Owns putting many blobs into the store, of which most may be there. Knows no step.

import type { BlobName } from '../ports/blob-store';
import { StoreError } from '../ports/store-error';
import { inBatches } from './in-batches';
import type { PublishPorts } from './publish-ports';

const AT_ONCE = 16;
const LOOKED_UP_AT_ONCE = 500;

/** False: `mayGoOn` has said that the time is up, and there is more. Bytes may be missing of what is stored
 *  already; throws `StoreError` where it is not. */
export async function putBlobs(
  { blobs }: Pick<PublishPorts, 'blobs'>,
  files: ReadonlyMap<BlobName, Uint8Array | undefined>,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const names = [...files.keys()];
  const absent: BlobName[] = [];
  for (let at = 0; at < names.length; at += LOOKED_UP_AT_ONCE) {
    const some = names.slice(at, at + LOOKED_UP_AT_ONCE);
    const present = await blobs.present(some);
    absent.push(...some.filter((name) => !present.has(name)));
  }
  return inBatches(absent, AT_ONCE, async (name) => {
    const bytes = files.get(name);
    // A store that said it had kept them, and has not.
    if (bytes === undefined) throw new StoreError('damaged', `${name} is gone`);
    await blobs.put(name, bytes);
    return mayGoOn();
  });
}
