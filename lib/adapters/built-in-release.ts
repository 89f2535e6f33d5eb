// Owns putting a release into a site while the site is built: verified whole, copied, and its offices' phones read.
// Server only, and only at build time. What stood there before goes first: an old release must not outlive its build.

import { rm } from 'node:fs/promises';
import { err, ok, type Result } from '@/lib/core/result';
import type { Sha256Hex } from '@/lib/release/format';
import { openRelease } from '@/lib/release/reader';
import type { ReleaseSource } from '@/lib/release/verified-objects';
import { verifyRelease } from '@/lib/release/verify';
import type { PhoneBook } from '@/lib/view/phone-book';
import { releaseSource, writeRelease } from './release-files';

/** Copies pointer and every object it leads to from `from` (a folder) to `to`; gives the phones. The error is a
 *  sentence for whoever builds, and then nothing is left in `to`. */
export async function buildIn(
  from: string,
  to: string,
  publicKeys: readonly string[],
  now: Date,
): Promise<Result<PhoneBook, string>> {
  await rm(to, { recursive: true, force: true });
  const trust = { publicKeys, revokedKeyIds: [], highestSequences: {} };
  const objects = new Map<Sha256Hex, Uint8Array>();
  const source = remembering(releaseSource(from), objects);
  const { problems } = await verifyRelease(source, trust, now);
  const fault = problems.find(({ severity }) => severity === 'error');
  if (fault)
    return err(`the release in ${from} does not verify: ${fault.file}: ${fault.message} (${fault.code})`);
  const [pointer, opened] = await Promise.all([source.pointer(), openRelease(source, trust, now)]);
  if (!pointer.ok || !opened.ok) return err(`the release in ${from} changed while it was read`);
  await writeRelease(to, { objects, pointer: pointer.value });
  return ok({
    issuedAt: opened.value.pointer.issuedAt,
    isPractice: opened.value.localities.some(({ officeId }) => officeId.startsWith('sandbox-')),
    offices: opened.value.localities.map(({ name, office }) => ({
      locality: name,
      name: office.name,
      phone: office.phone,
    })),
  });
}

/** The same source; what it has given is in `objects`. A pointer that moves on meanwhile is not followed. */
function remembering(source: ReleaseSource, objects: Map<Sha256Hex, Uint8Array>): ReleaseSource {
  const pointer = source.pointer();
  return {
    pointer: () => pointer,
    object: async (name) => {
      const bytes = await source.object(name);
      if (bytes.ok) objects.set(name, bytes.value);
      return bytes;
    },
  };
}
