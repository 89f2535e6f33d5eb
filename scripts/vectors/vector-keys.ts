// Owns the three keys of the test vectors. They are public knowledge: NEVER trust them anywhere else.

import { createHash } from 'node:crypto';
import { toBase64Url } from '@/lib/release/bytes';
import { canonicalBytes, canonicalJson } from '@/lib/release/canonical-json';
import { FORMAT_VERSION, POINTER_DOMAIN, type Pointer } from '@/lib/release/format';
import { keyIdOf, signedBytes } from '@/lib/release/keys';
import { publicPoint, signDeterministically } from './deterministic-signature';

/** A key of the vectors; `publicKey` is base64url of the raw point. */
export interface VectorKey {
  readonly id: string;
  readonly publicKey: string;
  /** Private scalar, hex. Printed in the vectors on purpose: it protects nothing. */
  readonly privateKeyHex: string;
}

/** The keys that the vectors are signed with, by the part they play. */
export interface VectorKeys {
  readonly current: VectorKey;
  readonly next: VectorKey;
  /** Trusted by nobody. */
  readonly stranger: VectorKey;
}

/** The same three keys every time. */
export async function vectorKeys(): Promise<VectorKeys> {
  const [current, next, stranger] = await Promise.all(['current', 'next', 'stranger'].map(makeKey));
  return { current: current!, next: next!, stranger: stranger! };
}

async function makeKey(name: string): Promise<VectorKey> {
  const scalar = createHash('sha256').update(`levee test vectors, not a secret: ${name}`).digest();
  const point = publicPoint(scalar);
  return { id: await keyIdOf(point), publicKey: toBase64Url(point), privateKeyHex: scalar.toString('hex') };
}

/** `/v1/current.json`, the same bytes each time. */
export function signVector(pointer: Pointer, key: VectorKey): Uint8Array {
  const payload = canonicalJson(pointer);
  const scalar = Buffer.from(key.privateKeyHex, 'hex');
  const signature = toBase64Url(signDeterministically(signedBytes(POINTER_DOMAIN, payload), scalar));
  return canonicalBytes({
    formatVersion: FORMAT_VERSION,
    payload,
    signatures: [{ keyId: key.id, signature }],
  });
}
