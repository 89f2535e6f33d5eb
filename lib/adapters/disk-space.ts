// Owns the question whether a disk is full, for those whom the system tells less than that. Server only.

import { statfs } from 'node:fs/promises';

/** Less than a large commit needs. */
const ROOM_BYTES = 8 * 1_048_576;

/** Whether the disk below `folder` has next to no room left; false where it does not say. */
export async function isDiskFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < ROOM_BYTES;
}
