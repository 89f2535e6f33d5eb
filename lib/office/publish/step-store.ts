// Owns the third step: what is new goes into the blob store, page by page and object by object. In several calls where
// there is much of it. What is there already is passed over, so that it may be run again at any time.

import type { Sha256Hex } from '@/lib/release/format';
import type { BlobName } from '../ports/blob-store';
import { freshOf } from './fresh';
import { remade } from './make-release';
import type { PublishPorts } from './publish-ports';
import { putBlobs } from './put-blobs';
import { type Step, timeLimit } from './step';
import { objectBlob, pageBlob, storedManifest, storedManifests } from './stored-release';

/** A call ends in time for hosts that give it ten seconds. */
const BUDGET_MS = 6_000;

/** Leaves `size`: `{"objects": 12, "bytes": 40960, "pages": 9}`. A compiler that has changed since: `merge` comes again. */
export const storeStep: Step = async (ports, { value: job }) => {
  const fresh = await freshOf(ports, job);
  const compiled = await remade(ports, fresh.merged.plan, fresh.plan, {
    before: fresh.merged.base,
    begun: job.left.begun ?? null,
  });
  if (compiled === null) return { kind: 'next', left: {}, step: 'merge' };
  const mayGoOn = timeLimit(ports, BUDGET_MS);
  const objects = new Map<BlobName, Uint8Array | undefined>(
    fresh.objects.map((name) => [objectBlob(name), compiled.objects.get(name)]),
  );
  if (!(await putBlobs(ports, objects, mayGoOn))) return { kind: 'again', left: {} };
  const paths = await freshPages(ports, fresh.plan.pagesRoot, fresh.base?.pagesRoot ?? null);
  const pages = new Map<BlobName, Uint8Array | undefined>(
    [...paths].map(([path, hash]) => [pageBlob(hash), compiled.pages.get(path)]),
  );
  if (!(await putBlobs(ports, pages, mayGoOn))) return { kind: 'again', left: {} };
  let bytes = Number(job.left.begunBytes ?? 0);
  for (const blob of [...objects.values(), ...pages.values()]) bytes += blob?.length ?? 0;
  const size = { objects: objects.size, bytes, pages: pages.size };
  return { kind: 'next', left: { size: JSON.stringify(size) } };
};

/** Path -> hash of the pages in those manifests that are new. */
export async function freshPages(
  { blobs }: Pick<PublishPorts, 'blobs'>,
  pagesRoot: Sha256Hex | null,
  baseRoot: Sha256Hex | null,
): Promise<ReadonlyMap<string, Sha256Hex>> {
  const manifests = await storedManifests(blobs, pagesRoot);
  const had = await storedManifests(blobs, baseRoot);
  const fresh = new Map<string, Sha256Hex>();
  for (const [manifest, name] of manifests) {
    const before = had.get(manifest);
    if (before === name) continue;
    const known = before === undefined ? new Map() : await storedManifest(blobs, before);
    for (const [path, hash] of await storedManifest(blobs, name)) {
      if (known.get(path) !== hash) fresh.set(path, hash);
    }
  }
  return fresh;
}
