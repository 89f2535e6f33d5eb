// Owns the question whether a release on disk is this installation's own: only those are signed anew.
import { releaseSource } from '@/lib/adapters/release-files';
import type { KeyPair } from '@/lib/adapters/signing-key';
import type { Pointer } from '@/lib/release/format';
import { verifyPointer } from '@/lib/release/verify-pointer';

/** The pointer below `folder` if `key` signed it; null where there is none, or somebody else's. */
export async function ownPointer(folder: string, key: KeyPair): Promise<Pointer | null> {
  const bytes = await releaseSource(folder).pointer();
  if (!bytes.ok) return null;
  const verified = await verifyPointer(bytes.value, {
    publicKeys: [key.publicKey],
    revokedKeyIds: [],
    highestSequences: {},
  });
  return verified.ok ? verified.value.pointer : null;
}
