// Owns how an office's hours and pages look, below its name and phone.

import type { OfficeFactsView } from '@/lib/view/office-facts';
import { ViewLink } from './paragraph-text';

interface OfficeDetailsProps {
  readonly facts: OfficeFactsView;
}

/** Whatever the office has told; nothing at all where it told neither. */
export function OfficeDetails({ facts: { hours, links, languagesLine } }: OfficeDetailsProps) {
  if (hours === null && links.length === 0 && languagesLine === null) return null;
  return (
    <div className="office-details">
      {hours !== null && (
        <p>
          {hours.map((part) =>
            typeof part === 'string' ? (
              part
            ) : (
              <bdi key={part.text} lang={part.lang}>
                {part.text}
              </bdi>
            ),
          )}
        </p>
      )}
      {languagesLine !== null && <p>{languagesLine}</p>}
      {links.length > 0 && (
        <ul className="result-links">
          {links.map((link) => (
            <li key={link.href}>
              <ViewLink link={link} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
