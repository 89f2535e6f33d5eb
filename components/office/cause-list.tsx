// Owns what an approver has to take note of, one cause at a time, each with its count. Decides nothing.

import type { ChangeCause } from '@/lib/office/compare/change-causes';
import { CauseExamples } from './cause-examples';
import { HelpLink } from './help-link';
import { PostButton } from './post-button';

interface CauseListProps {
  readonly path: string;
  readonly causes: readonly (ChangeCause & { readonly isNoted: boolean })[];
  readonly mayNote: boolean;
}

/** The section "Take note of this"; says so where there is nothing. */
export function CauseList({ path, causes, mayNote }: CauseListProps) {
  return (
    <section className="desk-section" aria-labelledby="causes">
      <h2 id="causes">Take note of this</h2>
      {causes.length === 0 && <p>Nothing about these changes is unusual.</p>}
      {causes.length > 0 && (
        <ul className="cause-list">
          {causes.map(({ code, count, sentence, examples, isNoted }) => (
            <li key={code}>
              <p>{sentence}</p>
              {code === 'fix-lost' && <CauseExamples code={code} count={count} examples={examples} />}
              <p>
                <HelpLink code={code} />
              </p>
              {isNoted && <p className="cause-noted">You have taken note of this.</p>}
              {!isNoted && mayNote && (
                <PostButton
                  path={path}
                  body={{ code, count }}
                  label="I have taken note of this"
                  kind="outline"
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
