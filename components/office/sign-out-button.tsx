'use client';
// Owns the button that ends this session. Where it cannot be reached, the session ends by itself after half an hour.

import { usePost } from './use-post';

/** In the bar of every page; leads to the sign-in page. */
export function SignOutButton() {
  const { post, isBusy, error } = usePost('/office/sign-in/');
  return (
    <>
      <button
        type="button"
        className="needs-script"
        aria-disabled={isBusy}
        onClick={() => !isBusy && post('/office/api/sign-out/', {})}
      >
        Sign out
      </button>
      {error !== null && <span role="alert">{error}</span>}
    </>
  );
}
