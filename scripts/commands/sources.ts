// Owns how a SOURCE on the command line becomes files for the reader: a folder's files, or one file.
// Reads as streams; knows nothing of what is in them.

import { createReadStream } from 'node:fs';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '@/lib/core/result';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import { isOfTheSystem } from '@/lib/ingest/files/system-files';
import type { Problem } from '@/lib/ingest/problems/problem';
import { tableOf } from '@/lib/ingest/tables/feed-files';
import { pathMeaning } from './path-problem';

/** What one SOURCE holds: `{path: 'ms-adams', files: [{name: 'precinct.txt', …}]}`. */
export interface OpenedSource {
  /** As given on the command line. */
  readonly path: string;
  readonly files: readonly SourceFile[];
}

/** Open a folder or a file, a zip among them. Nothing is read yet. Fails with `file-unreadable`. */
export async function openSource(path: string): Promise<Result<OpenedSource, Problem>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await openFolder(path);
    if (!found.isFile())
      return err(unusable(path, 'This is neither a file nor a folder.', 'Check the path.'));
    return ok({ path, files: [await diskFile(path, basename(path))] });
  } catch (error) {
    const meaning = pathMeaning(error, path);
    if (meaning === null) throw error;
    return err(unusable(meaning.path, meaning.message, meaning.remedy));
  }
}

/** Not what lies in folders of the folder, unless one has the name of a table. */
async function openFolder(path: string): Promise<Result<OpenedSource, Problem>> {
  const found = await readdir(path, { withFileTypes: true });
  const names = found
    .filter((entry) => !isOfTheSystem(entry.name) && (!entry.isDirectory() || tableOf(entry.name) !== null))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) {
    const remedy = 'Name the folder that holds the files themselves.';
    return err(unusable(path, 'There is no file in this folder.', remedy));
  }
  return ok({ path, files: await Promise.all(names.map((name) => diskFile(join(path, name), name))) });
}

/** Told like any other problem of a file, with words of its own. */
function unusable(file: string, message: string, remedy: string): Problem {
  const nowhere = { row: null, column: null, value: null };
  return { code: 'file-unreadable', severity: 'fatal', file, ...nowhere, message, remedy };
}

/** A file of this machine, under a name of its own. Throws what the disk says. */
export async function diskFile(path: string, name: string): Promise<SourceFile> {
  await access(path, constants.R_OK);
  const { size } = await stat(path);
  const highWaterMark = 1 << 17;
  return {
    name,
    sizeBytes: size,
    bytes: () => createReadStream(path, { highWaterMark }),
    // Node counts the last byte in.
    range: (start, end) => createReadStream(path, { highWaterMark, start, end: end - 1 }),
  };
}
