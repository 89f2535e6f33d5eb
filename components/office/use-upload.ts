// Owns one upload from a page: how far it is in words, what went wrong, and where the page goes then. Knows no screen.

import { useState } from 'react';
import type { PostError } from '@/lib/office-client/post-json-once';
import { type UploadStep, uploadFiles } from '@/lib/office-client/upload-files';
import { readCheck } from '@/lib/office-client/upload-watch';

/** What `UploadProgress` shows. */
interface Shown {
  readonly text: string;
  readonly part: number | null;
}

interface UploadRun {
  /** null: nothing is under way. */
  readonly step: Shown | null;
  readonly problem: PostError | null;
  readonly start: (
    files: readonly File[],
    election: { readonly name: string; readonly date: string } | null,
    title: string,
  ) => Promise<void>;
}

/** `const upload = useUpload({officeId, draftId: null}); … upload.start(files, null, 'November')` */
export function useUpload({ officeId, draftId }: { officeId: string; draftId: string | null }): UploadRun {
  const [step, setStep] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<PostError | null>(null);
  const [begun, setBegun] = useState(draftId);
  const start: UploadRun['start'] = async (files, election, title) => {
    setProblem(null);
    setStep({ text: 'Beginning', part: null });
    const page = (id: string) => `/office/${officeId}/drafts/${id}/`;
    let watch: ReturnType<typeof setInterval> | undefined;
    const onStep = (now: UploadStep) => {
      setStep(shownOf(now));
      if (now.kind === 'checking') watch = watchCheck(officeId, () => current, setStep);
    };
    let current = begun;
    const onDraft = (id: string) => {
      current = id;
      setBegun(id);
      // A reload leads to the draft, where the upload can be gone on with.
      history.replaceState(history.state, '', page(id));
    };
    const sent = await uploadFiles({ officeId, draftId: begun, files, election, title, onStep, onDraft });
    clearInterval(watch);
    if (sent.ok) location.assign(page(sent.value));
    else {
      setStep(null);
      setProblem(sent.error);
    }
  };
  return { step, problem, start };
}

function watchCheck(officeId: string, draftId: () => string | null, show: (shown: Shown) => void) {
  return setInterval(async () => {
    const id = draftId();
    const state = id === null ? null : await readCheck(officeId, id);
    if (state?.kind === 'running') show({ text: checkText(state.rows), part: null });
  }, 1000);
}

/** `Checking again on our side: row 120,000` */
export function checkText(rows: number): string {
  return rows === 0 ? 'Checking on our side' : `Checking on our side: row ${rows.toLocaleString('en-US')}`;
}

function shownOf(step: UploadStep): Shown {
  if (step.kind === 'checking') return { text: checkText(0), part: null };
  const { doneBytes, allBytes } = step;
  const part = allBytes === 0 ? 1 : doneBytes / allBytes;
  const [done, all] = [doneBytes, allBytes].map((bytes) => (bytes / 1_000_000).toFixed(1));
  const what = step.kind === 'hashing' ? 'Preparing' : 'Sending';
  return { text: `${what}: ${done} of ${all} MB`, part };
}
