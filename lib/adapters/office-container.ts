// Owns the choice of stores by the environment, once a process. Server only. Knows no use case.

import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { restoreUnderWay } from '@/lib/office/backup/backup';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { StoreError } from '@/lib/office/ports/store-error';
import { fileBlobs } from './blobs-files';
import { kvBlobs } from './blobs-kv';
import { type OfficeEnv, readOfficeEnv } from './env';
import { kvClient } from './kv/kv-client';
import { makeFolder } from './make-folder';
import { runningHash } from './running-hash';
import { kvState } from './state-kv';
import { openLmdbState } from './state-lmdb';

/** Ports, and the end of them: a command line closes what it opened. */
export interface OpenedPorts extends OfficePorts {
  readonly close: () => Promise<void>;
}

/** Open the stores that `env` names. Throws `StoreError`, also where a restore into them was cut off: `forRestore` alone
 *  may open such a half. */
export async function openOfficePorts(
  env: Pick<OfficeEnv, 'kv' | 'storeDirectory'>,
  { forRestore }: { readonly forRestore: boolean } = { forRestore: false },
): Promise<OpenedPorts> {
  const ports = await openStores(env);
  if (forRestore || (await restoreUnderWay(ports.state)) === null) return ports;
  await ports.close();
  const message = 'a restore was cut off here: run the same levee restore again, or with --replace';
  throw new StoreError('unavailable', message);
}

async function openStores(env: Pick<OfficeEnv, 'kv' | 'storeDirectory'>): Promise<OpenedPorts> {
  const now = () => new Date();
  const newId = () => randomBytes(16).toString('base64url');
  if (env.kv !== null) {
    const kv = kvClient(env.kv);
    return { state: kvState(kv), blobs: kvBlobs(kv), now, newId, sha256: runningHash, close: async () => {} };
  }
  // The comment keeps the bundler from packing the whole project along because of a path made at run time.
  const folder = resolve(/*turbopackIgnore: true*/ env.storeDirectory);
  await makePrivate(folder);
  const state = await openLmdbState(join(folder, 'state'), now);
  return {
    state,
    blobs: fileBlobs(join(folder, 'blobs')),
    now,
    newId,
    sha256: runningHash,
    close: state.close,
  };
}

/** It holds who works where: nobody else on this computer has to read it. */
async function makePrivate(folder: string): Promise<void> {
  await makeFolder(folder, 0o700).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError('unavailable', `LEVEE_STORE_DIR ${folder} cannot be made: ${why}`, { cause });
  });
}

/** This process's environment, read once it is asked for. Throws what names the variable. */
export function officeEnv(): OfficeEnv {
  const env = readOfficeEnv(process.env);
  if (!env.ok) throw new Error(`${env.error.variable} ${env.error.message}`);
  return env.value;
}

/** Where nobody works, no store is opened: one lies there that belongs to another way of running this computer. */
async function openIfOpen(env: OfficeEnv): Promise<OpenedPorts> {
  if (env.isDeskOpen) return openOfficePorts(env);
  throw new StoreError('unavailable', 'the desk is off (LEVEE_DESK): a release from elsewhere is served');
}

const KEPT = Symbol.for('levee.office-ports');
type Keeper = typeof globalThis & { [KEPT]?: Promise<OpenedPorts> | undefined };

/** The ports of this process. Kept beside the modules, of which Next has several copies. */
export function officePorts(): Promise<OfficePorts> {
  const keeper = globalThis as Keeper;
  keeper[KEPT] ??= openIfOpen(officeEnv()).catch((error: unknown) => {
    // The next request tries again.
    keeper[KEPT] = undefined;
    throw error;
  });
  return keeper[KEPT];
}
