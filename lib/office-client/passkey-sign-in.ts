// Owns signing this browser in with a passkey: asked for by the browser itself, or by a person's name. Knows no page.

import type { Result } from '@/lib/core/result';
import { askPasskey } from './passkey';
import { type PostError, postJsonOnce } from './post-json-once';

/** `name` null: whichever passkey the browser has for this site. */
export async function signIn(name: string | null): Promise<Result<unknown, PostError>> {
  const begun =
    name === null
      ? await postJsonOnce('/office/api/sign-in/begin/', {})
      : await postJsonOnce('/office/api/sign-in/by-name/', { name });
  if (!begun.ok) return begun;
  const response = await askPasskey((begun.value as { readonly options: unknown }).options);
  if (!response.ok) return response;
  const path = '/office/api/sign-in/finish/';
  return postJsonOnce(path, { response: response.value }, accountHeader(response.value));
}

/** The passkey itself says whose it is. Told before anything is read, it keeps this try apart from a flood's. */
function accountHeader(response: unknown): Readonly<Record<string, string>> {
  const handle = (response as { readonly response?: { readonly userHandle?: string } }).response?.userHandle;
  if (!handle) return {};
  try {
    const id = atob(handle.replaceAll('-', '+').replaceAll('_', '/'));
    return /^[A-Za-z0-9_-]{8,64}$/.test(id) ? { 'X-Levee-Account': id } : {};
  } catch {
    return {};
  }
}
