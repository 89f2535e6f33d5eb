'use client';
// Owns the one release of a page view as React sees it: opened as soon as the page is there, opened anew when the
// network or the reader comes back, its state for drawing.

import { useEffect, useState } from 'react';
import { deviceCopy } from '@/lib/client/device-copy';
import { deviceStorage } from '@/lib/client/device-storage';
import type { OpenedRelease } from '@/lib/client/ladder/open-best';
import { siteRungs } from '@/lib/client/ladder/site-rungs';
import { mirrors, publicKeys, siteOffices } from '@/lib/client/site-config';
import { createVoterRelease, type VoterRelease } from '@/lib/client/voter-release';

/** `loading` until the root has been verified, or has not. */
export type ReleaseState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly release: OpenedRelease }
  | { readonly kind: 'failed' };

/** A page that is looked at looks for late changes, well before half an hour is over. */
const LOOK_AGAIN_AFTER_MS = 10 * 60_000;

let shared: VoterRelease | null = null;

/** The page's release. One for all components, so that nothing is fetched or verified twice. */
export function voterRelease(): VoterRelease {
  shared ??= create();
  return shared;
}

/** Have this page read another release than the site's: a draft's preview does, before its components are drawn. */
export function readRelease(release: VoterRelease): void {
  shared = release;
}

function create(): VoterRelease {
  const device = deviceCopy(deviceStorage);
  return createVoterRelease({
    rungs: siteRungs(mirrors, device, (input, init) => fetch(input, init)),
    device,
    timers: {
      after: (ms, ring) => {
        const timer = setTimeout(ring, ms);
        return () => clearTimeout(timer);
      },
    },
    publicKeys,
    storage: () => localStorage,
    now: () => new Date(),
    canVerify: globalThis.crypto?.subtle !== undefined,
    siteOffices,
  });
}

/** What can be drawn of the release; `revision` changes after an answer, which may have opened it anew. */
export function useReleaseState(revision: unknown): ReleaseState {
  const [state, setState] = useState<ReleaseState>({ kind: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` is the reason to look again, not an input.
  useEffect(() => {
    let isCurrent = true;
    async function look(anew: boolean) {
      const opened = await (anew ? voterRelease().openAnew() : voterRelease().open());
      if (isCurrent) setState(opened.ok ? { kind: 'open', release: opened.value } : { kind: 'failed' });
    }
    const stopLooking = onReturn(look);
    void look(false);
    return () => {
      isCurrent = false;
      stopLooking();
    };
  }, [revision]);
  return state;
}

/** Calls when the network is back (anew), and when the page is looked at again or still. Gives what ends that. */
function onReturn(look: (anew: boolean) => void): () => void {
  const online = () => look(true);
  const seen = () => {
    if (document.visibilityState === 'visible') look(false);
  };
  const timer = setInterval(seen, LOOK_AGAIN_AFTER_MS);
  window.addEventListener('online', online);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', seen);
  };
}
