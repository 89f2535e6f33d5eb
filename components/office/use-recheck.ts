// Owns correcting a cell from a page: the step, then the check, then the page anew. Knows no screen.

import { useState } from 'react';
import { postJson } from '@/lib/office-client/post-json';
import type { PostError } from '@/lib/office-client/post-json-once';
import { readCheck } from '@/lib/office-client/upload-watch';
import { checkText } from './use-upload';

/** `CellStep` of lib/office/drafts/correct-cell. */
export interface CellStep {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

interface Recheck {
  /** What happens at the moment, in words; null: nothing. */
  readonly doing: string | null;
  readonly problem: PostError | null;
  /** null: check again as it is. The page is loaded anew when it is done. */
  readonly run: (step: CellStep | null) => Promise<void>;
}

/** `const {doing, problem, run} = useRecheck('ms-adams', '7Qk…')` */
export function useRecheck(officeId: string, draftId: string): Recheck {
  const [doing, setDoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<PostError | null>(null);
  const path = `/office/api/drafts/${officeId}/${draftId}`;
  const run = async (step: CellStep | null) => {
    if (doing !== null) return;
    setProblem(null);
    setDoing('Writing it down');
    const corrected = step === null ? null : await postJson(`${path}/corrections/`, step);
    const result = corrected?.ok === false ? corrected : await checked();
    if (result.ok || result.error.code === 'checking') location.reload();
    else {
      setDoing(null);
      setProblem(result.error);
    }
  };
  const checked = async () => {
    setDoing(checkText(0));
    const watch = setInterval(async () => {
      const state = await readCheck(officeId, draftId);
      if (state.kind === 'running') setDoing(checkText(state.rows));
    }, 1000);
    const result = await postJson(`${path}/check/`, {});
    clearInterval(watch);
    return result;
  };
  return { doing, problem, run };
}
