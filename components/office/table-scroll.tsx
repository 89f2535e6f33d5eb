// Owns the frame of a wide table: it scrolls by itself, so that the page never does, and can be scrolled by keys.

import type { ReactNode } from 'react';

interface TableScrollProps {
  /** What the table holds, for a screen reader: `Releases`. */
  readonly label: string;
  /** At most this part of the screen, with the header in sight; absent: as long as the table is. */
  readonly isTall?: boolean;
  /** A `<table className="desk-table">`. */
  readonly children: ReactNode;
}

/** `<TableScroll label="Releases"><table className="desk-table">…</table></TableScroll>` */
export function TableScroll({ label, isTall = false, children }: TableScrollProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form; a section would be one more landmark
    <div
      className={isTall ? 'table-scroll table-scroll-tall' : 'table-scroll'}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys (axe: scrollable-region-focusable)
      tabIndex={0}
    >
      {children}
    </div>
  );
}
