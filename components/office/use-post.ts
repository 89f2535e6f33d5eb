// Owns how a form or button of the desk sends something and goes on after it. Knows no form.

import { postJson } from '@/lib/office-client/post-json';
import type { PostError } from '@/lib/office-client/post-json-once';
import { useDeed } from './use-deed';

export interface Post {
  /** `post('/office/api/settings/ms-adams/phone/', {number})` */
  readonly post: (path: string, body: unknown) => Promise<void>;
  readonly isBusy: boolean;
  /** Why it did not work; null: nothing went wrong. */
  readonly problem: PostError | null;
}

/** Send and go on: to `next`, else to the `next` of the answer (`{next: '/office/ms-adams/jobs/7Qk/'}`), else the page is
 *  loaded again. */
export function usePost(next?: string): Post {
  const { isBusy, problem, run } = useDeed();
  const post = (path: string, body: unknown) =>
    run(
      () => postJson(path, body),
      (answer) => goTo(next ?? nextOf(answer)),
    );
  return { post, isBusy, problem };
}

function nextOf(answer: unknown): string | null {
  const next = (answer as { readonly next?: unknown } | null)?.next;
  return typeof next === 'string' && next.startsWith('/office/') ? next : null;
}

function goTo(path: string | null): 'leaves' {
  if (path === null) location.reload();
  else location.assign(path);
  return 'leaves';
}
