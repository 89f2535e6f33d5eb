// Owns changing how a draft is read from a page: the change, then the check, then the page anew. Knows no screen.

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
  /** The same with any other change: `send('columns', {seen, mappings})`. */
  readonly send: (what: string, body: unknown) => Promise<void>;
}

/** `const {doing, problem, run} = useRecheck('ms-adams', '7Qk…')`. `next`: where to go then; absent: this page again. */
export function useRecheck(officeId: string, draftId: string, next?: string): Recheck {
  const [doing, setDoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<PostError | null>(null);
  const path = `/office/api/drafts/${officeId}/${draftId}`;
  const begin = async (what: string | null, body: unknown) => {
    if (doing !== null) return;
    setProblem(null);
    setDoing('Writing it down');
    const changed = what === null ? null : await postJson(`${path}/${what}/`, body);
    const result = changed?.ok === false ? changed : await checked();
    if (!result.ok && result.error.code !== 'checking') {
      setDoing(null);
      setProblem(result.error);
    } else if (next === undefined) location.reload();
    else location.assign(next);
  };
  const run = (step: CellStep | null) => begin(step === null ? null : 'corrections', step);
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
  return { doing, problem, run, send: begin };
}
