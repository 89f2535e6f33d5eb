// Owns making a folder with the folders above it. Server only.
// Not mkdir's own `recursive`: where a file system has no room for new names (/proc), Node tries for ever.

import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Make it where it is not there, with `mode` (an existing one keeps its own). Throws what the file system says: EACCES, EROFS, ENOTDIR, EEXIST for a file … */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  if (await madeOrThere(folder, mode)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder, mode).catch((error: unknown) => {
    // Made by somebody else just now.
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

/** False where the folder above is not there, and may be made. */
async function madeOrThere(folder: string, mode?: number): Promise<boolean> {
  try {
    await mkdir(folder, mode);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && dirname(folder) !== folder) return false;
    // A root that cannot be made is there all the same, whatever the code says.
    const found = await stat(folder).catch(() => null);
    if (found?.isDirectory() === true) return true;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
