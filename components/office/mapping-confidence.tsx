// Owns how sure a guess about a column is, in words and by a shape: no colour is needed to tell them apart.

import type { Confidence } from '@/lib/ingest/mapping/table-mapping';
import { confidenceWords } from './mapping-words';

const shapes: Readonly<Record<Confidence | 'chosen', string>> = {
  sure: 'M6.2 12.6 1.8 8.2l1.6-1.6 2.8 2.8 6.4-6.4 1.6 1.6z',
  likely:
    'M1.5 9.6c2.2-3.4 4.6-3.4 6.6-1.9 1.8 1.3 3.2 1.3 4.8-1l1.7 1.2c-2.2 3.3-4.7 3.4-6.9 1.8C6 8.4 4.7 8.6 3.2 10.8z',
  unsure: 'M8 1l7 14H1z M7 6v5h2V6z M7 12v1.5h2V12z',
  chosen: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
};

/** `<MappingConfidence kind="unsure" id="sure-0-3" />`: shape and words. `id`: what the column's list is described by. */
export function MappingConfidence({
  kind,
  id,
}: {
  readonly kind: Confidence | 'chosen';
  readonly id: string;
}) {
  return (
    <span className={`mapping-confidence mapping-confidence-${kind}`} id={id}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path fillRule="evenodd" d={shapes[kind]} />
      </svg>
      {confidenceWords[kind]}
    </span>
  );
}
