// Owns the causes of a draft as they are read: what is unusual, how much of it, some examples. Taking note of them is the
// approver's, on another page.

import type { ChangeCause } from '@/lib/office/compare/change-causes';
import { Alert } from './alert';
import { CauseExamples } from './cause-examples';
import { HelpLink } from './help-link';

/** Nothing where there are none. */
export function DifferenceCauses({ causes }: { readonly causes: readonly ChangeCause[] }) {
  if (causes.length === 0) return null;
  return (
    <Alert kind="warning" heading="The approver has to take note of this">
      <ul className="cause-list">
        {causes.map(({ sentence, ...cause }) => (
          <li key={cause.code}>
            <p>
              <bdi>{sentence}</bdi>
            </p>
            {cause.code === 'fix-lost' ? (
              <p>
                <a href="#fixes">See what, and put it back</a>
              </p>
            ) : (
              <CauseExamples {...cause} />
            )}
            <p>
              <HelpLink code={cause.code} />
            </p>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
