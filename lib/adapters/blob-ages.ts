// Owns how old a blob's file is, and taking one away that nobody wants, while others may begin to want it. Server only. Which
// are wanted is lib/office/sweep's to know. The age of a file is its mtime, which whoever relies on the file sets.

import { access, link, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename } from 'node:path';

/** A file that is being taken away has this at the end of its name. */
const ASIDE = /\.\d+\.aside$/;

/** In use from now on. `notOurs`: it belongs to another user of this computer, and was left as it is. */
export async function renewFile(file: string): Promise<'renewed' | 'absent' | 'notOurs'> {
  const now = new Date();
  try {
    await utimes(file, now, now);
    // Taken aside between the two? Whoever did that looks at its age afterwards, or we see here that it is gone.
    await access(file);
    return 'renewed';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return 'absent';
    if (code === 'EPERM') return 'notOurs';
    throw error;
  }
}

/** Bytes of a file that nobody has renewed since then; null: it is in use, or not there. */
export async function unusedBytes(file: string, since: Date): Promise<number | null> {
  const found = await orNull(stat(file));
  return found === null || found.mtimeMs >= since.getTime() ? null : found.size;
}

/** Take it away; gives its bytes, null where it stays. First its name goes, and then its age is looked at once more: who renewed
 *  it before has it back, who comes later finds nothing and puts it anew. */
export async function takeUnused(file: string, since: Date): Promise<number | null> {
  if ((await unusedBytes(file, since)) === null) return null;
  const aside = `${file}.${process.pid}.aside`;
  if ((await orNull(rename(file, aside).then(() => true))) === null) return null;
  const bytes = await unusedBytes(aside, since);
  if (bytes === null) await putBackAside(aside);
  else await rm(aside, { force: true });
  return bytes;
}

/** Gives a file that was taken aside its name back, which is the answer; null: this is no such file. Nobody minds where it was
 *  put anew meanwhile: both are the same bytes. */
export async function putBackAside(aside: string): Promise<string | null> {
  if (!ASIDE.test(aside)) return null;
  const file = aside.replace(ASIDE, '');
  await link(aside, file).catch((error: unknown) => {
    if (!['EEXIST', 'ENOENT'].includes(codeOf(error))) throw error;
  });
  await rm(aside, { force: true });
  return basename(file);
}

async function orNull<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
}
