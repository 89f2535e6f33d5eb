// Owns how office pages tell the office host to do something: one JSON request, and where the host wants the passkey seen
// again, that first, and the request once more. Knows no page.

import type { Result } from '@/lib/core/result';
import { stepUp } from './passkey';
import { type PostError, postJsonOnce } from './post-json-once';

/** `await postJson('/office/api/drafts/ms-adams/7Qk…/submit/', {})`: what the host answered, or why not, as
 *  `{code, message}` with a sentence to show. `signIn`: the session is over; the page leads to the sign-in page. */
export async function postJson(path: string, body: unknown): Promise<Result<unknown, PostError>> {
  const first = await postJsonOnce(path, body);
  if (first.ok || first.error.code !== 'stepUp') return first;
  const shown = await stepUp();
  return shown.ok ? postJsonOnce(path, body) : shown;
}
