// Owns how an office's own words look below an answer: what to bring first, then its hours and pages.

import type { OfficeFactsView } from '@/lib/view/office-facts';
import { ViewLink } from './paragraph-text';

interface OfficeFactsProps {
  readonly facts: OfficeFactsView;
}

/** Whatever the office has told; parts that it left out are left out. */
export function OfficeFacts({ facts }: OfficeFactsProps) {
  const { whatToBring, hours, links } = facts;
  return (
    <section className="office-facts">
      {whatToBring !== null && (
        <>
          <h3>{whatToBring.heading}</h3>
          <p className="office-words" lang={whatToBring.body.lang}>
            {whatToBring.body.text}
          </p>
        </>
      )}
      {hours !== null && (
        <p>
          {hours.map((part) =>
            typeof part === 'string' ? (
              part
            ) : (
              <span key={part.text} lang={part.lang}>
                {part.text}
              </span>
            ),
          )}
        </p>
      )}
      {links.length > 0 && (
        <ul className="result-links">
          {links.map((link) => (
            <li key={link.href}>
              <ViewLink link={link} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
