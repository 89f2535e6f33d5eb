'use client';
// Owns an answer that stays on screen while the list moves on: confirmed anew where it is still true, asked for
// again where it is not. Nobody may read a place that has moved since from a page left open.

import { useEffect, useState } from 'react';
import { isStillTrue } from '@/lib/client/still-true';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { type ReleaseState, voterRelease } from './use-release';

interface Shown {
  readonly outcome: LookupOutcome;
  readonly text: string;
}

/** The outcome to draw. `askAgain` shows the new answer, as one more step, where a newer list gives another. */
export function useStillTrue(
  shown: Shown,
  release: ReleaseState,
  askAgain: (text: string) => void,
): LookupOutcome {
  const [confirmed, setConfirmed] = useState({ from: shown.outcome, outcome: shown.outcome });
  const outcome = confirmed.from === shown.outcome ? confirmed.outcome : shown.outcome;
  const newest = release.kind === 'open' ? release.release.pointer.sequence : null;
  const isOld = newest !== null && newest > (outcome.sequence ?? 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer list is the reason to ask; nothing else is.
  useEffect(() => {
    if (!isOld) return;
    let isCurrent = true;
    void voterRelease()
      .answer(shown.text)
      .then((again) => {
        if (!isCurrent) return;
        if (isStillTrue(shown.outcome, again)) {
          const { asOf, sequence } = again;
          setConfirmed({ from: shown.outcome, outcome: { ...shown.outcome, asOf, sequence } });
        } else askAgain(shown.text);
      });
    return () => {
      isCurrent = false;
    };
  }, [isOld, newest, shown.outcome]);

  return outcome;
}
