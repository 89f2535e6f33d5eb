'use client';
// Owns "List of all places": every place of one office, by name, with a box to narrow the list.

import { useId, useState } from 'react';
import { placesOf } from '@/lib/client/office-directory';
import { formatCount } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import type { PlaceView } from '@/lib/view/outcome-view';
import { placeViews } from './directory-places';
import { OfficePicker, onlyLocality } from './office-picker';
import { useDirectory } from './use-directory';

interface AllPlacesProps {
  readonly messages: AllMessages;
  readonly release: OpenRelease;
}

/** County, then the list. It says that one's own place depends on the address. */
export function AllPlaces({ messages, release }: AllPlacesProps) {
  const [locality, setLocality] = useState<LocalityRef | null>(onlyLocality(release.localities));
  const directory = useDirectory(release, locality);
  return (
    <>
      <p>{messages.waysIn.allPlacesIntro}</p>
      <OfficePicker
        messages={messages}
        localities={release.localities}
        picked={locality}
        onPick={setLocality}
      />
      {locality && directory.kind === 'loading' && <p role="status">{messages.shell.loading}</p>}
      {locality && directory.kind === 'failed' && <p role="alert">{messages.shell.notLoaded}</p>}
      {locality && directory.kind === 'loaded' && (
        <PlaceList
          messages={messages}
          places={placeViews({ messages, release, locality, places: placesOf(directory.value.precincts) })}
        />
      )}
    </>
  );
}

interface PlaceListProps {
  readonly messages: AllMessages;
  readonly places: readonly PlaceView[];
}

function PlaceList({ messages, places }: PlaceListProps) {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const shown = places.filter((place) => matches(place, wanted));
  return (
    <>
      <div className="usa-form-group">
        <label className="usa-label" htmlFor={id}>
          {messages.waysIn.allPlacesFilter}
        </label>
        <input
          id={id}
          className="usa-input"
          type="search"
          dir="auto"
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <p role="status">{formatCount(messages.tag, messages.waysIn.allPlacesCount, shown.length)}</p>
      <ul className="place-list">
        {shown.map((place) => (
          <li key={place.id}>
            {place.labels.map((label) => (
              <span className="place-label" key={label}>
                {label}
              </span>
            ))}
            <strong>
              <bdi>{place.name}</bdi>
            </strong>
            {place.addressLines.map((line) => (
              <bdi key={line}>{line}</bdi>
            ))}
            {place.formerLine !== null && <span>{place.formerLine}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function matches({ name, addressLines }: PlaceView, wanted: string): boolean {
  const text = [name, ...addressLines].join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
