// Owns the chips above the problem table: how many of each severity, as links that show only those.

import type { Count } from '@/lib/office/drafts/read-problems';
import { type ProblemView, problemViewText } from '@/lib/office-client/problems-query';
import { type SeverityKind, SeverityLabel } from './severity-label';

interface ProblemChipsProps {
  readonly view: ProblemView;
  readonly severities: readonly Count<SeverityKind>[];
}

/** `<ProblemChips view={view} severities={page.severities} />`. A severity that nothing has is left out. */
export function ProblemChips({ view, severities }: ProblemChipsProps) {
  const all = severities.reduce((sum, { count }) => sum + count, 0);
  const hrefOf = (severity: SeverityKind | null) =>
    `${problemViewText({ ...view, page: 1, filter: { ...view.filter, severity } })}#problems`;
  const { severity: shown } = view.filter;
  return (
    <nav aria-label="How bad">
      <ul className="problem-chips">
        <li>
          <a href={hrefOf(null)} aria-current={shown === null ? 'true' : undefined}>
            All <Amount of={all} />
          </a>
        </li>
        {severities
          .filter(({ count, value }) => count > 0 || value === shown)
          .map(({ value, count }) => (
            <li key={value}>
              <a href={hrefOf(value)} aria-current={shown === value ? 'true' : undefined}>
                <SeverityLabel kind={value} /> <Amount of={count} />
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Amount({ of }: { readonly of: number }) {
  return <span className="problem-chip-count">{of.toLocaleString('en-US')}</span>;
}
