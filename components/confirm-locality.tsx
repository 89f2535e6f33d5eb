// Owns "Do you live in Adams County?": two buttons of the same weight, so that neither answer is suggested.

import type { ConfirmView } from '@/lib/view/outcome-view';

interface ConfirmLocalityProps {
  readonly view: ConfirmView;
  readonly onAnswer: (livesThere: boolean) => void;
}

/** The question itself is the result's heading; here are its answers. */
export function ConfirmLocality({ view, onAnswer }: ConfirmLocalityProps) {
  return (
    <ul className="choices" aria-label={view.headline}>
      <li>
        <button type="button" className="choice" onClick={() => onAnswer(true)}>
          <span className="choice-text">{view.yes}</span>
        </button>
      </li>
      <li>
        <button type="button" className="choice" onClick={() => onAnswer(false)}>
          <span className="choice-text">{view.no}</span>
        </button>
      </li>
    </ul>
  );
}
