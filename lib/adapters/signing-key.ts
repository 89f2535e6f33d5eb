// Owns where keys come from: a file given by name, the local development pair, the environment.
// Server only. A private key is never printed, and never readable by other users of the machine.

import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import { fromBase64Url, toBase64Url } from '@/lib/release/bytes';
import { KEY_ALGORITHM, keyIdOf, readPublicKey } from '@/lib/release/keys';
import type { SigningKey } from '@/lib/release/sign';
import { readServerEnv } from './env';

/** A signing key with its public half, base64url of the raw point. */
export interface KeyPair extends SigningKey {
  readonly publicKey: string;
}

/** `unreadable`: no such file; `badKey`: no P-256 key. `file` is a path, or the variable's name. */
export interface KeyError {
  readonly code: 'unreadable' | 'badKey';
  readonly file: string;
  readonly message: string;
}

/** Where the development pair lies, below the folder the command runs in. */
export const DEV_KEY_FILE = join('.levee', 'keys', 'dev.json');

/** Read a key file: `{"privateKey": JWK}` or the JWK itself, P-256. */
export async function loadSigningKey(file: string): Promise<Result<KeyPair, KeyError>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return err({ code: 'unreadable', file, message: 'the key file cannot be read' });
  }
  try {
    return ok(await keyPairOf(JSON.parse(text)));
  } catch {
    // The reason could quote the key.
    return err({ code: 'badKey', file, message: 'the file holds no P-256 private key in JWK form' });
  }
}

/** A pair from its JWK. Throws where it is none. */
export async function keyPairOf(value: { readonly privateKey?: JsonWebKey } & JsonWebKey): Promise<KeyPair> {
  const jwk = value.privateKey ?? value;
  const privateKey = await crypto.subtle.importKey('jwk', jwk, KEY_ALGORITHM, false, ['sign']);
  const [x, y] = [jwk.x, jwk.y].map((coordinate) => fromBase64Url(coordinate ?? ''));
  if (x?.length !== 32 || y?.length !== 32) throw new Error('no public point');
  const raw = Uint8Array.from([4, ...x, ...y]);
  return { id: await keyIdOf(raw), privateKey, publicKey: toBase64Url(raw) };
}

/** The local development pair, made on first use, mode 0600. Two commands at once agree on one pair. */
export async function devSigningKey(folder: string): Promise<Result<KeyPair, KeyError>> {
  const file = join(folder, DEV_KEY_FILE);
  const known = await loadSigningKey(file);
  if (known.ok || known.error.code === 'badKey') return known;
  await createKeyFile(file);
  return loadSigningKey(file);
}

/** Write a new pair to a file that must not exist yet; leaves an existing one alone. */
export async function createKeyFile(file: string): Promise<void> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const privateKey = await crypto.subtle.exportKey('jwk', pair.privateKey);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${toBase64Url(crypto.getRandomValues(new Uint8Array(6)))}`;
  writeFileSync(draft, `${JSON.stringify({ privateKey }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  try {
    // A link, unlike a rename, fails where another process was first.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The keys that this host signs with: those that `LEVEE_SIGNING_KEY` names (files, separated by commas; or a JWK, or a JSON list of them), else the
 *  local development pair; [] where readers trust others and none was ever made here. */
export async function hostSigningKeys(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Promise<Result<readonly KeyPair[], KeyError>> {
  const named = environment.LEVEE_SIGNING_KEY?.trim() ?? '';
  if (/^[{[]/.test(named)) return keysInVariable(named);
  const pairs: KeyPair[] = [];
  for (const file of named.split(',').map((each) => each.trim())) {
    if (file === '') continue;
    const pair = await loadSigningKey(resolve(/*turbopackIgnore: true*/ folder, file));
    if (!pair.ok) return pair;
    pairs.push(pair.value);
  }
  if (pairs.length > 0) return ok(pairs);
  const file = join(folder, DEV_KEY_FILE);
  if (environment.LEVEE_PUBLIC_KEYS && !existsSync(file)) return ok([]);
  const dev = await (environment.LEVEE_PUBLIC_KEYS ? loadSigningKey(file) : devSigningKey(folder));
  return dev.ok ? ok([dev.value]) : dev;
}

async function keysInVariable(text: string): Promise<Result<readonly KeyPair[], KeyError>> {
  try {
    return ok(await Promise.all([JSON.parse(text)].flat().map(keyPairOf)));
  } catch {
    // The reason could quote the key.
    const message = 'it holds no P-256 private key in JWK form';
    return err({ code: 'badKey', file: 'LEVEE_SIGNING_KEY', message });
  }
}

/** The keys a reader trusts, oldest first: `LEVEE_PUBLIC_KEYS` (comma-separated base64url of raw points),
 *  else the local development key. */
export async function trustedPublicKeys(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Promise<Result<readonly string[], KeyError>> {
  const env = readServerEnv(environment);
  if (!env.ok) return err({ code: 'badKey', file: env.error.variable, message: env.error.message });
  const listed = env.value.publicKeys;
  for (const key of listed) {
    if ((await readPublicKey(key)) !== null) continue;
    const message = `"${key}" is no P-256 public key: its 65 bytes are no point of the curve`;
    return err({ code: 'badKey', file: 'LEVEE_PUBLIC_KEYS', message });
  }
  if (listed.length > 0) return ok(listed);
  const dev = await devSigningKey(folder);
  return dev.ok ? ok([dev.value.publicKey]) : dev;
}
