'use client';
// Owns the one release of a page view as React sees it: opened as soon as the page is there, its state for drawing.

import { useEffect, useState } from 'react';
import { httpSource } from '@/lib/client/http-source';
import { publicKeys, siteOffices } from '@/lib/client/site-config';
import { createVoterRelease, type VoterRelease } from '@/lib/client/voter-release';
import type { OpenRelease } from '@/lib/release/reader';
import type { ReleaseSource } from '@/lib/release/verified-objects';

/** `loading` until the root has been verified, or has not. */
export type ReleaseState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly release: OpenRelease }
  | { readonly kind: 'failed' };

let shared: VoterRelease | null = null;

/** Where all release files come from: this very site. */
export function releaseSource(): ReleaseSource {
  return httpSource('', (input, init) => fetch(input, init));
}

/** The page's release. One for all components, so that nothing is fetched or verified twice. */
export function voterRelease(): VoterRelease {
  shared ??= createVoterRelease({
    source: releaseSource(),
    publicKeys,
    storage: () => localStorage,
    now: () => new Date(),
    canVerify: globalThis.crypto?.subtle !== undefined,
    siteOffices,
  });
  return shared;
}

/** What can be drawn of the release; `revision` changes after an answer, which may have opened it anew. */
export function useReleaseState(revision: unknown): ReleaseState {
  const [state, setState] = useState<ReleaseState>({ kind: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` is the reason to look again, not an input.
  useEffect(() => {
    let isCurrent = true;
    voterRelease()
      .open()
      .then((opened) => {
        if (!isCurrent) return;
        setState(opened.ok ? { kind: 'open', release: opened.value } : { kind: 'failed' });
      });
    return () => {
      isCurrent = false;
    };
  }, [revision]);
  return state;
}
