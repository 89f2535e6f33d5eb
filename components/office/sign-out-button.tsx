'use client';
// Owns the button that ends this browser's session.

import { postJson } from '@/lib/office-client/post-json';
import { useDeed } from './use-deed';

/** Leads to the sign-in page, also where the session was over before. */
export function SignOutButton() {
  const deed = useDeed();
  const leave = async () => {
    const result = await postJson('/office/api/sign-out/', {});
    return result.ok || result.error.code === 'signIn' ? ({ ok: true, value: null } as const) : result;
  };
  return (
    <button
      type="button"
      className="needs-script"
      aria-disabled={deed.isBusy}
      onClick={() => deed.run(leave, () => location.assign('/office/sign-in/?why=left'))}
    >
      {deed.problem === null ? 'Sign out' : 'Sign out (try again)'}
    </button>
  );
}
