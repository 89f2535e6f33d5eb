// Owns how a fault of a release is named: what `levee verify` prints and mirrors refuse. Finds none itself.

import type { LinkProblem } from './check-links';
import type { ObjectErrorCode, SourceError } from './verified-objects';
import type { PointerErrorCode } from './verify-pointer';

/** Every way in which a release can be wrong. */
export type ReleaseProblemCode =
  | PointerErrorCode
  | ObjectErrorCode
  | LinkProblem['code']
  | SourceError['code']
  | 'wrongPage'
  | 'expired';

/** `expired` is a warning: the release still answers. Everything else is an error. */
export interface ReleaseProblem {
  readonly code: ReleaseProblemCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly message: string;
}
