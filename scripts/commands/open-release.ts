// Owns opening a release by its folder or address, with the keys that this machine trusts.
// Shared by `lookup` and `verify`.

import { releaseSource } from '@/lib/adapters/release-files';
import { trustedPublicKeys } from '@/lib/adapters/signing-key';
import { err, ok, type Result } from '@/lib/core/result';
import { type OpenError, type OpenRelease, openRelease } from '@/lib/release/reader';
import type { ReleaseSource } from '@/lib/release/verified-objects';
import { POINTER_FILE, type Trust } from '@/lib/release/verify-pointer';
import { repositoryRoot } from './repository-root';

/** A source and what to believe of it: `{source, trust}`. */
export interface TrustedSource {
  readonly source: ReleaseSource;
  readonly trust: Trust;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The release at a folder or address, with the keys of LEVEE_PUBLIC_KEYS or the development key. The error is a sentence. */
export async function trustedSource(
  location: string,
  environment: Environment,
): Promise<Result<TrustedSource, string>> {
  const keys = await trustedPublicKeys(environment, repositoryRoot);
  if (!keys.ok) return err(`${keys.error.file}: ${keys.error.message}`);
  const trust = { publicKeys: keys.value, revokedKeyIds: [], highestSequences: {} };
  return ok({ source: releaseSource(location), trust });
}

/** Open it for answering. What fails is what a voter's page would meet. */
export async function openReleaseAt(
  location: string,
  environment: Environment,
  now: Date,
): Promise<Result<OpenRelease, OpenError>> {
  const trusted = await trustedSource(location, environment);
  if (!trusted.ok) {
    return err({ code: 'notVerified', detail: 'noTrustedKey', file: POINTER_FILE, message: trusted.error });
  }
  return openRelease(trusted.value.source, trusted.value.trust, now);
}
