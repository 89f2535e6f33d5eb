// Owns a comparison in short, for who says yes or no to it: numbers, and the largest changes as sentences.

import type { Difference } from '@/lib/office/compare/difference';
import { DifferenceFigures } from './difference-figures';
import { groupSentence, placeChangeText } from './difference-words';

const MOST = 6;

interface DifferenceSummaryProps {
  readonly difference: Difference;
  /** `/office/ms-adams/drafts/7Qk/compare/` */
  readonly path: string;
}

/** "What voters will see". */
export function DifferenceSummary({ difference, path }: DifferenceSummaryProps) {
  const { groups, places } = difference;
  const changed = places.filter(({ changes }) => changes.length > 0);
  const sentences = [
    ...groups.map((group) => ({
      key: group.key,
      text: groupSentence(group),
      href: `${path}?rows=${group.key}#${group.key}`,
    })),
    ...changed.map((place) => {
      const name = (place.draft ?? place.live)?.name ?? '';
      return { key: place.key, text: `${name}: ${placeChangeText(place)}`, href: `${path}#places` };
    }),
  ];
  return (
    <section className="desk-section" aria-labelledby="changes">
      <h2 id="changes">What changes for voters</h2>
      <DifferenceFigures difference={difference} path={path} />
      {sentences.length === 0 && <p>Every address leads to the same place as before.</p>}
      <ul>
        {sentences.slice(0, MOST).map(({ key, text, href }) => (
          <li key={key}>
            <a href={href}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {sentences.length > MOST && <a href={path}>And {sentences.length - MOST} more</a>}
    </section>
  );
}
