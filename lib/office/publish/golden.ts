// Owns asking the stored release the golden addresses of what is about to be chosen. Which they are, and what is right, is
// lib/office/compare's.

import { openVerified } from '@/lib/release/reader';
import { objectReader, type ReleaseSource } from '@/lib/release/verified-objects';
import type { VerifiedPointer } from '@/lib/release/verify-pointer';
import { loadGolden } from '../compare/golden-addresses';
import { tryGolden } from '../compare/try-dataset';
import type { OfficeChoice } from './choice';
import type { PublishPorts } from './publish-ports';

/** A sentence on the first address that is answered otherwise than its office says; null: all are right. `chosen`: what
 *  changes with this release. */
export async function goldenProblem(
  ports: PublishPorts,
  chosen: readonly OfficeChoice[],
  pointer: VerifiedPointer,
  source: Pick<ReleaseSource, 'object'>,
): Promise<string | null> {
  const release = await openVerified(pointer, objectReader(source), ports.now());
  if (!release.ok) return `The release cannot be read: ${release.error.message}.`;
  for (const { current, electionDate, electionName } of chosen) {
    const golden = await loadGolden(ports.blobs, current?.golden ?? null);
    const results = await tryGolden(release.value, golden, electionDate, ports.now());
    const wrong = results.find(({ isRight }) => !isRight);
    if (wrong === undefined) continue;
    const { address, placeName, got } = wrong;
    return `${electionName}: “${address}” should lead to ${placeName}, and gives: ${got}. Nothing was published.`;
  }
  return null;
}
