'use client';
// Owns the saved place of this device as React sees it: the note, what a check of it came to, and what a voter can do
// with it. The address is not part of it.

import { useEffect, useState } from 'react';
import { FORGOTTEN } from '@/lib/client/forget';
import { placeListOf } from '@/lib/client/place-list';
import { checkSavedPlace, readSavedPlace, type SavedPlace, savedPlaceOf } from '@/lib/client/saved-place';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { AllMessages } from '@/lib/messages/messages';
import type { Reader } from '@/lib/view/reader';
import type { SavedCheck } from '@/lib/view/saved-place-view';
import { askToPersist, records } from './kept';
import { type ReleaseState, voterRelease } from './use-release';

/** `saved` is null where nothing was saved; `check` while it is still being made. */
export interface SavedPlaceState {
  readonly saved: SavedPlace | null;
  readonly check: SavedCheck | null;
  /** After a change: what is shown now is what was saved. */
  readonly keepNew: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Read once, and checked against each list that is opened. */
export function useSavedPlace(messages: AllMessages, release: ReleaseState): SavedPlaceState {
  const [saved, setSaved] = useState<SavedPlace | null>(null);
  const [check, setCheck] = useState<SavedCheck | null>(null);
  useEffect(() => whileNoted(setSaved), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are no reason to check again.
  useEffect(() => {
    if (saved === null || release.kind === 'loading') return;
    let isCurrent = true;
    void checkSavedPlace(saved, listOf(release), readerOf(messages)).then((result) => {
      if (!isCurrent) return;
      setCheck(result);
      if (result.kind === 'same' && release.kind === 'open') {
        void keep({ ...saved, asOf: release.release.pointer.issuedAt });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [saved, release]);

  async function keep(note: SavedPlace): Promise<boolean> {
    if (JSON.stringify(note) === JSON.stringify(saved)) return true;
    const isKept = await records.write('place', note);
    if (isKept) setSaved(note);
    return isKept;
  }

  async function keepNew(): Promise<void> {
    if (!saved || check?.kind !== 'changed' || release.kind !== 'open') return;
    await keep({ ...saved, shown: check.shown, asOf: release.release.pointer.issuedAt });
  }

  async function remove(): Promise<void> {
    await records.remove('place');
    setSaved(null);
    setCheck(null);
  }

  return { saved, check, keepNew, remove };
}

/** Saves an answer's place. False where it cannot be kept, or not be found again in the list. */
export async function savePlace(
  outcome: LookupOutcome,
  messages: AllMessages,
  release: ReleaseState,
): Promise<boolean> {
  const list = listOf(release);
  const note = list && (await savedPlaceOf(outcome, list, readerOf(messages)));
  if (!note) return false;
  askToPersist();
  return records.write('place', note);
}

/** Gives the note that is kept, and null once everything is taken away. Gives what ends that. */
function whileNoted(give: (note: SavedPlace | null) => void): () => void {
  let isCurrent = true;
  const read = async () => {
    const note = readSavedPlace(await records.read('place'));
    if (isCurrent) give(note);
  };
  void read();
  window.addEventListener(FORGOTTEN, read);
  return () => {
    isCurrent = false;
    window.removeEventListener(FORGOTTEN, read);
  };
}

function listOf(release: ReleaseState) {
  return release.kind === 'open' ? placeListOf(release.release, voterRelease().objects, new Date()) : null;
}

function readerOf(messages: AllMessages): Reader<AllMessages> {
  return { messages, now: new Date(), timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}
