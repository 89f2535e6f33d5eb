// Owns the filters by kind and file, and the order, as a form that works without script.

import type { ProblemPage } from '@/lib/office/drafts/read-problems';
import type { ProblemView } from '@/lib/office-client/problems-query';

/** One kind of problem as a clerk knows it: `{value: 'zip-unreadable', count: 12, title: 'A ZIP cannot be read'}`. */
export type ProblemKind = ProblemPage['codes'][number] & { readonly title: string };

interface ProblemFilterProps {
  readonly view: ProblemView;
  readonly kinds: readonly ProblemKind[];
  readonly files: ProblemPage['files'];
}

/** `<ProblemFilter view={view} kinds={kinds} files={page.files} />`: kinds by their titles, from A to Z. */
export function ProblemFilter({ view, kinds, files }: ProblemFilterProps) {
  const { severity, code, file } = view.filter;
  const byTitle = [...kinds].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return (
    <form className="problem-filter" method="get" action="#problems">
      {severity !== null && <input type="hidden" name="severity" value={severity} />}
      <Choice name="code" label="Kind" value={code} counts={byTitle} all="All kinds" />
      <Choice name="file" label="File" value={file} counts={files} all="All files" />
      <div>
        <label className="usa-label" htmlFor="problem-sort">
          Order
        </label>
        <select className="usa-input" id="problem-sort" name="sort" defaultValue={view.sort}>
          <option value="severity">Worst first</option>
          <option value="file">File and row</option>
          <option value="code">Kind</option>
        </select>
      </div>
      <button type="submit" className="usa-button usa-button--outline">
        Show
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly counts: readonly (ProblemPage['files'][number] & { readonly title?: string })[];
  readonly all: string;
}

function Choice({ name, label, value, counts, all }: ChoiceProps) {
  return (
    <div>
      <label className="usa-label" htmlFor={`problem-${name}`}>
        {label}
      </label>
      <select className="usa-input" id={`problem-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {counts.map((entry) => (
          <option key={entry.value} value={entry.value}>
            {entry.title ?? entry.value} ({entry.count.toLocaleString('en-US')})
          </option>
        ))}
      </select>
    </div>
  );
}
