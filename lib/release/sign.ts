// Owns turning a pointer into `/v1/current.json`, and any text into a signed envelope. The private key comes in, and
// never goes out.

import { toBase64Url } from './bytes';
import { canonicalBytes, canonicalJson } from './canonical-json';
import { type Envelope, FORMAT_VERSION, POINTER_DOMAIN, type Pointer, type PointerSignature } from './format';
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
  return signEnvelope(POINTER_DOMAIN, canonicalJson(pointer), ...keys);
}

/** An envelope around a text, signed for one `domain` alone. */
export async function signEnvelope(
  domain: string,
  payload: string,
  ...keys: readonly [SigningKey, ...SigningKey[]]
): Promise<Uint8Array<ArrayBuffer>> {
  const signed = signedBytes(domain, payload);
  const signatures = await Promise.all(keys.map((key) => signBytes(signed, key)));
  return canonicalBytes({ formatVersion: FORMAT_VERSION, payload, signatures } satisfies Envelope);
}

async function signBytes(signed: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<PointerSignature> {
  const signature = await crypto.subtle.sign(SIGNATURE_ALGORITHM, key.privateKey, signed);
  return { keyId: key.id, signature: toBase64Url(new Uint8Array(signature)) };
}
