// Owns the question whose word a signed text is: which trusted key signed it, and which keys that one may revoke.
// Ships to voters. Must not know what the text says.

import { err, ok, type Result } from '@/lib/core/result';
import { fromBase64Url } from './bytes';
import { MAX_SIGNATURES, type PointerSignature } from './format';
import { readPublicKey, SIGNATURE_ALGORITHM, signedBytes, type TrustedKey } from './keys';

/** What a reader believes: keys, oldest first, without those that were revoked. */
export interface KeyTrust {
  readonly publicKeys: readonly string[];
  readonly revokedKeyIds: readonly string[];
}

/** Whose word it is, and whose words it may end. */
export interface Signer {
  readonly id: string;
  readonly mayRevoke: (id: string) => boolean;
}

/** Why nobody's: docs/format/v1.md §6, steps 3 to 5. */
export type SignerErrorCode = 'malformed' | 'noTrustedKey' | 'wrongKey' | 'revokedKey' | 'badSignature';

interface SignerError {
  readonly code: SignerErrorCode;
  readonly message: string;
}

/** The newest trusted key whose signature over `domain` + `payload` is right. */
export async function findSigner(
  domain: string,
  payload: string,
  signatures: readonly PointerSignature[],
  trust: KeyTrust,
): Promise<Result<Signer, SignerError>> {
  if (signatures.length > MAX_SIGNATURES) return refuse('malformed', `${signatures.length} signatures`);
  const keys = (await Promise.all(trust.publicKeys.map(readPublicKey))).filter((key) => key !== null);
  if (keys.length === 0) return refuse('noTrustedKey', 'no public key to check with');
  const known = signatures.filter(({ keyId }) => keys.some((key) => key.id === keyId));
  if (known.length === 0) return refuse('wrongKey', `signed by ${idsOf(signatures)}`);
  const live = known.filter(({ keyId }) => !trust.revokedKeyIds.includes(keyId));
  if (live.length === 0) return refuse('revokedKey', `signed by ${idsOf(known)}`);
  for (const [index, key] of [...keys.entries()].reverse()) {
    const signature = live.find(({ keyId }) => keyId === key.id);
    if (signature === undefined || !(await isSignedBy(key, signedBytes(domain, payload), signature)))
      continue;
    // Only its elders: a stolen key must not be able to revoke its successor, known here or not yet.
    const mayRevoke = (id: string): boolean => keys.slice(0, index).some((other) => other.id === id);
    return ok({ id: key.id, mayRevoke });
  }
  return refuse('badSignature', `the signature of ${idsOf(live)} is wrong`);
}

async function isSignedBy(
  { key }: TrustedKey,
  signed: Uint8Array<ArrayBuffer>,
  { signature }: PointerSignature,
): Promise<boolean> {
  const bytes = fromBase64Url(signature);
  return bytes !== null && crypto.subtle.verify(SIGNATURE_ALGORITHM, key, bytes, signed);
}

const idsOf = (signatures: readonly PointerSignature[]): string =>
  signatures.map(({ keyId }) => keyId).join(', ');

function refuse(code: SignerErrorCode, message: string): Result<never, SignerError> {
  return err({ code, message });
}
