// Owns what releases leave for the ones after them: beside a plan, and on the way to one where there was not time for all
// of it. Any of it may be lost: it is made again then. Knows no job.

import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import { sha256Hex } from '@/lib/release/bytes';
import { noMemo, type ReleaseMemo } from '@/lib/release/release-memo';
import type { BlobName } from '../ports/blob-store';
import type { PublishPorts } from './publish-ports';

const memoSchema = z.object({
  compilerVersion: z.string(),
  pages: z.array(z.tuple([z.string(), z.object({ inputs: z.string(), object: z.string() })])),
  sizes: z.array(z.tuple([z.string(), z.number()])),
});

/** The memo of a plan's release: `memo/<sha256>`. */
export async function memoOfPlan(planName: string): Promise<BlobName> {
  return `memo/${await sha256Hex(strToU8(planName))}`;
}

/** What is in these memos together, a later one before an earlier one; nothing of a memo that is not there, or that
 *  another compiler made. Throws `StoreError`. */
export async function loadMemos(ports: PublishPorts, names: readonly BlobName[]): Promise<ReleaseMemo> {
  const memos = await Promise.all(names.map((name) => loadMemo(ports, name)));
  return {
    pages: new Map(memos.flatMap(({ pages }) => [...pages])),
    sizes: new Map(memos.flatMap(({ sizes }) => [...sizes])),
  };
}

async function loadMemo({ blobs, compilerVersion }: PublishPorts, name: BlobName): Promise<ReleaseMemo> {
  const bytes = await blobs.get(name);
  if (bytes === null) return noMemo;
  const memo = memoSchema.safeParse(JSON.parse(strFromU8(gunzipSync(bytes))));
  if (!memo.success || memo.data.compilerVersion !== compilerVersion) return noMemo;
  return { pages: new Map(memo.data.pages), sizes: new Map(memo.data.sizes) };
}

/** Keep it under a name that nothing has yet. Throws `StoreError`. */
export async function saveMemo(ports: PublishPorts, name: BlobName, memo: ReleaseMemo): Promise<void> {
  const value = {
    compilerVersion: ports.compilerVersion,
    pages: [...memo.pages],
    sizes: [...memo.sizes],
  } satisfies z.infer<typeof memoSchema>;
  await ports.blobs.put(name, gzipSync(strToU8(JSON.stringify(value)), { mtime: 0 }));
}
