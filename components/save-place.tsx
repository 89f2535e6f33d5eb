'use client';
// Owns "save this place on my device", and saying what is saved and what is not before it is tapped.

import { useState } from 'react';
import { canBeSaved } from '@/lib/client/saved-place';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { AllMessages } from '@/lib/messages/messages';
import type { ReleaseState } from './use-release';
import { savePlace } from './use-saved-place';

interface SavePlaceProps {
  readonly messages: AllMessages;
  readonly outcome: LookupOutcome;
  readonly release: ReleaseState;
}

/** Nothing where the answer is not one sure place of an election to come. */
export function SavePlace({ messages, outcome, release }: SavePlaceProps) {
  const say = messages.savedPlace;
  const [said, setSaid] = useState<string | null>(null);
  if (!canBeSaved(outcome)) return null;
  async function save() {
    setSaid((await savePlace(outcome, messages, release)) ? say.saved : say.notSaved);
  }
  return (
    <div className="save-place no-print">
      {said !== say.saved && (
        <>
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => void save()}>
            {say.save}
          </button>
          <p className="usa-hint">{say.what}</p>
        </>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
