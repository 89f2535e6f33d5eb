'use client';
// Owns the state of one thing that a page can do: at rest, under way, or refused, and why. Knows no deed.

import { useState } from 'react';
import type { Result } from '@/lib/core/result';
import type { PostError } from '@/lib/office-client/post-json-once';

/** What a button shows of what it does. */
export interface Deed {
  readonly isBusy: boolean;
  /** Why it did not work, as a sentence; null: nothing went wrong. */
  readonly problem: PostError | null;
  /** Do it, unless it is under way already; `done` gets what it gave. `leaves`: it goes to another page, and until that is there nothing can be
   *  done a second time. */
  readonly run: <Value>(
    deed: () => Promise<Result<Value, PostError>>,
    done: (value: Value) => unknown,
  ) => Promise<void>;
}

/** `const deed = useDeed(); … onClick={() => deed.run(() => postJson(path, {}), () => location.reload())}` */
export function useDeed(): Deed {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PostError | null>(null);
  const run: Deed['run'] = async (deed, done) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    const result = await deed();
    if (!result.ok) setProblem(result.error);
    const leaves = result.ok && done(result.value) === 'leaves';
    if (!leaves) setBusy(false);
    // Somebody may come back to this page as it was left.
    else window.addEventListener('pageshow', () => setBusy(false), { once: true });
  };
  return { isBusy, problem, run };
}
