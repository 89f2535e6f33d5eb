// Owns saying why something was not done, where a screen reader hears it and an eye sees it. Nothing, where nothing went wrong.

import type { PostError } from '@/lib/office-client/post-json-once';
import { Alert } from './alert';
import { SignInHere } from './sign-in-here';

/** `<DeedProblem problem={deed.problem} />` */
export function DeedProblem({ problem }: { readonly problem: PostError | null }) {
  if (problem === null) return null;
  return (
    <div ref={intoView}>
      <Alert kind="error" heading={problem.message} isNew>
        {problem.code === 'signIn' && <SignInHere />}
      </Alert>
    </div>
  );
}

/** Below a long panel that scrolls it may lie out of sight. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
