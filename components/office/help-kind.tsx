// Owns what kind of thing a code stands for, in words: a severity, or something to take note of.

import type { HelpKind } from '@/lib/ingest/problems/help-page';
import { SeverityLabel } from './severity-label';

/** `<HelpKindLabel kind="conflict" />` */
export function HelpKindLabel({ kind }: { readonly kind: HelpKind }) {
  return kind === 'note' ? <span className="severity">To take note of</span> : <SeverityLabel kind={kind} />;
}
