// Owns the list of all pages of help: what can be wrong, in groups, each line with how bad it is. Decides no order.

import type { HelpGroup } from '@/lib/office/help/help-pages';
import { HelpKindLabel } from './help-kind';

/** `<HelpList groups={helpGroups()} />` */
export function HelpList({ groups }: { readonly groups: readonly HelpGroup[] }) {
  return (
    <div className="help">
      {groups.map(({ heading, text, pages }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {text !== null && <p className="help-text quiet">{text}</p>}
          <ul className="help-list">
            {pages.map(({ code, title, kind }) => (
              <li key={code}>
                <a href={`/office/help/problems/${code}/`}>{title}</a>
                <HelpKindLabel kind={kind} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
