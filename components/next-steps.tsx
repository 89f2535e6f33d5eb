// Owns what is left to do after an answer that shows no place: buttons for this page, links for others.

import type { LinkView, Way, WayView } from '@/lib/view/outcome-view';
import { ViewLink } from './paragraph-text';

interface NextStepsProps {
  readonly heading: string;
  readonly ways: readonly WayView[];
  readonly links: readonly LinkView[];
  readonly onWay: (way: Way) => void;
}

/** A short list, most useful first; nothing where there is nothing to do. */
export function NextSteps({ heading, ways, links, onWay }: NextStepsProps) {
  if (ways.length === 0) return <LinkList links={links} />;
  return (
    <section className="next-steps no-print">
      <h3>{heading}</h3>
      <ul>
        {ways.map(({ way, text, isMain }) => (
          <li key={way}>
            <button
              type="button"
              className={isMain ? 'usa-button' : 'usa-button usa-button--unstyled'}
              onClick={() => onWay(way)}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
      <LinkList links={links} />
    </section>
  );
}

function LinkList({ links }: Pick<NextStepsProps, 'links'>) {
  if (links.length === 0) return null;
  return (
    <ul className="result-links">
      {links.map((link) => (
        <li key={link.href}>
          <ViewLink link={link} />
        </li>
      ))}
    </ul>
  );
}
