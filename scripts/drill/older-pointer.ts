// Owns pointers of this drill's own release as they were some time ago, rightly signed: what a mirror has that was rolled back, or
// stands still. Knows no host.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { devSigningKey } from '@/lib/adapters/signing-key';
import { signPointer } from '@/lib/release/sign';
import { POINTER_FILE, verifyPointer } from '@/lib/release/verify-pointer';
import { NotRun } from './row';

/** Bytes of `/v1/current.json`, confirmed `agoMs` before what lies below `root`, and with a lower number. Throws `NotRun` where another
 *  key than this machine's own has signed. */
export async function olderPointer(repository: string, root: string, agoMs: number): Promise<Uint8Array> {
  const key = await devSigningKey(repository);
  if (!key.ok) throw new NotRun(`no key to sign with: ${key.error.message}`);
  const trust = { publicKeys: [key.value.publicKey], revokedKeyIds: [], highestSequences: {} };
  const verified = await verifyPointer(await readFile(join(root, POINTER_FILE)), trust);
  if (!verified.ok) throw new NotRun('the drill’s release was not signed by this machine’s key');
  const { pointer } = verified.value;
  const issued = new Date(Date.parse(pointer.issuedAt) - agoMs);
  return signPointer(
    {
      ...pointer,
      sequence: pointer.sequence - Math.ceil(agoMs / 1000),
      issuedAt: issued.toISOString().replace(/\.\d+Z$/, 'Z'),
    },
    key.value,
  );
}
