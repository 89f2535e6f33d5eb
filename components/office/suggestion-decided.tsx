// Owns the list of repairs that somebody has accepted or left, by whom and when, and taking that back. Texts of files are text.

import type { Suggestion } from '@/lib/ingest/suggestions/suggestion';
import type { RepairDecision } from '@/lib/office/drafts/draft';
import { DeskTime } from './desk-time';
import { SuggestionRows } from './suggestion-rows';
import { suggestionId, suggestionTitle } from './suggestion-words';

interface SuggestionDecidedProps {
  readonly decisions: readonly RepairDecision[];
  /** What the last check offered or applied. */
  readonly suggestions: readonly Suggestion[];
  readonly timeZone: string;
  /** null: nothing can be taken back. */
  readonly onTakeBack: ((one: RepairDecision) => void) | null;
}

/** Nothing where nobody has said anything. */
export function SuggestionDecided({ decisions, suggestions, timeZone, onTakeBack }: SuggestionDecidedProps) {
  if (decisions.length === 0) return null;
  const applied = new Map(
    suggestions.filter(({ isApplied }) => isApplied).map((one) => [suggestionId(one), one]),
  );
  return (
    <ul className="suggestion-decided">
      {decisions.map((one) => (
        <li key={suggestionId(one)}>
          <p>
            <strong>{one.decision === 'accepted' ? 'Accepted' : 'Left as it is'}:</strong>{' '}
            {suggestionTitle(one.kind, one.count)}, <bdi>{one.file}</bdi>
            {one.column !== '' && (
              <>
                , column <bdi>{one.column}</bdi>
              </>
            )}
            . <bdi>{one.by.name}</bdi>, <DeskTime at={one.by.at} timeZone={timeZone} />
          </p>
          {one.decision === 'accepted' && <Applied suggestion={applied.get(suggestionId(one)) ?? null} />}
          {onTakeBack !== null && (
            <button
              type="button"
              className="usa-button usa-button--unstyled row-deed needs-script"
              onClick={() => onTakeBack(one)}
            >
              Take back
              <span className="visually-hidden"> “{suggestionTitle(one.kind, one.count)}”</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Applied({ suggestion }: { readonly suggestion: Suggestion | null }) {
  if (suggestion === null) {
    return <p>The files as they are now read give no reason for it any more, so nothing was changed.</p>;
  }
  return (
    <details>
      <summary>
        {suggestion.count.toLocaleString('en-US')} {suggestion.count === 1 ? 'row is' : 'rows are'} read so
      </summary>
      <SuggestionRows suggestion={suggestion} />
    </details>
  );
}
