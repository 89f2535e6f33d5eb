// Owns how much a folder holds, while others write in it.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '@/lib/adapters/web-root';

/** Bytes of all files below; 0 where there is no such folder. A file that goes meanwhile counts nothing. */
export async function folderBytes(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await listFiles(folder)).map((path) =>
      stat(join(folder, path)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
