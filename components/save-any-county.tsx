'use client';
// Owns "save my county" without an address: which county, then the button.

import { useState } from 'react';
import type { AllMessages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import { OfficePicker, onlyLocality } from './office-picker';
import { SaveCounty } from './save-county';

interface SaveAnyCountyProps {
  readonly messages: AllMessages;
  readonly release: OpenRelease;
}

/** With one county there is nothing to pick. */
export function SaveAnyCounty({ messages, release }: SaveAnyCountyProps) {
  const [locality, setLocality] = useState<LocalityRef | null>(onlyLocality(release.localities));
  return (
    <>
      <OfficePicker
        messages={messages}
        localities={release.localities}
        picked={locality}
        onPick={setLocality}
      />
      {locality && (
        <SaveCounty
          key={`${locality.officeId} ${locality.id}`}
          messages={messages}
          release={release}
          locality={locality}
        />
      )}
    </>
  );
}
