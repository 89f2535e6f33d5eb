// Owns how a SOURCE on the command line becomes files for the reader: a folder, a zip, or one file.
// Reads as streams; knows nothing of what is in them.

import { createReadStream } from 'node:fs';
import { access, constants, open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import { expandZip } from '@/lib/ingest/expand-zip';
import { tableOf } from '@/lib/ingest/feed-files';
import { inspectBytes } from '@/lib/ingest/inspect-bytes';
import { type Problem, problem } from '@/lib/ingest/problem';
import type { SourceFile } from '@/lib/ingest/source-file';
import { pathMeaning } from './path-problem';

/** What one SOURCE holds: `{name: 'ms-adams', files: [{name: 'precinct.txt', …}]}`. */
export interface OpenedSource {
  /** As given on the command line. */
  readonly path: string;
  readonly files: readonly SourceFile[];
}

const TABLE_NAME = /\.(csv|txt|tsv)$/i;
/** PKWARE APPNOTE 4.3.7, local file header signature. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
/** A feed of 200 MB a file packs to far less; past this the archive is not read into memory. */
const MOST_ZIP_BYTES = 512 * 1024 * 1024;

/** Open a folder, a zip or a file. Nothing is read of a folder's files yet.
 *  Fails with a `file-…` or an `archive-…` code. */
export async function openSource(path: string): Promise<Result<OpenedSource, Problem>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await openFolder(path);
    if (!found.isFile())
      return err(unusable(path, 'This is neither a file nor a folder.', 'Check the path.'));
    if (await isZip(path)) return recognised(await openZip(path, found.size));
    const file = await diskFile(path, basename(path));
    const fault = await faultOf(file);
    return fault === null ? recognised(ok({ path, files: [file] })) : err(fault);
  } catch (error) {
    const meaning = pathMeaning(error, path);
    if (meaning === null) throw error;
    return err(unusable(meaning.path, meaning.message, meaning.remedy));
  }
}

async function openFolder(path: string): Promise<Result<OpenedSource, Problem>> {
  const names = (await readdir(path)).filter((name) => TABLE_NAME.test(name)).sort();
  if (names.length === 0) {
    const remedy = 'Name the folder that holds the files of the feed itself.';
    return err(unusable(path, 'There is no .csv or .txt file in this folder.', remedy));
  }
  const files = await Promise.all(names.map((name) => diskFile(join(path, name), name)));
  return recognised(ok({ path, files }));
}

/** A SOURCE none of whose files is known by its name would only be told what it lacks, and not why. */
function recognised(source: Result<OpenedSource, Problem>): Result<OpenedSource, Problem> {
  if (!source.ok || source.value.files.some(({ name }) => tableOf(name) !== null)) return source;
  const { path, files } = source.value;
  const names = files.slice(0, 5).map(({ name }) => name);
  const message = `What is in ${names.join(', ')} is not known: no file has the name of a table of a VIP feed.`;
  const remedy =
    'Name the folder or zip of the whole feed, with files such as street_segment.txt, precinct.txt, polling_location.txt and election.txt.';
  return err(unusable(path, message, remedy));
}

/** What is wrong with a single file, whatever its name. */
async function faultOf(file: SourceFile): Promise<Problem | null> {
  const inspection = await inspectBytes(file);
  const where = { file: file.name };
  switch (inspection.kind) {
    case 'empty':
      return problem('file-empty', where);
    case 'tooLarge':
      return problem('file-too-large', where);
    case 'binary':
      return problem('file-binary', where, `This is ${inspection.looksLike}.`);
    case 'text':
      return null;
  }
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

async function openZip(path: string, sizeBytes: number): Promise<Result<OpenedSource, Problem>> {
  if (sizeBytes > MOST_ZIP_BYTES) {
    return err(unusable(path, 'A zip of more than 512 MB is not read.', 'Unpack it and name the folder.'));
  }
  const expanded = expandZip(new Uint8Array(await readFile(path)), path);
  return expanded.ok ? ok({ path, files: expanded.value }) : expanded;
}

/** Told like any other problem of a file, with words of its own. */
function unusable(file: string, message: string, remedy: string): Problem {
  const nowhere = { row: null, column: null, value: null };
  return { code: 'file-unreadable', severity: 'fatal', file, ...nowhere, message, remedy };
}

async function diskFile(path: string, name: string): Promise<SourceFile> {
  await access(path, constants.R_OK);
  const { size } = await stat(path);
  return { name, sizeBytes: size, bytes: () => createReadStream(path, { highWaterMark: 1 << 20 }) };
}
