// Owns the causes of a draft as they are read: what is unusual, how much of it, some examples. Taking note of them is the
// approver's, on another page.

import type { ChangeCause } from '@/lib/office/compare/change-causes';
import { Alert } from './alert';

/** Nothing where there are none. */
export function DifferenceCauses({ causes }: { readonly causes: readonly ChangeCause[] }) {
  if (causes.length === 0) return null;
  return (
    <Alert kind="warning" heading="The approver has to take note of this">
      <ul className="cause-list">
        {causes.map(({ code, sentence, examples }) => (
          <li key={code}>
            <p>
              <bdi>{sentence}</bdi>
            </p>
            {examples.length > 0 && (
              <p className="quiet">
                <bdi>{examples.join(' · ')}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
