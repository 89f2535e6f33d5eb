// Owns release files on disk and over HTTP: writing a release so that readers see the old one or the new
// one whole, and reading one from a folder or an address. Server only. Verifying is lib/release's.

import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import { isSha256Hex, MAX_OBJECT_BYTES, objectPath, type Sha256Hex } from '@/lib/release/format';
import type { ReleaseSource, SourceError } from '@/lib/release/verified-objects';
import { POINTER_FILE } from '@/lib/release/verify-pointer';
import { withLock } from './file-lock';
import { makeFolder } from './make-folder';

/** What is to be written: objects by name, and the bytes of `/v1/current.json`. */
export interface ReleaseFiles {
  readonly objects: ReadonlyMap<Sha256Hex, Uint8Array>;
  readonly pointer: Uint8Array | PointerMaker;
}

/** Makes the pointer that follows the one in place (null: there is none), while nobody else can replace that.
 *  Null: leave it in place. */
export type PointerMaker = (current: Uint8Array | null) => Promise<Uint8Array | null>;

/** Files written at once. Waiting for the disk after each would take a state's release ten times as long. */
const WRITES_AT_ONCE = 32;

/** Drafts older than this are left over from a process that was killed. */
const STALE_DRAFT_MS = 3_600_000;

/** Write a release below a folder: objects first, the pointer last, by rename. Killed anywhere in between,
 *  it leaves the old release whole. Old objects stay: readers may still be at them. False where the maker of
 *  the pointer left the one in place. */
export async function writeRelease(folder: string, { objects, pointer }: ReleaseFiles): Promise<boolean> {
  const objectFolder = join(folder, dirname(objectPath('0')));
  await makeFolder(objectFolder);
  const present = new Set(await readdir(objectFolder));
  const queue = objects.entries();
  const work = async (): Promise<void> => {
    for (const [name, bytes] of queue) {
      if (!isSha256Hex(name)) throw new Error(`no object name: ${name}`);
      const file = join(folder, objectPath(name));
      // Content-addressed: a file of the right name and length has the right bytes, or `verify` says so.
      if (present.has(`${name}.json`) && (await stat(file)).size === bytes.length) continue;
      await writeAtomically(file, bytes);
    }
  };
  await Promise.all(Array.from({ length: WRITES_AT_ONCE }, work));
  await syncFolder(objectFolder);
  const isReplaced = await replacePointer(join(folder, POINTER_FILE), pointer);
  await sweepDrafts(objectFolder, present);
  return isReplaced;
}

/** Two that write at once take turns, so that the later one knows what it follows: a lower number than the one
 *  that voters have seen would be refused everywhere. */
function replacePointer(file: string, pointer: ReleaseFiles['pointer']): Promise<boolean> {
  return withLock(`${file}.lock`, async () => {
    const bytes = typeof pointer === 'function' ? await pointer(await bytesOf(file)) : pointer;
    if (bytes === null) return false;
    await writeAtomically(file, bytes);
    await syncFolder(dirname(file));
    return true;
  });
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(draft, 'w', 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Renames are only safe from a power cut once the folder itself is on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sweepDrafts(folder: string, names: Iterable<string>): Promise<void> {
  for (const name of names) {
    if (!name.endsWith('.tmp')) continue;
    const file = join(folder, name);
    const written = await stat(file).catch(() => null);
    if (written !== null && Date.now() - written.mtimeMs > STALE_DRAFT_MS) await rm(file, { force: true });
  }
}

/** A release below a folder (`DIR/v1/current.json`) or an address (`https://…`). */
export function releaseSource(location: string): ReleaseSource {
  return /^https?:\/\//i.test(location) ? httpSource(location) : folderSource(location);
}

function folderSource(folder: string): ReleaseSource {
  const read = async (path: string): Promise<Result<Uint8Array, SourceError>> => {
    try {
      return ok(await readFile(join(folder, path)));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return err({ code: code === 'ENOENT' ? 'notFound' : 'unreachable', message: `${path}: ${code}` });
    }
  };
  return { pointer: () => read(POINTER_FILE), object: (name) => named(name, read) };
}

const TIMEOUT_MS = 10_000;

function httpSource(address: string): ReleaseSource {
  const base = address.replace(/\/+$/, '');
  const read = async (path: string): Promise<Result<Uint8Array, SourceError>> => {
    try {
      const response = await fetch(base + path, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
      if (!response.ok) {
        await response.body?.cancel();
        const code = response.status === 404 ? 'notFound' : 'unreachable';
        return err({ code, message: `${path}: HTTP ${response.status}` });
      }
      return await readBody(path, response);
    } catch (error) {
      return err({
        code: 'unreachable',
        message: `${path}: ${error instanceof Error ? error.name : 'failed'}`,
      });
    }
  };
  return { pointer: () => read(POINTER_FILE), object: (name) => named(name, read) };
}

/** Stops reading where no release file can be that long, whatever the server goes on sending. */
async function readBody(path: string, response: Response): Promise<Result<Uint8Array, SourceError>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_OBJECT_BYTES) return err({ code: 'unreachable', message: `${path}: too long` });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

/** Only names of objects ever reach a path or an address. */
function named(
  name: string,
  read: (path: string) => Promise<Result<Uint8Array, SourceError>>,
): Promise<Result<Uint8Array, SourceError>> {
  return isSha256Hex(name)
    ? read(objectPath(name))
    : Promise.resolve(err({ code: 'notFound' as const, message: 'no SHA-256 name' }));
}
