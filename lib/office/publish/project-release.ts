// Owns bringing the release folder up to what is live in the stores. The folder is a projection: it can be thrown away,
// and a folder that is ahead is left alone until what is in it has been adopted.

import { StoreError } from '../ports/store-error';
import { getJson } from './json-blobs';
import { planSchema } from './plan';
import { livePointer, releaseLine } from './pointer';
import type { PublishPorts } from './publish-ports';
import { pageBlob, storedBytes, storedManifest, storedManifests } from './stored-release';

/** `shown`; `newer`: a higher number of our line lies there; `nothing`: no folder, or no release yet. */
export type Projection = 'shown' | 'newer' | 'nothing';

/** Put what is live into the folder. Throws `StoreError`. */
export async function projectRelease(ports: PublishPorts): Promise<Projection> {
  const live = await livePointer(ports);
  if (ports.folder === null || live === null) return 'nothing';
  const plan = await getJson(ports.blobs, live.value.plan, planSchema);
  const { line } = await releaseLine(ports);
  const isShown = await ports.folder.show({
    pointer: new TextEncoder().encode(live.value.text),
    line,
    sequence: live.value.sequence,
    objects: plan.objects,
    object: (name) => storedBytes(ports.blobs, name),
    pages: () => allPages(ports, plan.pagesRoot),
    page: async (hash) => {
      const bytes = await ports.blobs.get(pageBlob(hash));
      if (bytes === null) throw new StoreError('damaged', `the page ${hash} is gone`);
      return bytes;
    },
    pagesRoot: plan.pagesRoot,
  });
  return isShown ? 'shown' : 'newer';
}

async function allPages(
  { blobs }: PublishPorts,
  pagesRoot: string | null,
): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const name of (await storedManifests(blobs, pagesRoot)).values()) {
    for (const [path, hash] of await storedManifest(blobs, name)) pages.set(path, hash);
  }
  return pages;
}
