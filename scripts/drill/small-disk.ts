// Owns a disk that can be filled: a small tmpfs of this drill's, unmounted at its end. Knows no row.

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { NotRun } from './row';

/** A mounted disk. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  readonly fill: () => Promise<void>;
  /** Makes room again. */
  readonly free: () => void;
  readonly unmount: () => void;
}

const BALLAST = 'ballast';

/** Mounts `megabytes` at `folder`, which is made. Throws `NotRun` where nobody may mount anything. */
export function smallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    throw new NotRun(`no small disk can be mounted here: ${mounted.stderr?.trim() || 'there is no mount'}`);
  }
  return {
    folder,
    fill: () => fillUp(join(folder, BALLAST)),
    free: () => rmSync(join(folder, BALLAST), { force: true }),
    unmount: () => {
      // Lazily: a process that has just been killed may hold a file for a moment.
      spawnSync('umount', ['-l', folder]);
    },
  };
}

/** Writes until the disk says that it is full, in ever smaller pieces. */
async function fillUp(file: string): Promise<void> {
  const ballast = await open(file, 'a');
  try {
    for (let size = 1 << 20; size >= 1; size >>= 2) {
      const piece = new Uint8Array(size);
      for (;;) {
        const written = await ballast.write(piece).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOSPC') return null;
          throw error;
        });
        if (written === null) break;
      }
    }
  } finally {
    await ballast.close();
  }
}
