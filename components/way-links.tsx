// Owns how ways in are offered: a row of quiet buttons. They need script as the form does.

import type { Lookup, WayIn } from './use-lookup';

interface WayLinksProps {
  readonly lookup: Lookup;
  readonly ways: readonly (readonly [WayIn, string])[];
}

/** Each leads to a screen of its own; Back leads from it. */
export function WayLinks({ lookup, ways }: WayLinksProps) {
  return (
    <ul className="way-links">
      {ways.map(([way, text]) => (
        <li key={way}>
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => lookup.takeWay(way)}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
