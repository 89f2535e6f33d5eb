// Owns one group of repairs as it is offered: what it does, why, and its first rows before and after. Texts of files are text.

import type { Suggestion } from '@/lib/ingest/suggestions/suggestion';
import { SuggestionRows } from './suggestion-rows';
import { suggestionReason, suggestionTitle } from './suggestion-words';

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  /** For the ids of its parts: no two alike on a page. */
  readonly index: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** An `<li>`; the box that chooses it is not there without script. */
export function SuggestionCard({ suggestion, index, isChosen, onChoose }: SuggestionCardProps) {
  const { kind, file, column, count } = suggestion;
  const id = `suggestion-${index}`;
  return (
    <li className="suggestion-card">
      <div className="suggestion-head">
        <input
          type="checkbox"
          className="suggestion-box needs-script"
          id={id}
          checked={isChosen}
          onChange={onChoose}
          aria-describedby={`${id}-where`}
        />
        <div>
          <label className="suggestion-title" htmlFor={id}>
            {suggestionTitle(kind, count)}
          </label>
          <p className="suggestion-where" id={`${id}-where`}>
            <bdi>{file}</bdi>
            {column !== '' && (
              <>
                , column <bdi>{column}</bdi>
              </>
            )}
          </p>
        </div>
      </div>
      <p>{suggestionReason(kind)}</p>
      <SuggestionRows suggestion={suggestion} />
    </li>
  );
}
