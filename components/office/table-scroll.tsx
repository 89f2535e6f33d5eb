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
    <section
      className={isTall ? 'table-scroll table-scroll-tall' : 'table-scroll'}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys (axe: scrollable-region-focusable)
      tabIndex={0}
    >
      {children}
    </section>
  );
}
