'use client';
// Owns when what an answer does not need is fetched: at once where something was saved or is asked for, else after
// everything that the voter waits for. Then it brings the device's copy up to the release that is open.

import { useEffect, useState } from 'react';
import { RECORDS_CACHE } from '@/lib/client/kept-records';
import { keepLoadedFiles } from '@/lib/client/shell-worker';
import type { ReleaseState } from './use-release';

/** What `later-parts` holds. */
export type LaterParts = typeof import('./later-parts');

/** After the answer's own files, and after the page has stopped moving. */
const AFTER_MS = 4000;

/** null until it is there; for good where it cannot be had. `isWanted`: the voter has an answer, or asks for it. */
export function useLaterParts(release: ReleaseState, isWanted: boolean): LaterParts | null {
  const [parts, setParts] = useState<LaterParts | null>(null);
  const opened = release.kind === 'open' ? release.release : null;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => void import('./later-parts').then(setParts, () => {});
    if (isWanted) load();
    else {
      void hasNotes().then((has) => {
        timer = setTimeout(load, has ? 0 : AFTER_MS);
      });
    }
    return () => clearTimeout(timer);
  }, [isWanted]);

  useEffect(() => {
    if (parts === null) return;
    void keepLoadedFiles(navigator.serviceWorker);
    if (opened === null || (opened.rung !== 'live' && opened.rung !== 'mirror')) return;
    const timer = setTimeout(() => {
      void alone(() => parts.keepCurrent(parts.keptPorts(), opened.pointer));
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [parts, opened]);

  return parts;
}

/** Whether something was ever saved here, without the script that knows what. */
async function hasNotes(): Promise<boolean> {
  try {
    return await window.caches.has(RECORDS_CACHE);
  } catch {
    return false;
  }
}

/** Of several tabs, one does it. */
async function alone(work: () => Promise<unknown>): Promise<void> {
  if (!navigator.locks) await work();
  else await navigator.locks.request('levee-keep', { ifAvailable: true }, (lock) => lock && work());
}
