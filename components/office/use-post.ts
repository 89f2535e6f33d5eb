// Owns how a form or button of the desk sends something: one at a time, with what went wrong to show, and where to go
// after it. Knows no form.

import { useState } from 'react';
import { postJson } from '@/lib/office-client/post-json';

export interface Post {
  /** `post('/office/api/settings/ms-adams/phone/', {number})`: true once it was done and the browser goes on. */
  readonly post: (path: string, body: unknown) => Promise<boolean>;
  readonly isBusy: boolean;
  /** A sentence; null: nothing went wrong. */
  readonly error: string | null;
}

/** Send and go on: to `next`, else to the `next` of the answer (`{next: '/office/ms-adams/jobs/7Qk/'}`), else the page is
 *  loaded again. Where the session is over, to the sign-in page and back. */
export function usePost(next?: string): Post {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const post = async (path: string, body: unknown): Promise<boolean> => {
    setIsBusy(true);
    setError(null);
    const result = await postJson(path, body);
    if (result.ok) {
      goTo(next ?? nextOf(result.value));
      return true;
    }
    if (result.error.code === 'signIn')
      goTo(`/office/sign-in/?next=${encodeURIComponent(location.pathname)}`);
    setError(result.error.message);
    setIsBusy(false);
    return false;
  };
  return { post, isBusy, error };
}

function nextOf(answer: unknown): string | null {
  const next = (answer as { readonly next?: unknown } | null)?.next;
  return typeof next === 'string' && next.startsWith('/office/') ? next : null;
}

function goTo(path: string | null): void {
  if (path === null) location.reload();
  else location.assign(path);
}
