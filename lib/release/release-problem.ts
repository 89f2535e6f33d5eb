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
  | 'comingPage'
  | 'expired';

/** `expired` is a warning: the release still answers; so is `comingPage`, a page of the release that was about to come when
 *  its writer was stopped. Everything else is an error. */
export interface ReleaseProblem {
  readonly code: ReleaseProblemCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly message: string;
}
