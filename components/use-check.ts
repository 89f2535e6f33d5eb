'use client';
// Owns waiting for an answer: one look-up at a time, and none for someone who has gone on meanwhile.
// It must not know what is on screen.

import { useCallback, useRef, useState } from 'react';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { voterRelease } from './use-release';

/** A look-up on its way. */
export interface Check {
  readonly isChecking: boolean;
  /** Rises with each answer. */
  readonly answers: number;
  /** The outcome; null where it was forgotten, or another was asked for, before it came. */
  readonly check: (text: string) => Promise<LookupOutcome | null>;
  /** An answer that is still on its way must not come upon the voter any more. */
  readonly forget: () => void;
}

/** The newest look-up counts, older ones come to nothing: a button pressed twice leads to one answer. */
export function useCheck(): Check {
  const newest = useRef(0);
  const [isChecking, setChecking] = useState(false);
  const [answers, setAnswers] = useState(0);

  const forget = useCallback(() => {
    newest.current += 1;
    setChecking(false);
  }, []);

  const check = useCallback(async (text: string) => {
    newest.current += 1;
    const own = newest.current;
    setChecking(true);
    const outcome = await voterRelease().answer(text);
    if (own !== newest.current) return null;
    setChecking(false);
    setAnswers((count) => count + 1);
    return outcome;
  }, []);

  return { isChecking, answers, check, forget };
}
