// Owns reading, while the site is built, the phone numbers that scripts/built-in.ts took from the built-in release.
// Runs at build time only; the page that shows them is a plain file afterwards.

import { readFileSync } from 'node:fs';
import type { PhoneBook } from '@/lib/view/phone-book';

/** null where no release was built in. */
export function phoneBook(): PhoneBook | null {
  const file = process.env.LEVEE_PHONES_FILE;
  // Written a moment ago by our own build, from a release that verified.
  return file ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
