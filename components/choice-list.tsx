// Owns how candidates are offered: one tap each, none picked beforehand, "None of these" last.
// Buttons and not radios, for a radio wants a second tap.

import type { ChooseView } from '@/lib/view/outcome-view';

interface ChoiceListProps {
  readonly view: ChooseView;
  /** The address to look up again; it stays on the device. */
  readonly onChoose: (ask: string) => void;
  readonly onNone: () => void;
}

/** Rows as wide as the page, each the street in full and its town. */
export function ChoiceList({ view, onChoose, onNone }: ChoiceListProps) {
  return (
    <ul className="choices" aria-label={view.legend}>
      {view.choices.map((choice) => (
        <li key={choice.id}>
          <button type="button" className="choice" onClick={() => onChoose(choice.ask)}>
            <bdi className="choice-text">{choice.text}</bdi>
            <bdi className="choice-detail">{choice.detail}</bdi>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="choice" onClick={onNone}>
          <span className="choice-text">{view.noneOfThese}</span>
        </button>
      </li>
    </ul>
  );
}
