'use client';
// Owns the part of a draft's page that is about repairs: those that are offered, to be accepted or left; and those that somebody has said
// something of. Decides nothing: the office host looks at it again.

import { useState } from 'react';
import type { Suggestion, SuggestionKey } from '@/lib/ingest/suggestions/suggestion';
import type { RepairVerdict } from '@/lib/office/drafts/decide-repairs';
import type { RepairDecision } from '@/lib/office/drafts/draft';
import { DeedProblem } from './deed-problem';
import { SuggestionCard } from './suggestion-card';
import { SuggestionDecided } from './suggestion-decided';
import { suggestionId } from './suggestion-words';
import { UploadProgress } from './upload-progress';
import { usePost } from './use-post';
import { useRecheck } from './use-recheck';

interface SuggestionPanelProps {
  readonly officeId: string;
  readonly draftId: string;
  /** The blob that the suggestions came from. */
  readonly seen: string;
  readonly suggestions: readonly Suggestion[];
  readonly decisions: readonly RepairDecision[];
  readonly timeZone: string;
  /** False: they can be looked at only. */
  readonly mayDecide: boolean;
  /** It is part of another office's file, which was read so as a whole: that office's name; null: it is its own. */
  readonly readBy: string | null;
}

/** The section "Suggested repairs"; nothing where there is none. */
export function SuggestionPanel(props: SuggestionPanelProps) {
  const { officeId, draftId, seen, suggestions, decisions, timeZone, mayDecide, readBy } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const recheck = useRecheck(officeId, draftId);
  const post = usePost();
  const decided = new Set(decisions.map(suggestionId));
  const open = mayDecide ? suggestions.filter((one) => !decided.has(suggestionId(one))) : [];
  const some = open.filter((one) => chosen.has(suggestionId(one)));
  const isBusy = recheck.doing !== null || post.isBusy;
  if (open.length === 0 && decisions.length === 0) return null;
  /** `isReadAnew`: the files are read otherwise afterwards. */
  const decide = (keys: readonly SuggestionKey[], verdict: RepairVerdict, isReadAnew: boolean) => {
    if (isBusy || keys.length === 0) return;
    const groups = keys.map(({ kind, file, column }) => ({ kind, file, column }));
    const body = { seen, groups, verdict };
    if (isReadAnew) void recheck.send('suggestions', body);
    else void post.post(`/office/api/drafts/${officeId}/${draftId}/suggestions/`, body);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <section className="desk-section" id="suggestions" aria-labelledby="suggestions-heading">
      <h2 id="suggestions-heading">
        {readBy === null ? 'Suggested repairs' : 'Repairs of the state’s file'}
      </h2>
      {readBy !== null && (
        <p>
          <bdi>{readBy}</bdi> uploaded the file that this list is a part of, and accepted these repairs for
          all of it. The rows shown may be other offices’. They cannot be changed here: if one is wrong for
          your office, give this list back and say so.
        </p>
      )}
      {open.length > 0 && (
        <>
          <p>
            Nothing of this is done unless you accept it. Your files stay as they are: what you accept is how
            they are read, and every check is made again.
          </p>
          <ul className="suggestion-list">
            {open.map((suggestion, index) => (
              <SuggestionCard
                key={suggestionId(suggestion)}
                suggestion={suggestion}
                index={index}
                isChosen={chosen.has(suggestionId(suggestion))}
                onChoose={() => toggle(suggestionId(suggestion))}
              />
            ))}
          </ul>
          <div className="desk-actions needs-script">
            <button
              type="button"
              className="usa-button"
              aria-disabled={isBusy || some.length === 0}
              onClick={() => decide(some, 'accepted', true)}
            >
              Accept what is chosen
            </button>
            <button
              type="button"
              className="usa-button usa-button--outline"
              aria-disabled={isBusy || some.length === 0}
              onClick={() => decide(some, 'refused', false)}
            >
              Leave it as it is
            </button>
            {open.length > 1 && (
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                onClick={() => setChosen(new Set(some.length === open.length ? [] : open.map(suggestionId)))}
              >
                {some.length === open.length ? 'Choose none' : `Choose all ${open.length}`}
              </button>
            )}
          </div>
          <p className="quiet needs-script" role="status">
            {chosenText(some)}
          </p>
        </>
      )}
      <SuggestionDecided
        decisions={decisions}
        suggestions={suggestions}
        timeZone={timeZone}
        onTakeBack={mayDecide ? (one) => decide([one], 'takenBack', one.decision === 'accepted') : null}
      />
      {recheck.doing !== null && <UploadProgress text={recheck.doing} part={null} />}
      <DeedProblem problem={recheck.problem ?? post.problem} />
    </section>
  );
}

function chosenText(some: readonly Suggestion[]): string {
  if (some.length === 0) return 'Choose what to accept, or to leave as it is.';
  const rows = some.reduce((sum, { count }) => sum + count, 0);
  return `${some.length === 1 ? 'One suggestion' : `${some.length} suggestions`} chosen, ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}.`;
}
