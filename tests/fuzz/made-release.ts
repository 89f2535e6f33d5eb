// Owns a release for the parsers to be tried on: the practice county's, signed by a key that everybody knows. The same bytes
// in every process. Knows no parser.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyPair, keyPairOf } from '@/lib/adapters/signing-key';
import { fromBase64Url, toBase64Url } from '@/lib/release/bytes';
import type { Pointer, Sha256Hex } from '@/lib/release/format';
import type { Trust } from '@/lib/release/verify-pointer';
import { compileSandbox } from '@/scripts/start/sandbox-release';
import { signVector, type VectorKey, vectorKeys } from '@/scripts/vectors/vector-keys';

/** When everything here happens. */
export const FUZZ_NOW = new Date('2026-11-22T12:00:00Z');

export interface MadeRelease {
  readonly key: KeyPair;
  readonly trust: Trust;
  readonly pointer: Pointer;
  readonly pointerBytes: Uint8Array;
  readonly objects: ReadonlyMap<Sha256Hex, Uint8Array>;
  /** The objects of one kind, as values: `valuesOf('shard')`. */
  readonly valuesOf: (kind: string) => readonly unknown[];
}

let made: Promise<MadeRelease> | null = null;

/** Made once a process. */
export function madeRelease(): Promise<MadeRelease> {
  made ??= make();
  return made;
}

async function make(): Promise<MadeRelease> {
  const { current } = await vectorKeys();
  const key = await pairOf(current);
  const folder = await mkdtemp(join(tmpdir(), 'levee-fuzz-'));
  try {
    await compileSandbox(folder, key, FUZZ_NOW);
    const names = await readdir(join(folder, 'v1', 'objects'));
    const objects = new Map<Sha256Hex, Uint8Array>();
    for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
      objects.set(name.slice(0, -'.json'.length), await readFile(join(folder, 'v1', 'objects', name)));
    }
    const { payload } = JSON.parse(await readFile(join(folder, 'v1', 'current.json'), 'utf8'));
    const pointer: Pointer = { ...JSON.parse(payload), releaseLine: 'fuzz-line' };
    const values = [...objects.values()].map((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
    return {
      key,
      trust: { publicKeys: [key.publicKey], revokedKeyIds: [], highestSequences: {} },
      pointer,
      pointerBytes: signVector(pointer, current),
      objects,
      valuesOf: (kind) => values.filter((value) => value.kind === kind),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function pairOf({ publicKey, privateKeyHex }: VectorKey): Promise<KeyPair> {
  const point = fromBase64Url(publicKey) ?? new Uint8Array();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(toBase64Url);
  const d = toBase64Url(Buffer.from(privateKeyHex, 'hex'));
  return keyPairOf({ kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d });
}
