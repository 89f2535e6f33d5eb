// Owns the plain words for what the file system refuses. Knows no command.

const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Check the path.',
  ENOTDIR: 'a part of this path is a file, not a folder. Check the path.',
  EISDIR: 'this is a folder where a file is needed.',
  EEXIST: 'a file stands where a folder is needed. Choose another path.',
  EACCES: 'no permission. Change its permissions, or run as a user who may.',
  EPERM: 'not permitted here. Change its permissions, or run as a user who may.',
  EROFS: 'this disk can only be read. Choose another path.',
  ENOSPC: 'the disk is full. Make room, then run it again.',
  EMFILE: 'too many files are open. Close other programs, then run it again.',
  EIO: 'the disk did not answer. Copy the file anew, then run it again.',
  ENAMETOOLONG: 'this path is too long.',
  ELOOP: 'this path links to itself.',
};

/** `'data/x.csv: there is no such file or folder. Check the path.'`; null where the error is none of the file system's. */
export function pathProblem(error: unknown, path: string): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const meaning = MEANINGS[String(error.code)];
  if (meaning === undefined) return null;
  const where = 'path' in error && typeof error.path === 'string' ? error.path : path;
  return `${where}: ${meaning}`;
}
