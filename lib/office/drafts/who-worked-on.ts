// Owns who had a hand in what a draft would make live, so that somebody else approves it. Knows no approval.

import type { Draft } from './draft';

/** Ids of accounts: whoever made, corrected or submitted it, said what its columns hold, accepted or refused repairs, put something back, or set what
 *  it has to answer; for an office's part of a state's file also whoever did so with the whole. Each once. */
export function whoWorkedOn(draft: Draft): readonly string[] {
  const {
    author,
    submitted,
    corrections,
    repairs = [],
    mappings = [],
    putBack = [],
    goldenBy,
    partOf,
  } = draft;
  const steps = [...corrections, ...repairs, ...mappings, ...putBack].map(({ by }) => by.id);
  const ids = [author.id, submitted?.id, goldenBy?.id, ...steps, ...(partOf?.by ?? [])];
  return [...new Set(ids.filter((id) => id !== undefined))];
}
