// Owns the part of a draft's page that is about its problems: chips, filters, table, pages, and all of them as a file.

import type { ProblemPage } from '@/lib/office/drafts/read-problems';
import { type ProblemView, problemViewText } from '@/lib/office-client/problems-query';
import { ProblemChips } from './problem-chips';
import { ProblemFilter, type ProblemKind } from './problem-filter';
import { ProblemPages } from './problem-pages';
import { ProblemTable } from './problem-table';

interface ProblemSectionProps {
  readonly officeId: string;
  readonly draftId: string;
  readonly view: ProblemView;
  readonly page: ProblemPage;
  /** Its `codes` with their titles. */
  readonly kinds: readonly ProblemKind[];
  /** null: the first. */
  readonly selectedId: number | null;
  readonly mayCorrect: boolean;
}

/** The section "Problems". */
export function ProblemSection(props: ProblemSectionProps) {
  const { officeId, draftId, view, page, kinds, selectedId, mayCorrect } = props;
  const [first] = page.problems;
  const csv = `/office/api/drafts/${officeId}/${draftId}/problems/${problemViewText({ ...view, page: 1 })}`;
  return (
    <section className="desk-section problem-section" id="problems" aria-labelledby="problems-heading">
      <h2 id="problems-heading">Problems</h2>
      {page.total === 0 ? (
        <p>We found no problem in these files.</p>
      ) : (
        <>
          <ProblemChips view={view} severities={page.severities} />
          <ProblemFilter view={view} kinds={kinds} files={page.files} />
          {first === undefined ? (
            <p>
              Nothing fits these filters. <a href="?#problems">Show all</a>
            </p>
          ) : (
            <ProblemTable
              officeId={officeId}
              draftId={draftId}
              problems={page.problems}
              linkStart={`${problemViewText({ ...view, page: page.page })}&`}
              selectedId={selectedId ?? first.id}
              mayCorrect={mayCorrect}
            />
          )}
          <div className="problem-foot">
            <ProblemPages view={view} page={page.page} pages={page.pages} />
            <a href={csv}>
              Download{' '}
              {page.found === 1 ? 'this problem' : `these ${page.found.toLocaleString('en-US')} problems`}{' '}
              (CSV)
            </a>
            <a href="/office/help/problems/">What each kind means</a>
          </div>
        </>
      )}
    </section>
  );
}
