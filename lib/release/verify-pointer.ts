// Owns the decision whether a pointer may be believed: signature, key, sequence, in that order, before a
// word of it is used. Ships to voters. Must not know where the bytes came from.

import type { CannotCheckReason } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { MAX_POINTER_BYTES, POINTER_DOMAIN, type Pointer } from './format';
import { type FormatError, readEnvelope, readPointer } from './read-objects';
import { findSigner, type SignerErrorCode } from './signer';

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
export type PointerErrorCode = 'tooLarge' | 'cut' | 'unsupportedVersion' | SignerErrorCode | 'lowerSequence';

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
  const signer = await findSigner(POINTER_DOMAIN, payload, signatures, trust);
  if (!signer.ok) return refuse(signer.error.code, signer.error.message);
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
