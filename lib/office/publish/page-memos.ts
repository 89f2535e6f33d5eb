// Owns what a release's pages were made of, kept beside its plan for the release after it. It may be lost: pages are made
// again then. Knows no job.

import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import { sha256Hex } from '@/lib/release/bytes';
import type { PageMemo } from '@/lib/release/plain-pages/plain-pages';
import type { BlobName } from '../ports/blob-store';
import type { PublishPorts } from './publish-ports';

const memoSchema = z.object({
  compilerVersion: z.string(),
  groups: z.array(z.tuple([z.string(), z.object({ inputs: z.string(), object: z.string() })])),
});

const memoBlob = async (planName: string): Promise<BlobName> => `memo/${await sha256Hex(strToU8(planName))}`;

/** The memo of a plan's release; nothing where there is none, or another compiler made it. */
export async function loadPageMemo(ports: PublishPorts, planName: string | null): Promise<PageMemo> {
  const bytes = planName === null ? null : await ports.blobs.get(await memoBlob(planName));
  if (bytes === null) return new Map();
  const memo = memoSchema.parse(JSON.parse(strFromU8(gunzipSync(bytes))));
  return new Map(memo.compilerVersion === ports.compilerVersion ? memo.groups : []);
}

/** Keep it. */
export async function savePageMemo(ports: PublishPorts, planName: string, memo: PageMemo): Promise<void> {
  const value = { compilerVersion: ports.compilerVersion, groups: [...memo] } satisfies z.infer<
    typeof memoSchema
  >;
  await ports.blobs.put(await memoBlob(planName), gzipSync(strToU8(JSON.stringify(value)), { mtime: 0 }));
}
