// Owns what a mirror says when it refuses or cannot do something: what, of which file, from where. Knows no source and no disk.

/** Why a file was not taken, or not put in place:
 *  `unreachable`, `notFound`: its source does not answer, or has none. `tooLarge`: longer than such a file can be.
 *  `notBelieved`: pointer or `site.json` without a signature that counts; `lowerSequence`: it is older than what is here.
 *  `wrongHash`: bytes of something else, cut or empty ones among them. `malformed`: right bytes, of no known shape.
 *  `diskFull`, `disk`: this machine's own. */
export type MirrorProblemCode =
  | 'unreachable'
  | 'notFound'
  | 'tooLarge'
  | 'notBelieved'
  | 'lowerSequence'
  | 'wrongHash'
  | 'malformed'
  | 'diskFull'
  | 'disk';

/** `{code: 'wrongHash', source: 'https://vote.example.gov', file: '/v1/objects/….json', message: '…'}`. */
export interface MirrorProblem {
  readonly code: MirrorProblemCode;
  /** Address or folder; the mirror's own folder where that is what failed. */
  readonly source: string;
  readonly file: string;
  readonly message: string;
}

/** Carries a problem out of work that is done side by side; caught where that work was begun. */
export class MirrorFailure extends Error {
  override readonly name = 'MirrorFailure';
  readonly problem: MirrorProblem;
  constructor(problem: MirrorProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What a disk refused, as a problem; null where the error is none of a disk, and a bug. */
export function diskProblem(error: unknown, folder: string): MirrorProblem | null {
  if (error instanceof MirrorFailure) return error.problem;
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const code = String(error.code);
  const file = 'path' in error && typeof error.path === 'string' ? error.path : folder;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  const message = isFull
    ? 'the disk is full. What was there is still served; make room.'
    : `the disk refused it (${code}). What was there is still served.`;
  return { code: isFull ? 'diskFull' : 'disk', source: folder, file, message };
}
