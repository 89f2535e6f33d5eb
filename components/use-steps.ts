'use client';
// Owns the voter's way through one page so that the browser's Back works: form, answer, choice, answer.
// History holds a number and nothing else: no address, ZIP or place is ever put into it, or into the URL.

import { useCallback, useEffect, useRef, useState } from 'react';

/** The step on screen and how to go on from it. */
export interface Steps<Step> {
  readonly step: Step;
  /** The browser's Back leads from it to the step before. */
  readonly push: (step: Step) => void;
}

const STATE_KEY = 'leveeStep';

/** Steps kept in memory. After a reload only the first is left, and an entry of before shows that. */
export function useSteps<Step>(first: Step): Steps<Step> {
  const steps = useRef<Step[]>([first]);
  const [position, setPosition] = useState(0);

  useEffect(() => {
    // After a reload the entry may still hold a number of the steps that are gone.
    window.history.replaceState({ ...window.history.state, [STATE_KEY]: 0 }, '');
    function onPopState(event: PopStateEvent) {
      const number: unknown = event.state?.[STATE_KEY];
      setPosition(typeof number === 'number' && number < steps.current.length ? number : 0);
    }
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);

  const push = useCallback(
    (step: Step) => {
      const next = position + 1;
      steps.current = [...steps.current.slice(0, next), step];
      window.history.pushState({ [STATE_KEY]: next }, '');
      setPosition(next);
    },
    [position],
  );

  return { step: steps.current[position] ?? first, push };
}
