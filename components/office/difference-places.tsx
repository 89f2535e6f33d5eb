// Owns the polling places of both lists side by side: changed ones first, with what leads to each.

import type { ComparedPlace, PlaceFacts } from '@/lib/office/compare/difference';
import { placeChangeText, rangesText, respeltText } from './difference-words';

/** Two columns where there is room, one below the other where there is not. */
export function DifferencePlaces({ places }: { readonly places: readonly ComparedPlace[] }) {
  const changed = places.filter(({ changes, liveRanges, draftRanges }) => {
    return changes.length > 0 || liveRanges !== draftRanges;
  });
  const same = places.length - changed.length;
  const respelt = places.filter(({ isRespelt }) => isRespelt);
  return (
    <section className="difference-part" id="places">
      <h2>Polling places</h2>
      <ul className="difference-places">
        {changed.map((place) => (
          <li key={place.key} className="difference-place">
            <h3>
              <bdi>{(place.draft ?? place.live)?.name}</bdi>
              <span className="difference-place-change">{placeChangeText(place)}</span>
            </h3>
            <div className="difference-sides">
              <Side heading="Live now" facts={place.live} other={place.draft} ranges={place.liveRanges} />
              <Side heading="This list" facts={place.draft} other={place.live} ranges={place.draftRanges} />
            </div>
          </li>
        ))}
      </ul>
      {same > 0 && <p className="quiet difference-same">{sameText(same, changed.length === 0)}</p>}
      {respelt.length > 0 && (
        <details className="difference-respelt" open={respelt.length <= MOST_OPEN}>
          <summary>{respeltText(respelt.length)}</summary>
          <p>It is the same address, and no change. Voters read the new spelling.</p>
          <ul>
            {respelt.map(({ key, live, draft }) => (
              <li key={key}>
                <bdi>{speltText(live)}</bdi>, now <bdi>{speltText(draft)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** More of them stand behind their number. */
const MOST_OPEN = 5;

const speltText = (facts: PlaceFacts | null): string =>
  facts === null ? '' : `${facts.name}, ${facts.address}`;

interface SideProps {
  readonly heading: string;
  readonly facts: PlaceFacts | null;
  /** What differs from it is set in bold. */
  readonly other: PlaceFacts | null;
  readonly ranges: number;
}

const kindWords = {
  electionDay: null,
  earlyVoting: 'Early voting',
  dropBox: 'Drop box',
} as const;

function Side({ heading, facts, other, ranges }: SideProps) {
  const text = (value: string, before: string | null | undefined) =>
    other !== null && value !== before ? <strong>{value}</strong> : value;
  return (
    <div className="difference-side">
      <h4>{heading}</h4>
      {facts === null ? (
        <p className="quiet">Not on this list</p>
      ) : (
        <>
          <p>
            <bdi>{text(facts.name, other?.name)}</bdi>
          </p>
          <p>
            <bdi>{text(facts.address, other?.address)}</bdi>
          </p>
          <p>
            <bdi>{text(facts.hours ?? 'No hours given', other?.hours ?? 'No hours given')}</bdi>
          </p>
          {kindWords[facts.kind] && <p>{kindWords[facts.kind]}</p>}
          <p className="quiet">{rangesText(ranges)} of the list</p>
        </>
      )}
    </div>
  );
}

/** `One polling place stays as it is.` */
function sameText(same: number, isAll: boolean): string {
  if (same === 1) return isAll ? 'The polling place stays as it is.' : 'One polling place stays as it is.';
  return `${isAll ? 'All' : same.toLocaleString('en-US')} polling places stay as they are.`;
}
