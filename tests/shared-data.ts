// Owns where tests find the real offices' files, which are not part of this repository.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.LEVEE_SHARED_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));

/** Whether the files are there. Suites that need them are skipped, by name, where they are not. */
export const hasSharedData = existsSync(join(folder, 'README.md'));

/** `sharedData('vip', 'ms-adams-2014')` -> the path of that feed. */
export function sharedData(...path: readonly string[]): string {
  return join(folder, ...path);
}
