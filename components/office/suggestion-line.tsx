// Owns saying to who approves a list which repairs it was read with, and by whose word.

import type { RepairDecision } from '@/lib/office/drafts/draft';
import { DeskTime } from './desk-time';
import { suggestionId, suggestionTitle } from './suggestion-words';

interface SuggestionLineProps {
  readonly decisions: readonly RepairDecision[];
  /** Where its first rows can be looked at. */
  readonly href: string;
  readonly timeZone: string;
}

/** Nothing where nobody accepted any. */
export function SuggestionLine({ decisions, href, timeZone }: SuggestionLineProps) {
  const accepted = decisions.filter(({ decision }) => decision === 'accepted');
  if (accepted.length === 0) return null;
  return (
    <div className="mapping-line">
      <ul>
        {accepted.map((one) => (
          <li key={suggestionId(one)}>
            Repaired: {suggestionTitle(one.kind, one.count)}, <bdi>{one.file}</bdi>, as{' '}
            <bdi>{one.by.name}</bdi> accepted, <DeskTime at={one.by.at} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      <a href={href}>See the repairs</a>
    </div>
  );
}
