// Owns how secrets that a person or a browser holds are kept here: not at all, only their SHA-256. Pure.

import { sha256Hex } from '@/lib/release/bytes';

/** Put before what is hashed, so that a hash of one kind is never one of another. */
type SecretKind = 'session' | 'device' | 'invitation' | 'token' | 'address';

/** What stands in the store for a secret: 64 hex characters, `hashOf('session', 'q3…')`. */
export async function hashOf(kind: SecretKind, secret: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(`levee-${kind}:${secret}`));
}
