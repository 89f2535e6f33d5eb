'use client';
// Owns watching a check that runs on the office host, and beginning it again where it died. Knows no result: the page does.

import { useEffect, useState } from 'react';
import { type CheckState, readCheck } from '@/lib/office-client/upload-watch';
import { DeedProblem } from './deed-problem';
import { UploadProgress } from './upload-progress';
import { useRecheck } from './use-recheck';
import { checkText } from './use-upload';

const LOOK_MS = 1000;

/** `<DraftCheck officeId="ms-adams" draftId="7Qk…" />`: the page is loaded anew when it is over. */
export function DraftCheck({ officeId, draftId }: { readonly officeId: string; readonly draftId: string }) {
  const [state, setState] = useState<CheckState>({ kind: 'unknown' });
  const { doing, problem, run } = useRecheck(officeId, draftId);
  useEffect(() => {
    const look = async () => {
      const now = await readCheck(officeId, draftId);
      setState(now);
      if (now.kind === 'over') location.reload();
    };
    void look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [officeId, draftId]);
  const rows = state.kind === 'running' ? state.rows : 0;
  const isQuiet = state.kind === 'quiet' && doing === null;
  return (
    <div className="desk-section">
      {!isQuiet && <UploadProgress text={doing ?? checkText(rows)} part={null} />}
      {isQuiet && (
        <>
          <p>The check was broken off. Nothing is lost: it can be done again.</p>
          <button type="button" className="usa-button needs-script" onClick={() => run(null)}>
            Check again
          </button>
        </>
      )}
      <noscript>
        <p>
          <a href="?">Look again</a>
        </p>
      </noscript>
      <DeedProblem problem={problem} />
    </div>
  );
}
