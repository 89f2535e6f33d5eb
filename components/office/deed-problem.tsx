// Owns saying why something was not done, where a screen reader hears it. Nothing, where nothing went wrong.

import type { PostError } from '@/lib/office-client/post-json-once';
import { Alert } from './alert';

/** `<DeedProblem problem={deed.problem} />` */
export function DeedProblem({ problem }: { readonly problem: PostError | null }) {
  if (problem === null) return null;
  return (
    <Alert kind="error" heading={problem.message} isNew>
      {problem.code === 'signIn' && (
        <p>
          <a href="/office/sign-in/">Sign in</a>
        </p>
      )}
    </Alert>
  );
}
