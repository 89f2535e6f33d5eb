// Owns a folder that a backup lies in. Server only. Knows nothing of what a backup is.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupPlace } from '@/lib/office/backup/backup';
import { writeAtomically } from './atomic-files';
import { makeFolder } from './make-folder';

/** Files below `folder`, which is made for its owner alone: it holds who works where. Throws what the disk throws. */
export function backupFolder(folder: string): BackupPlace {
  return {
    read: async (name) => {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (name, bytes) => {
      const file = join(folder, name);
      await makeFolder(folder, 0o700);
      await makeFolder(dirname(file));
      await writeAtomically(file, bytes);
    },
  };
}
