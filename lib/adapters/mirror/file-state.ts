// Owns the question what lies at a path of a web root, beside what should: the right bytes, others, or nothing, and whether
// the compressed copies beside them say the same. Writes nothing.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { sha256Hex } from '@/lib/release/bytes';
import type { Sha256Hex } from '@/lib/release/format';
import { COPY_ENDINGS, compressedCopies } from '../web-root';

/** `staleCopy`: the file is right, and what a server sends in its place is not. `noCopy`: one that should be there is not. */
export type FileState = 'right' | 'missing' | 'altered' | 'staleCopy' | 'noCopy';

const unpack = { '.gz': promisify(gunzip), '.br': promisify(brotliDecompress) } as const;

/** What lies at `/en/index.html` below a root, and its bytes where they are right. */
export async function fileState(
  root: string,
  path: string,
  hash: Sha256Hex,
): Promise<{ readonly state: FileState; readonly bytes: Uint8Array | null }> {
  const file = join(root, path);
  const bytes = await bytesOf(file);
  if (bytes === null) return { state: 'missing', bytes };
  if ((await sha256Hex(bytes)) !== hash) return { state: 'altered', bytes: null };
  return { state: await copiesState(file, path, bytes), bytes };
}

async function copiesState(file: string, path: string, bytes: Buffer): Promise<FileState> {
  let found = 0;
  for (const ending of COPY_ENDINGS) {
    const copy = await bytesOf(file + ending);
    if (copy === null) continue;
    const text = await unpack[ending](copy, { maxOutputLength: bytes.length + 1 }).catch(() => null);
    if (text === null || !text.equals(bytes)) return 'staleCopy';
    found += 1;
  }
  if (found === COPY_ENDINGS.length) return 'right';
  return found === (await compressedCopies(path, bytes)).length ? 'right' : 'noCopy';
}

/** A file's bytes; null where there is none. Throws what else the disk says. */
export async function bytesOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
