// Owns the stores that a publish is killed on: real ones, with a key, a release folder and a clock of their own. Used by the
// test and by the process that it kills.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileBlobs } from '@/lib/adapters/blobs-files';
import { kvBlobs } from '@/lib/adapters/blobs-kv';
import { kvClient } from '@/lib/adapters/kv/kv-client';
import { releaseFolder } from '@/lib/adapters/release-projection';
import { devSigningKey } from '@/lib/adapters/signing-key';
import { kvState } from '@/lib/adapters/state-kv';
import { openLmdbState } from '@/lib/adapters/state-lmdb';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { publishPorts } from '@/lib/office/publish/publish-ports.fixture';

/** Where the stores are: `{folder: '/tmp/x', kv: null}` is lmdb and files below it. The key lies in `folder` always. */
export interface VictimStores {
  readonly folder: string;
  readonly kv: { readonly url: string; readonly token: string } | null;
}

/** Ports that one process has opened. */
export interface OpenedVictim {
  readonly ports: PublishPorts;
  readonly close: () => Promise<void>;
}

/** Open them, with a clock that is `aheadMs` ahead: leases of the dead are over then. */
export async function openVictim({ folder, kv }: VictimStores, aheadMs = 0): Promise<OpenedVictim> {
  const now = () => new Date(Date.now() + aheadMs);
  const newId = () => randomBytes(16).toString('base64url');
  const key = await devSigningKey(folder);
  if (!key.ok) throw new Error(key.error.message);
  const keys = { keys: [key.value], publicKeys: [key.value.publicKey] };
  if (kv !== null) {
    const client = kvClient({ ...kv, timeoutMs: 5_000 });
    const stores: OfficePorts = { state: kvState(client), blobs: kvBlobs(client), now, newId };
    return { ports: await publishPorts({ ...stores, ...keys }), close: async () => {} };
  }
  const state = await openLmdbState(join(folder, 'state'), now);
  const stores: OfficePorts = { state, blobs: fileBlobs(join(folder, 'blobs')), now, newId };
  const release = releaseFolder(join(folder, 'release'));
  return { ports: await publishPorts({ ...stores, ...keys, folder: release }), close: state.close };
}
