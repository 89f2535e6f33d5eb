// Makes web roots for tests, and says what is wrong with the compressed copies in one. Knows no command.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { listFiles, writeCompressed } from '@/lib/adapters/web-root';

/** Every file of a folder, with its copies, into a web root: `webRootFrom('release', 'www')`. */
export async function webRootFrom(folder: string, root: string): Promise<void> {
  for (const path of await listFiles(folder))
    await writeCompressed(root, path, readFileSync(join(folder, path)));
}

/** Copies that are not what their file says, or whose file is gone: what a server would send of them is wrong. */
export async function wrongCopies(root: string): Promise<readonly string[]> {
  const files = await listFiles(root);
  return files.filter((path) => {
    const unpack = path.endsWith('.gz') ? gunzipSync : path.endsWith('.br') ? brotliDecompressSync : null;
    if (unpack === null) return false;
    const file = join(root, path.slice(0, -3));
    return !existsSync(file) || !unpack(readFileSync(join(root, path))).equals(readFileSync(file));
  });
}
