// Owns which of the host's keys signs a pointer, and signing it. Knows no release: the pointer comes in.

import { err, ok, type Result } from '@/lib/core/result';
import { fromBase64Url } from '@/lib/release/bytes';
import type { Pointer } from '@/lib/release/format';
import { keyIdOf } from '@/lib/release/keys';
import { signPointer } from '@/lib/release/sign';
import type { OfficeKey, PublishPorts } from '../publish/publish-ports';
import { KEY_STATE, type KeyState, keyStates, noKeyState } from './key-record';

/** `noKey`: this host has no key that readers trust and that has not been revoked. */
export interface NoKey {
  readonly code: 'noKey';
  readonly message: string;
}

type KeyPorts = Pick<PublishPorts, 'state' | 'keys' | 'publicKeys'>;

/** Ids of the keys that readers trust, oldest first. */
export function trustedIds(publicKeys: readonly string[]): Promise<readonly string[]> {
  return Promise.all(publicKeys.map((key) => keyIdOf(fromBase64Url(key) ?? new Uint8Array())));
}

/** The key that signs now. Another than the chosen one never steps in: readers would not know whom to believe. */
export async function signingKey(ports: KeyPorts): Promise<Result<OfficeKey, NoKey>> {
  const state = (await keyStates.read(ports.state, KEY_STATE))?.value ?? noKeyState;
  return chosenKey(ports, state);
}

async function chosenKey(
  { keys, publicKeys }: KeyPorts,
  { signing, retired, revoked }: KeyState,
): Promise<Result<OfficeKey, NoKey>> {
  const trusted = await trustedIds(publicKeys);
  const usable = trusted.filter((id) => !revoked.includes(id) && !retired.includes(id));
  const wanted = signing === null ? usable : usable.filter((id) => id === signing);
  const key = wanted.flatMap((id) => keys.find((each) => each.id === id) ?? [])[0];
  if (key !== undefined) return ok(key);
  const which = signing === null ? 'a key that readers trust' : `the key ${signing}`;
  return err({
    code: 'noKey',
    message: `This host does not have ${which}. Set LEVEE_SIGNING_KEY, and see "levee keys list".`,
  });
}

/** The bytes of `current.json`, with the keys that have been revoked written into it. */
export async function signNow(ports: KeyPorts, pointer: Pointer): Promise<Result<Uint8Array, NoKey>> {
  const state = (await keyStates.read(ports.state, KEY_STATE))?.value ?? noKeyState;
  const key = await chosenKey(ports, state);
  if (!key.ok) return key;
  const { revoked } = state;
  const told = revoked.length === 0 ? pointer : { ...pointer, revokedKeys: [...revoked].sort() };
  return ok(await signPointer(told, key.value));
}
