// Owns turning a pointer into `/v1/current.json`. The private key comes in, and never goes out.

import { toBase64Url } from './bytes';
import { canonicalBytes, canonicalJson } from './canonical-json';
import { type Envelope, FORMAT_VERSION, type Pointer, type PointerSignature } from './format';
import { SIGNATURE_ALGORITHM, signedBytes } from './keys';

/** A private key and the id of its public one. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
}

/** The bytes of `/v1/current.json`. Several keys sign side by side while one is being replaced. */
export async function signPointer(
  pointer: Pointer,
  ...keys: readonly [SigningKey, ...SigningKey[]]
): Promise<Uint8Array<ArrayBuffer>> {
  const payload = canonicalJson(pointer);
  const signatures = await Promise.all(keys.map((key) => signPayload(payload, key)));
  return canonicalBytes({ formatVersion: FORMAT_VERSION, payload, signatures } satisfies Envelope);
}

async function signPayload(payload: string, key: SigningKey): Promise<PointerSignature> {
  const signature = await crypto.subtle.sign(SIGNATURE_ALGORITHM, key.privateKey, signedBytes(payload));
  return { keyId: key.id, signature: toBase64Url(new Uint8Array(signature)) };
}
