// Owns how a SOURCE on the command line becomes files for the reader: a folder, a zip, or one file.
// Reads as streams; knows nothing of what is in them.

import { createReadStream } from 'node:fs';
import { access, constants, open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import { expandZip } from '@/lib/ingest/expand-zip';
import type { Problem } from '@/lib/ingest/problem';
import type { SourceFile } from '@/lib/ingest/source-file';
import { pathProblem } from './path-problem';

/** What one SOURCE holds: `{name: 'ms-adams', files: [{name: 'precinct.txt', …}]}`. */
export interface OpenedSource {
  /** As given on the command line. */
  readonly path: string;
  readonly files: readonly SourceFile[];
}

/** Why a SOURCE cannot be used: a sentence with its remedy, or the zip's own problem. */
export type SourceFailure =
  | { readonly code: 'path'; readonly message: string }
  | { readonly code: 'zip'; readonly problem: Problem };

const TABLE_NAME = /\.(csv|txt|tsv)$/i;
/** PKWARE APPNOTE 4.3.7, local file header signature. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
/** A feed of 200 MB a file packs to far less; past this the archive is not read into memory. */
const MOST_ZIP_BYTES = 512 * 1024 * 1024;

/** Open a folder, a zip or a file. Nothing is read of a folder's files yet. */
export async function openSource(path: string): Promise<Result<OpenedSource, SourceFailure>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await openFolder(path);
    if (await isZip(path)) return openZip(path, found.size);
    return ok({ path, files: [await diskFile(path, basename(path))] });
  } catch (error) {
    const message = pathProblem(error, path);
    if (message === null) throw error;
    return err({ code: 'path', message });
  }
}

async function openFolder(path: string): Promise<Result<OpenedSource, SourceFailure>> {
  const names = (await readdir(path)).filter((name) => TABLE_NAME.test(name)).sort();
  if (names.length === 0) {
    const message = `${path}: no .csv or .txt file in this folder. Name the folder that holds the feed's files.`;
    return err({ code: 'path', message });
  }
  const files = await Promise.all(names.map((name) => diskFile(join(path, name), name)));
  return ok({ path, files });
}

/** By its name or its first bytes: a zip under another name is a zip all the same. */
async function isZip(path: string): Promise<boolean> {
  if (/\.zip$/i.test(path)) return true;
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(4), 0, 4, 0);
    return bytesRead === 4 && buffer.every((byte, index) => byte === ZIP_START[index]);
  } finally {
    await file.close();
  }
}

async function openZip(path: string, sizeBytes: number): Promise<Result<OpenedSource, SourceFailure>> {
  if (sizeBytes > MOST_ZIP_BYTES) {
    const message = `${path}: a zip of more than 512 MB is not read. Unpack it and name the folder.`;
    return err({ code: 'path', message });
  }
  const expanded = expandZip(new Uint8Array(await readFile(path)), path);
  if (!expanded.ok) return err({ code: 'zip', problem: expanded.error });
  return ok({ path, files: expanded.value });
}

async function diskFile(path: string, name: string): Promise<SourceFile> {
  await access(path, constants.R_OK);
  const { size } = await stat(path);
  return { name, sizeBytes: size, bytes: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
}

/** An office id for a SOURCE that names none: `…/ms-adams-2014` -> `ms-adams-2014`. Null where no letter is left. */
export function officeIdOf(path: string): string | null {
  const id = basename(resolve(path))
    .replace(/\.[A-Za-z]{2,4}$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? null : id;
}
