// Owns asking a dataset, before anybody publishes it, what a voter would be told: compiled alone, in memory, and read by
// the voters' own reader. Stores nothing.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { ok } from '@/lib/core/result';
import type { IsoDate } from '@/lib/core/vip';
import { assemble, type CompiledRelease } from '@/lib/release/compile';
import { type OpenRelease, openVerified } from '@/lib/release/reader';
import { objectReader } from '@/lib/release/verified-objects';
import { loadPart } from '../publish/parts';
import type { PublishPorts } from '../publish/publish-ports';
import type { GoldenAddress, GoldenResult } from './golden-addresses';
import { goldenResult } from './golden-addresses';

/** A release of one dataset alone, without plain pages and signature. Throws `StoreError`. */
export async function releaseOfDataset(ports: PublishPorts, dataset: string): Promise<CompiledRelease> {
  const now = ports.now();
  return assemble([await loadPart(ports, dataset)], {
    notices: [],
    reference: ports.reference(),
    releaseLine: 'draft',
    sequence: 1,
    now,
    expiresAt: now,
    languages: [],
    origin: null,
    withSizes: false,
  });
}

/** A reader of one dataset alone. Throws `StoreError`. */
export async function openDataset(ports: PublishPorts, dataset: string): Promise<OpenRelease> {
  const now = ports.now();
  const release = await releaseOfDataset(ports, dataset);
  const object = async (name: string) => ok(release.objects.get(name) ?? new Uint8Array());
  const pointer = { pointer: release.pointer, keyId: '', revokedKeyIds: [] };
  const opened = await openVerified(pointer, objectReader({ object }), now);
  if (!opened.ok) throw new Error(`a release that was just made cannot be read: ${opened.error.message}`);
  return opened.value;
}

/** Ask every golden address as on the day before the election, when nobody is told that it is over. */
export async function tryGolden(
  release: { readonly answer: (text: string, now: Date) => Promise<LookupOutcome> },
  golden: readonly GoldenAddress[],
  electionDate: IsoDate,
  now: Date,
): Promise<readonly GoldenResult[]> {
  const dayBefore = new Date(Date.parse(`${electionDate}T12:00:00Z`) - 86_400_000);
  const at = dayBefore > now ? dayBefore : now;
  const results: GoldenResult[] = [];
  for (const each of golden) results.push(goldenResult(each, await release.answer(each.address, at)));
  return results;
}
