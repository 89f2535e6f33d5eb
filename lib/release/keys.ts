// Owns public keys as a reader holds them: raw P-256 points in base64url, in the order of trust.
// Private keys are lib/adapters/signing-key's.

import { fromBase64Url, sha256Hex } from './bytes';

/** ECDSA over P-256 (FIPS 186-5): what every browser with WebCrypto can verify, old phones included. */
export const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** ECDSA with SHA-256, as WebCrypto names it. */
export const SIGNATURE_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A public key ready for use. `id` is the first 16 hex digits of the SHA-256 of its raw 65 bytes. */
export interface TrustedKey {
  readonly id: string;
  readonly key: CryptoKey;
}

/** Reads base64url of an uncompressed point (65 bytes, first 0x04); null where it is none. */
export async function readPublicKey(text: string): Promise<TrustedKey | null> {
  const raw = fromBase64Url(text.trim());
  if (raw === null || raw.length !== 65 || raw[0] !== 4) return null;
  try {
    const key = await crypto.subtle.importKey('raw', raw, KEY_ALGORITHM, true, ['verify']);
    return { id: await keyIdOf(raw), key };
  } catch {
    // Sixty-five bytes that are no point of the curve.
    return null;
  }
}

/** First 16 hex digits of the SHA-256 of the raw public point. */
export async function keyIdOf(rawPublicKey: Uint8Array): Promise<string> {
  return (await sha256Hex(rawPublicKey)).slice(0, 16);
}

/** What is signed: the domain, so that one kind of signed text never passes for another, then the payload's exact UTF-8 bytes. */
export function signedBytes(domain: string, payload: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(domain + payload);
}
