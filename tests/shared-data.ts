// Owns where tests find the real offices' files, which are not part of this repository.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

// All tests run in the checkout. No `import.meta`: Playwright reads this file as CommonJS.
const folder = process.env.LEVEE_SHARED_DATA ?? resolve('../shared/data');

/** Whether the files are there. Suites that need them are skipped, by name, where they are not. */
export const hasSharedData = existsSync(join(folder, 'README.md'));

/** `sharedData('vip', 'ms-adams-2014')` -> the path of that feed. */
export function sharedData(...path: readonly string[]): string {
  return join(folder, ...path);
}
