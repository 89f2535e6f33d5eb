'use client';
// Owns picking the county or city where a release holds several. With one, there is nothing to ask.

import { useId } from 'react';
import type { AllMessages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';

interface OfficePickerProps {
  readonly messages: AllMessages;
  readonly localities: readonly LocalityRef[];
  readonly picked: LocalityRef | null;
  readonly onPick: (locality: LocalityRef | null) => void;
}

/** The one locality of a release, or null where the voter has to say which. */
export function onlyLocality(localities: readonly LocalityRef[]): LocalityRef | null {
  return localities.length === 1 ? (localities[0] ?? null) : null;
}

/** A plain select: the phone's own list is easier to use than any of ours. */
export function OfficePicker({ messages, localities, picked, onPick }: OfficePickerProps) {
  const id = useId();
  if (localities.length === 1) return null;
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {messages.waysIn.countyLabel}
      </label>
      <select
        id={id}
        className="usa-input"
        value={picked ? localities.indexOf(picked) : ''}
        onChange={(event) => onPick(localities[Number(event.target.value || -1)] ?? null)}
      >
        <option value="">{messages.waysIn.pick}</option>
        {localities.map(({ officeId, id: localityId, name, state }, index) => (
          <option key={`${officeId} ${localityId}`} value={index} dir="auto">
            {name}, {state}
          </option>
        ))}
      </select>
    </div>
  );
}
