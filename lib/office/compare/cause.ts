// Owns the shape of a cause: something about a draft's changes that the approver has to take note of, once. Pure.

/** `code` stays the same for the same kind of change; `count` is how much of it there is. */
export interface Cause {
  readonly code: string;
  readonly count: number;
  /** `7 of 19 precincts change their polling place.` */
  readonly sentence: string;
}
