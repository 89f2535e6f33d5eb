// Owns what there is to say of each key: what readers make of it, whether this host has it, whether it signs. Never a
// private key.

import type { PublishPorts } from '../publish/publish-ports';
import { KEY_STATE, keyStates, noKeyState } from './key-record';
import { signingKey, trustedIds } from './signing';

/** `signing`: it signs pointers now. `ready`: it may sign next. */
export interface ListedKey {
  readonly id: string;
  readonly publicKey: string;
  readonly state: 'signing' | 'ready' | 'retired' | 'revoked';
  /** This host has the private half. */
  readonly isHere: boolean;
}

/** The keys that readers trust, oldest first, and those that only this host knows after them. */
export async function listKeys(ports: PublishPorts): Promise<{
  readonly trusted: readonly ListedKey[];
  readonly untrusted: readonly ListedKey[];
}> {
  const { retired, revoked } = (await keyStates.read(ports.state, KEY_STATE))?.value ?? noKeyState;
  const present = await signingKey(ports);
  const listed = (id: string, publicKey: string): ListedKey => ({
    id,
    publicKey,
    state: revoked.includes(id)
      ? 'revoked'
      : retired.includes(id)
        ? 'retired'
        : present.ok && present.value.id === id
          ? 'signing'
          : 'ready',
    isHere: ports.keys.some((key) => key.id === id),
  });
  const ids = await trustedIds(ports.publicKeys);
  return {
    trusted: ids.map((id, index) => listed(id, ports.publicKeys[index] ?? '')),
    untrusted: ports.keys
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, publicKey }) => listed(id, publicKey)),
  };
}
