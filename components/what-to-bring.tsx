// Owns how an office's own words on what to bring look, below the places that they are for.

import type { OfficeFactsView } from '@/lib/view/office-facts';

interface WhatToBringProps {
  readonly facts: OfficeFactsView;
}

/** The office's text as it wrote it; nothing where it wrote none. */
export function WhatToBring({ facts: { whatToBring } }: WhatToBringProps) {
  if (whatToBring === null) return null;
  return (
    <section className="what-to-bring">
      <h3>{whatToBring.heading}</h3>
      <p className="office-words" lang={whatToBring.body.lang} dir="auto">
        {whatToBring.body.text}
      </p>
    </section>
  );
}
