// Owns the row that key figures stand in.

import type { ReactNode } from 'react';

/** A list of `KeyFigure`. */
export function KeyFigures({ children }: { readonly children: ReactNode }) {
  return <ul className="figures">{children}</ul>;
}
