// Owns driving a publish job from its page: one step after the other for as long as the page is open. The host keeps two
// drivers apart, and goes on by itself where no page is open. Knows no step.

import { useEffect, useState } from 'react';
import type { JobView } from '@/lib/office/publish/job-view';
import { postJson } from '@/lib/office-client/post-json';
import type { PostError } from '@/lib/office-client/post-json-once';

/** Somebody else is at it: look again after so long. */
const BUSY_MS = 1_500;
/** The host cannot be reached, or its store cannot: try again after so long. */
const AGAIN_MS = 5_000;

export interface JobDriver {
  readonly view: JobView;
  /** Why the last call did not work; null: it did. It is tried again by itself, but for `signIn`. */
  readonly problem: PostError | null;
  readonly send: (action: 'retry' | 'cancel') => Promise<void>;
}

/** `const {view, problem, send} = useJobDriver(initial)`. */
export function useJobDriver(initial: JobView): JobDriver {
  const [view, setView] = useState(initial);
  const [problem, setProblem] = useState<PostError | null>(null);
  const [calls, setCalls] = useState(0);
  const path = `/office/api/jobs/${initial.officeId}/${initial.id}/`;
  const call = async (action: 'advance' | 'retry' | 'cancel') => {
    const result = await postJson(path, { action });
    setProblem(result.ok ? null : result.error);
    if (result.ok) setView(result.value as JobView);
    setCalls((count) => count + 1);
  };
  const isOpen = view.state === 'running' && problem?.code !== 'signIn';
  const waitMs = problem !== null ? AGAIN_MS : view.isBusy ? BUSY_MS : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one call follows the other, and each is counted.
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => void call('advance'), waitMs);
    return () => clearTimeout(timer);
  }, [isOpen, calls]);
  return { view, problem, send: call };
}
