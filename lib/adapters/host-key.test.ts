// Whether pages are told that this host cannot sign, by stores and keys of its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KEY_STATE, keyStates } from '@/lib/office/keys/key-record';
import { canSign } from './host-key';
import { publishPorts } from './publish-container';
import { createKeyFile, loadSigningKey } from './signing-key';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'levee-host-key-'));
  const file = join(folder, 'key.json');
  await createKeyFile(file);
  const key = await loadSigningKey(file);
  if (!key.ok) throw new Error(key.error.message);
  const env = {
    LEVEE_STORE_DIR: join(folder, 'office'),
    LEVEE_RELEASE: join(folder, 'release'),
    LEVEE_SIGNING_KEY: file,
    LEVEE_PUBLIC_KEYS: key.value.publicKey,
    KV_REST_API_URL: '',
    KV_REST_API_TOKEN: '',
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const kept of ['levee.publish-ports', 'levee.office-ports'])
    Reflect.deleteProperty(globalThis, Symbol.for(kept));
  rmSync(folder, { recursive: true });
});

it('says yes while the key is trusted, and no from when it was revoked', async () => {
  expect(await canSign()).toBe(true);
  const ports = await publishPorts();
  const revoked = ports.keys.map(({ id }) => id);
  const writes = [keyStates.write({ signing: null, retired: [], revoked }, [KEY_STATE])];
  await ports.state.commit({ id: ports.newId(), checks: [], writes });
  expect(await canSign()).toBe(false);
});

it('says no where the key’s file is not there', async () => {
  vi.stubEnv('LEVEE_SIGNING_KEY', join(folder, 'none.json'));
  expect(await canSign()).toBe(false);
});

it('says no where readers trust another', async () => {
  const other = join(folder, 'other.json');
  await createKeyFile(other);
  vi.stubEnv('LEVEE_SIGNING_KEY', other);
  expect(await canSign()).toBe(false);
});
