// Owns the decision whether a pointer may be believed: signature, key, sequence, in that order, before a
// word of it is used. Ships to voters. Must not know where the bytes came from.

import type { CannotCheckReason } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { fromBase64Url } from './bytes';
import { MAX_POINTER_BYTES, MAX_SIGNATURES, type Pointer, type PointerSignature } from './format';
import { readPublicKey, SIGNATURE_ALGORITHM, signedBytes, type TrustedKey } from './keys';
import { type FormatError, readEnvelope, readPointer } from './read-objects';

/** What a reader believes before it reads, and what it has learnt from releases before. */
export interface Trust {
  /** Base64url of raw P-256 points, oldest first: `[current, next]`. */
  readonly publicKeys: readonly string[];
  /** Key ids that earlier pointers have revoked. */
  readonly revokedKeyIds: readonly string[];
  /** Release line -> highest sequence seen. */
  readonly highestSequences: Readonly<Record<string, number>>;
}

/** docs/format/v1.md §6, steps 2 to 7. */
export type PointerErrorCode =
  | 'tooLarge'
  | 'cut'
  | 'unsupportedVersion'
  | 'malformed'
  | 'noTrustedKey'
  | 'wrongKey'
  | 'revokedKey'
  | 'badSignature'
  | 'lowerSequence';

/** Why a pointer is refused. `file` is always `/v1/current.json`. */
export interface PointerError {
  readonly code: PointerErrorCode;
  readonly reason: CannotCheckReason;
  readonly file: string;
  readonly message: string;
}

/** A pointer that may be believed, and by whose word. */
export interface VerifiedPointer {
  readonly pointer: Pointer;
  readonly keyId: string;
  /** All key ids that are revoked from now on: remember them. */
  readonly revokedKeyIds: readonly string[];
}

/** The one file that changes. */
export const POINTER_FILE = '/v1/current.json';

/** Verify `/v1/current.json` (docs/format/v1.md §Verification, steps 1-8). */
export async function verifyPointer(
  bytes: Uint8Array,
  trust: Trust,
): Promise<Result<VerifiedPointer, PointerError>> {
  if (bytes.length > MAX_POINTER_BYTES) return refuse('tooLarge', `${bytes.length} bytes`);
  const envelope = readEnvelope(bytes);
  if (!envelope.ok) return refuse(codeOf(envelope.error), envelope.error.message);
  const { payload, signatures } = envelope.value;
  if (signatures.length > MAX_SIGNATURES) return refuse('malformed', `${signatures.length} signatures`);
  const signer = await findSigner(payload, signatures, trust);
  if (!signer.ok) return signer;
  const pointer = readPointer(new TextEncoder().encode(payload));
  if (!pointer.ok) return refuse(codeOf(pointer.error), pointer.error.message);
  const { releaseLine, sequence } = pointer.value;
  const highest = Object.hasOwn(trust.highestSequences, releaseLine)
    ? trust.highestSequences[releaseLine]
    : undefined;
  if (highest !== undefined && sequence < highest) {
    return refuse('lowerSequence', `sequence ${sequence} after ${highest}`);
  }
  const revoked = (pointer.value.revokedKeys ?? []).filter((id) => signer.value.mayRevoke(id));
  const revokedKeyIds = [...new Set([...trust.revokedKeyIds, ...revoked])].sort();
  return ok({ pointer: pointer.value, keyId: signer.value.id, revokedKeyIds });
}

interface Signer {
  readonly id: string;
  readonly mayRevoke: (id: string) => boolean;
}

/** The newest trusted key whose signature is right. */
async function findSigner(
  payload: string,
  signatures: readonly PointerSignature[],
  trust: Trust,
): Promise<Result<Signer, PointerError>> {
  const keys = (await Promise.all(trust.publicKeys.map(readPublicKey))).filter((key) => key !== null);
  if (keys.length === 0) return refuse('noTrustedKey', 'no public key to check with');
  const known = signatures.filter(({ keyId }) => keys.some((key) => key.id === keyId));
  if (known.length === 0)
    return refuse('wrongKey', `signed by ${signatures.map(({ keyId }) => keyId).join(', ')}`);
  const live = known.filter(({ keyId }) => !trust.revokedKeyIds.includes(keyId));
  if (live.length === 0)
    return refuse('revokedKey', `signed by ${known.map(({ keyId }) => keyId).join(', ')}`);
  for (const [index, key] of [...keys.entries()].reverse()) {
    const signature = live.find(({ keyId }) => keyId === key.id);
    if (signature === undefined || !(await isSignedBy(key, payload, signature))) continue;
    // Only its elders: a stolen key must not be able to revoke its successor, known here or not yet.
    const mayRevoke = (id: string): boolean => keys.slice(0, index).some((other) => other.id === id);
    return ok({ id: key.id, mayRevoke });
  }
  return refuse('badSignature', `the signature of ${live.map(({ keyId }) => keyId).join(', ')} is wrong`);
}

async function isSignedBy(
  key: TrustedKey,
  payload: string,
  { signature }: PointerSignature,
): Promise<boolean> {
  const bytes = fromBase64Url(signature);
  return bytes !== null && crypto.subtle.verify(SIGNATURE_ALGORITHM, key.key, bytes, signedBytes(payload));
}

function codeOf(error: FormatError): PointerErrorCode {
  if (error.code === 'notJson') return 'cut';
  return error.code === 'version' ? 'unsupportedVersion' : 'malformed';
}

const REASONS: Readonly<Partial<Record<PointerErrorCode, CannotCheckReason>>> = {
  lowerSequence: 'rolledBack',
  unsupportedVersion: 'unsupported',
};

function refuse(
  code: PointerErrorCode,
  message: string,
): { readonly ok: false; readonly error: PointerError } {
  return err({ code, reason: REASONS[code] ?? 'notVerified', file: POINTER_FILE, message });
}
