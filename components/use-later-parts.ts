'use client';
// Owns when what an answer does not need is fetched: at once where something was saved or is asked for, else after
// everything that the voter waits for. Then it brings the device's copy up to the release that is open.

import { useEffect, useState } from 'react';
import { RECORDS_CACHE } from '@/lib/client/device-storage';
import { whenIdle } from '@/lib/client/when-idle';
import type { AllMessages, LaterMessages, Messages } from '@/lib/messages/messages';
import type { ReleaseState } from './use-release';

/** What `later-parts` holds, and all of the language's texts. */
export type LaterParts = typeof import('./later-parts') & { readonly messages: AllMessages };

/** After what the parts fetch themselves. */
const AFTER_MS = 4000;

/** null until it is there; for good where it cannot be had. `isWanted`: the voter has an answer, or asks for it.
 *  `textsPath`: where the language's `LaterMessages` lie. */
export function useLaterParts(
  release: ReleaseState,
  isWanted: boolean,
  messages: Messages,
  textsPath: string,
): LaterParts | null {
  const [parts, setParts] = useState<LaterParts | null>(null);
  const opened = release.kind === 'open' ? release.release : null;

  useEffect(() => {
    let isCurrent = true;
    const load = () =>
      void Promise.all([import('./later-parts'), laterTexts(textsPath)]).then(
        ([loaded, texts]) => isCurrent && setParts({ ...loaded, messages: { ...messages, ...texts } }),
        () => {},
      );
    const stopWaiting = isWanted ? load() : whenIdle(load);
    if (!isWanted) void hasNotes().then((has) => has && isCurrent && load());
    return () => {
      isCurrent = false;
      stopWaiting?.();
    };
  }, [isWanted, messages, textsPath]);

  useEffect(() => {
    if (parts === null) return;
    void parts.keepLoadedFiles(navigator.serviceWorker);
    if (opened === null || (opened.rung !== 'live' && opened.rung !== 'mirror')) return;
    const timer = setTimeout(() => {
      void alone(() => parts.keepCurrent(parts.keptPorts(), opened.pointer));
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [parts, opened]);

  return parts;
}

async function laterTexts(path: string): Promise<LaterMessages> {
  const response = await fetch(path, { credentials: 'omit' });
  if (!response.ok) throw new Error(`no texts: ${response.status}`);
  return response.json();
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
