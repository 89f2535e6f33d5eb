// Owns the examples of a cause: some of what is counted. What was put right and is lost has to be looked at thing by thing, and stands
// in a list.

import type { ChangeCause } from '@/lib/office/compare/change-causes';

/** Nothing where there are none. */
export function CauseExamples({ code, count, examples }: Pick<ChangeCause, 'code' | 'count' | 'examples'>) {
  if (examples.length === 0) return null;
  if (code !== 'fix-lost') {
    return (
      <p className="quiet">
        <bdi>{examples.join(' · ')}</bdi>
      </p>
    );
  }
  return (
    <ul className="cause-examples">
      {examples.map((example) => (
        <li key={example}>
          <bdi>{example}</bdi>
        </li>
      ))}
      {count > examples.length && <li>{(count - examples.length).toLocaleString('en-US')} more</li>}
    </ul>
  );
}
