// Owns the filters by kind and file, and the order, as a form that works without script.

import type { ProblemPage } from '@/lib/office/drafts/read-problems';
import type { ProblemView } from '@/lib/office-client/problems-query';

interface ProblemFilterProps {
  readonly view: ProblemView;
  readonly page: Pick<ProblemPage, 'codes' | 'files'>;
}

/** `<ProblemFilter view={view} page={page} />` */
export function ProblemFilter({ view, page: { codes, files } }: ProblemFilterProps) {
  const { severity, code, file } = view.filter;
  return (
    <form className="problem-filter" method="get" action="#problems">
      {severity !== null && <input type="hidden" name="severity" value={severity} />}
      <Choice name="code" label="Kind" value={code} counts={codes} all="All kinds" />
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
  readonly counts: ProblemPage['codes'];
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
            {entry.value} ({entry.count.toLocaleString('en-US')})
          </option>
        ))}
      </select>
    </div>
  );
}
