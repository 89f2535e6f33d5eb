// Owns how a place's accessibility facts look: a short list, each with its answer, and when it was checked.

import type { AccessView } from '@/lib/view/outcome-view';
import { ParagraphText } from './paragraph-text';

interface PlaceAccessProps {
  readonly access: AccessView;
  /** Folded behind its heading, where several places stand below each other. */
  readonly isFolded: boolean;
}

/** Unknown is said in words, in the place of the answer. */
export function PlaceAccess({ access, isFolded }: PlaceAccessProps) {
  if (isFolded) {
    return (
      <details className="place-access">
        <summary>{access.heading}</summary>
        <Facts access={access} />
      </details>
    );
  }
  return (
    <div className="place-access">
      <p className="place-access-heading">{access.heading}</p>
      <Facts access={access} />
    </div>
  );
}

function Facts({ access: { facts, allUnknown, relayLine, checkedLine } }: Pick<PlaceAccessProps, 'access'>) {
  return (
    <>
      {facts.length > 0 && (
        <dl className="access-facts">
          {facts.map(({ label, value, isKnown }) => (
            <div key={label} className={isKnown ? undefined : 'access-unknown'}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {allUnknown !== null && <p>{allUnknown}</p>}
      {relayLine !== null && (
        <p>
          <ParagraphText paragraph={relayLine} />
        </p>
      )}
      {checkedLine !== null && (
        <p className="access-checked">
          {typeof checkedLine === 'string' ? (
            checkedLine
          ) : (
            <time dateTime={checkedLine.dateTime}>{checkedLine.text}</time>
          )}
        </p>
      )}
    </>
  );
}
