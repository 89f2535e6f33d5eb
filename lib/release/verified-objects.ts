// Owns fetching objects by name and believing them only if their bytes have that name. Ships to voters.
// A port supplies the bytes: fetch in a browser, files on a server, a map in a test.

import type { CannotCheckReason } from '@/lib/core/lookup/outcome';
import type { Shard } from '@/lib/core/lookup/shard';
import { err, ok, type Result } from '@/lib/core/result';
import { sha256Hex } from './bytes';
import {
  isSha256Hex,
  type LocalityObject,
  MAX_OBJECT_BYTES,
  objectPath,
  type Root,
  type Sha256Hex,
  type TownIndex,
  type Zip3Page,
} from './format';
import {
  type FormatError,
  parseJson,
  readLocality,
  readRoot,
  readTownIndex,
  readZip3Page,
} from './read-objects';
import { decodeShard } from './shard';

/** `notFound`: the source answered that it has no such file. `unreachable`: it did not answer. */
export interface SourceError {
  readonly code: 'notFound' | 'unreachable';
  readonly message: string;
}

/** Where a release's bytes come from. Nothing it returns is believed before it is verified. */
export interface ReleaseSource {
  pointer(): Promise<Result<Uint8Array, SourceError>>;
  object(name: Sha256Hex): Promise<Result<Uint8Array, SourceError>>;
}

/** docs/format/v1.md §6, step 10. */
export type ObjectErrorCode = SourceError['code'] | 'tooLarge' | 'wrongHash' | 'badName' | 'malformed';

/** Why an object is refused, and what a voter is told of it. */
export interface ObjectError {
  readonly code: ObjectErrorCode;
  readonly reason: CannotCheckReason;
  readonly file: string;
  readonly message: string;
}

/** Fetch one object and check that its SHA-256 is its name. */
export async function fetchObject(
  source: Pick<ReleaseSource, 'object'>,
  name: Sha256Hex,
): Promise<Result<Uint8Array, ObjectError>> {
  const file = objectPath(name);
  const refuse = (code: ObjectErrorCode, reason: CannotCheckReason, message: string) =>
    err({ code, reason, file, message });
  if (!isSha256Hex(name)) return refuse('badName', 'notVerified', 'no SHA-256 name');
  const bytes = await source.object(name);
  if (!bytes.ok) return refuse(bytes.error.code, 'unreachable', bytes.error.message);
  if (bytes.value.length > MAX_OBJECT_BYTES) {
    return refuse('tooLarge', 'notVerified', `${bytes.value.length} bytes`);
  }
  const actual = await sha256Hex(bytes.value);
  return actual === name ? bytes : refuse('wrongHash', 'notVerified', `the bytes have the hash ${actual}`);
}

type Load<Value> = (name: Sha256Hex) => Promise<Result<Value, ObjectError>>;

/** Verified objects of each kind. Each is fetched once; a failure is tried again the next time. */
export interface ObjectReader {
  readonly root: Load<Root>;
  readonly page: Load<Zip3Page>;
  readonly shard: Load<Shard>;
  readonly locality: Load<LocalityObject>;
  readonly towns: Load<TownIndex>;
}

/** Bytes whose hash has been found to be their name: `fetchObject` over one source, or over several. */
export type FetchVerified = (name: Sha256Hex) => Promise<Result<Uint8Array, ObjectError>>;

/** Readers over one source, each remembering what it has read. */
export function objectReader(source: Pick<ReleaseSource, 'object'>): ObjectReader {
  return verifiedReader((name) => fetchObject(source, name));
}

/** The same over bytes that somebody has verified already. */
export function verifiedReader(fetchVerified: FetchVerified): ObjectReader {
  return {
    root: once(fetchVerified, readRoot),
    page: once(fetchVerified, readZip3Page),
    shard: once(fetchVerified, readShard),
    locality: once(fetchVerified, readLocality),
    towns: once(fetchVerified, readTownIndex),
  };
}

/** A shard from its verified bytes. */
export function readShard(bytes: Uint8Array): Result<Shard, FormatError> {
  const shard = decodeShard(parseJson(bytes));
  return shard === null ? err({ code: 'shape', message: 'a shard is expected' }) : ok(shard);
}

function once<Value>(
  fetchVerified: FetchVerified,
  read: (bytes: Uint8Array) => Result<Value, FormatError>,
): Load<Value> {
  const kept = new Map<Sha256Hex, Promise<Result<Value, ObjectError>>>();
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const loading = load(fetchVerified, name, read).then((result) => {
      if (!result.ok) kept.delete(name);
      return result;
    });
    kept.set(name, loading);
    return loading;
  };
}

async function load<Value>(
  fetchVerified: FetchVerified,
  name: Sha256Hex,
  read: (bytes: Uint8Array) => Result<Value, FormatError>,
): Promise<Result<Value, ObjectError>> {
  const bytes = await fetchVerified(name);
  if (!bytes.ok) return bytes;
  const value = read(bytes.value);
  if (value.ok) return value;
  // Signed and unaltered, yet not what this reader knows: a newer compiler, or a link to the wrong kind.
  return err({
    code: 'malformed',
    reason: 'unsupported',
    file: objectPath(name),
    message: value.error.message,
  });
}
