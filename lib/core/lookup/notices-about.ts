// Owns which late changes concern somebody: those about their places, and about the places that those lead to. Knows no time.

import type { Notice } from './outcome';

/** Those that `isAbout` picks, and of the same office whatever is about a place where one of them sends people, behind them. */
export function noticesAbout(
  notices: readonly Notice[],
  isAbout: (notice: Notice) => boolean,
): readonly Notice[] {
  const reached = new Set(notices.filter(isAbout));
  // What is added while a set is gone through has its turn as well.
  for (const { officeId, newPlace } of reached)
    for (const notice of notices)
      if (notice.officeId === officeId && newPlace && notice.pollingLocationIds.includes(newPlace.id))
        reached.add(notice);
  return [...reached];
}
