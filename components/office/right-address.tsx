'use client';
// Owns saying that a page was opened at another address than passkeys are bound to, which otherwise only fails.

import { useSyncExternalStore } from 'react';
import { Alert } from './alert';

const never = () => () => {};

/** Nothing, where the page is at `origin`. */
export function RightAddress({ origin, path }: { readonly origin: string; readonly path: string }) {
  const here = useSyncExternalStore(
    never,
    () => location.origin,
    () => origin,
  );
  if (here === origin) return null;
  return (
    <Alert kind="warning" heading="Passkeys do not work at this address">
      <p>
        Open this page at <a href={`${origin}${path}`}>{origin}</a>.
      </p>
    </Alert>
  );
}
