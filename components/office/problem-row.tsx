// Owns one row of the problem table: one line high, however long its texts are. Whoever wants the rest looks at the panel.

import type { StoredProblem } from '@/lib/office/drafts/stored-problems';
import { SeverityLabel } from './severity-label';

interface ProblemRowProps {
  readonly problem: StoredProblem;
  /** The same without script. */
  readonly href: string;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

/** `<tr>`; the link in it is reached by the keys of the table. */
export function ProblemRow({ problem, href, isShown, onShow }: ProblemRowProps) {
  const { severity, file, row, column, value, message } = problem;
  return (
    <tr className={isShown ? 'problem-shown' : undefined} onClick={onShow}>
      <td>
        <a
          className="problem-link"
          href={href}
          aria-current={isShown ? 'true' : undefined}
          tabIndex={isShown ? 0 : -1}
          onClick={(event) => {
            // With a key held, it is a link to be opened elsewhere.
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) event.preventDefault();
          }}
          onFocus={onShow}
        >
          <SeverityLabel kind={severity} />
        </a>
      </td>
      <td className="problem-line">{file}</td>
      <td className="number">{row?.toLocaleString('en-US')}</td>
      <td className="problem-line">
        {column}
        {column !== null && value !== null && ': '}
        {value !== null && <bdi>{value}</bdi>}
      </td>
      <td className="problem-line problem-message">{message}</td>
    </tr>
  );
}
