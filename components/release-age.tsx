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

/** "You are offline. This is from Tuesday, November 3, 6:10 pm", in the reader's own zone. */
export function ReleaseAge({ messages, release }: ReleaseAgeProps) {
  const now = useNow();
  const seemsOffline = useSyncExternalStore(onNetworkChange, isOffline, () => false);
  if (release.kind !== 'open') return null;
  const { rung, pointer } = release.release;
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const line = rungLine({ ...pointer, rung }, seemsOffline, { messages, now, timeZone });
  return line === null ? null : <RungBanner text={line} />;
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
