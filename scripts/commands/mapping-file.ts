// Owns the option `--mapping FILE`: which column of an office's own tables holds what, as a person has confirmed it.

import { readFile } from 'node:fs/promises';
import { err, type Result } from '@/lib/core/result';
import { readSavedMappings } from '@/lib/ingest/mapping/saved-mappings';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { pathMeaning } from './path-problem';

/** The mappings of the file; none where no file is named. The error is a sentence that names it. */
export async function readMappingFile(path: string | null): Promise<Result<readonly TableMapping[], string>> {
  if (path === null) return { ok: true, value: [] };
  try {
    const read = readSavedMappings(await readFile(path, 'utf8'));
    return read.ok ? read : err(`${path}: ${read.error}`);
  } catch (error) {
    const meaning = pathMeaning(error, path);
    if (meaning === null) throw error;
    return err(`${meaning.path}: ${meaning.message} ${meaning.remedy}`);
  }
}
