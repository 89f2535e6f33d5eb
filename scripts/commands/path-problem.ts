// Owns the plain words for what the file system refuses. Knows no command.

/** What it means, and what to do. */
export interface PathMeaning {
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

type Words = readonly [message: string, remedy: string];

const MEANINGS: Readonly<Record<string, Words>> = {
  ENOENT: ['There is no such file or folder.', 'Check the path.'],
  ENOTDIR: ['A part of this path is a file, not a folder.', 'Check the path.'],
  EISDIR: ['This is a folder where a file is needed.', 'Name the file.'],
  EEXIST: ['A file stands where a folder is needed.', 'Choose another path.'],
  EACCES: ['There is no permission for it.', 'Change its permissions, or run as a user who may.'],
  EPERM: ['It is not permitted here.', 'Change its permissions, or run as a user who may.'],
  EROFS: ['This disk can only be read.', 'Choose another path.'],
  ENOSPC: ['The disk is full.', 'Make room, then run it again.'],
  EDQUOT: ['This user has no more room on the disk.', 'Make room, then run it again.'],
  EMFILE: ['Too many files are open.', 'Close other programs, then run it again.'],
  EIO: ['The disk did not answer.', 'Copy the file anew, then run it again.'],
  ENAMETOOLONG: ['This path is too long.', 'Choose another path.'],
  ELOOP: ['This path links to itself.', 'Check the path.'],
};

/** What a failed call of the file system means; null where the error is something else, and a bug. */
export function pathMeaning(error: unknown, path: string): PathMeaning | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const words = MEANINGS[String(error.code)];
  if (words === undefined) return null;
  const where = 'path' in error && typeof error.path === 'string' ? error.path : path;
  return { path: where, message: words[0], remedy: words[1] };
}

/** The same as one text: `data/x.csv: There is no such file or folder. Check the path.` */
export function pathProblem(error: unknown, path: string): string | null {
  const meaning = pathMeaning(error, path);
  return meaning === null ? null : `${meaning.path}: ${meaning.message} ${meaning.remedy}`;
}
