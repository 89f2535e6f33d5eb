// Owns whether a folder may be served, and keeping it fresh where its key is ours. Knows no server and no store. All errors are sentences for whoever typed `npm start`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { releaseSource } from '@/lib/adapters/release-files';
import {
  DEV_KEY_FILE,
  devSigningKey,
  type KeyPair,
  loadSigningKey,
  trustedPublicKeys,
} from '@/lib/adapters/signing-key';
import { err, ok, type Result } from '@/lib/core/result';
import { openRelease } from '@/lib/release/reader';
import { beat } from './heartbeat';

export interface ServedRelease {
  /** Absolute. */
  readonly folder: string;
  /** Signs anew where the key is ours; call it every few minutes. */
  readonly tend: (now: Date) => Promise<void>;
}

/** Makes the development key where keys are not given by name: builds and the command line trust it. */
export async function ensureKeys(repository: string): Promise<Result<readonly string[], string>> {
  const trusted = await trustedPublicKeys(process.env, repository);
  return trusted.ok ? trusted : err(`${trusted.error.file}: ${trusted.error.message}`);
}

/** The release in `folder`, once it has been verified. */
export async function servedRelease(
  repository: string,
  folder: string,
  trusted: readonly string[],
): Promise<Result<ServedRelease, string>> {
  const key = await ownKey(repository);
  if (!key.ok) return key;
  const refusal = await refusalOf(folder, trusted);
  if (refusal !== null) return err(refusal);
  return ok({ folder, tend: tendGiven(folder, key.value) });
}

/** This installation's signing key; null where keys come by LEVEE_PUBLIC_KEYS and none was ever made here. */
async function ownKey(repository: string): Promise<Result<KeyPair | null, string>> {
  const file = join(repository, DEV_KEY_FILE);
  if (process.env.LEVEE_PUBLIC_KEYS && !existsSync(file)) return ok(null);
  const key = await (process.env.LEVEE_PUBLIC_KEYS ? loadSigningKey(file) : devSigningKey(repository));
  return key.ok ? key : err(`${key.error.file}: ${key.error.message}`);
}

/** Why the release in `folder` cannot be served, with what to do; null where it can. */
export async function refusalOf(folder: string, trusted: readonly string[]): Promise<string | null> {
  const trust = { publicKeys: trusted, revokedKeyIds: [], highestSequences: {} };
  const opened = await openRelease(releaseSource(folder), trust, new Date());
  if (opened.ok) return null;
  const { detail, file, message } = opened.error;
  if (!existsSync(join(folder, 'v1', 'current.json'))) {
    return `${folder} holds no release: there is no v1/current.json in it.\nMake one: npm run -s levee -- compile SOURCE --out ${folder}`;
  }
  if (detail === 'wrongKey' || detail === 'noTrustedKey' || detail === 'revokedKey') {
    return `The release in ${folder} is not signed by a key that this installation trusts (${message}).\nName the signer’s public key in LEVEE_PUBLIC_KEYS, or compile the release here.`;
  }
  return `The release in ${folder} cannot be served: ${file}: ${message} (${detail}).\nSee what is wrong: npm run -s levee -- verify ${folder}`;
}

function tendGiven(folder: string, key: KeyPair | null) {
  return async (now: Date) => {
    if (key) await beat(folder, key, now);
  };
}
