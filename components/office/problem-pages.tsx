// Owns the way through the pages of the problem table.

import { type ProblemView, problemViewText } from '@/lib/office-client/problems-query';

interface ProblemPagesProps {
  readonly view: ProblemView;
  readonly page: number;
  readonly pages: number;
}

/** `<ProblemPages view={view} page={3} pages={400} />`; nothing where there is one page only. */
export function ProblemPages({ view, page, pages }: ProblemPagesProps) {
  if (pages < 2) return null;
  const hrefOf = (to: number) => `${problemViewText({ ...view, page: to })}#problems`;
  return (
    <nav className="problem-pages" aria-label="Pages of problems">
      {page > 1 && <a href={hrefOf(1)}>First</a>}
      {page > 1 && <a href={hrefOf(page - 1)}>Previous</a>}
      <span>
        Page {page.toLocaleString('en-US')} of {pages.toLocaleString('en-US')}
      </span>
      {page < pages && <a href={hrefOf(page + 1)}>Next</a>}
      {page < pages && <a href={hrefOf(pages)}>Last</a>}
    </nav>
  );
}
