// Owns a release's objects while it is being made: bytes in, names out. Must not know what they hold.

import { sha256Hex } from './bytes';
import { canonicalBytes } from './canonical-json';
import type { Sha256Hex } from './format';

/** Objects by name. The same bytes are stored once. */
export class ObjectStore {
  readonly objects = new Map<Sha256Hex, Uint8Array>();

  async add(value: unknown): Promise<Sha256Hex> {
    return this.addBytes(canonicalBytes(value));
  }

  async addBytes(bytes: Uint8Array): Promise<Sha256Hex> {
    const name = await sha256Hex(bytes);
    this.objects.set(name, bytes);
    return name;
  }
}
