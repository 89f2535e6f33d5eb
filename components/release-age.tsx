'use client';
// Owns saying where the list came from and how old it is, where it is not fresh from this site.

import { useSyncExternalStore } from 'react';
import type { Messages } from '@/lib/messages/messages';
import { rungLine } from '@/lib/view/rung-line';
import { RungBanner } from './rung-banner';
import { useNow } from './use-now';
import type { ReleaseState } from './use-release';

interface ReleaseAgeProps {
  readonly messages: Messages;
  readonly release: ReleaseState;
}

/** "You are offline. This is from Tuesday, November 3, 6:10 pm", in the reader's own zone. A live region that is always
 *  there: what comes late is heard too, once. */
export function ReleaseAge({ messages, release }: ReleaseAgeProps) {
  const now = useNow();
  const seemsOffline = useSyncExternalStore(onNetworkChange, isOffline, () => false);
  const line = release.kind === 'open' ? lineOf(release, seemsOffline, messages, now) : null;
  return <div role="status">{line !== null && <RungBanner text={line} />}</div>;
}

function lineOf(
  { release: { rung, pointer } }: Extract<ReleaseState, { kind: 'open' }>,
  seemsOffline: boolean,
  messages: Messages,
  now: Date,
): string | null {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return rungLine({ ...pointer, rung }, seemsOffline, { messages, now, timeZone });
}

function onNetworkChange(look: () => void): () => void {
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  return () => {
    window.removeEventListener('online', look);
    window.removeEventListener('offline', look);
  };
}

/** Believed for words alone: devices say "online" for a network that leads nowhere. */
function isOffline(): boolean {
  return !navigator.onLine;
}
