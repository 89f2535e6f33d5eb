'use client';
// Owns the saved place on the first page: quiet where all is well, first of all where it changed. Every word is the
// view's.

import type { AllMessages } from '@/lib/messages/messages';
import { type SavedPlaceLine, viewSavedPlace } from '@/lib/view/saved-place-view';
import { useNow } from './use-now';
import type { ReleaseState } from './use-release';
import { useSavedPlace } from './use-saved-place';

interface SavedPlaceAreaProps {
  readonly messages: AllMessages;
  readonly release: ReleaseState;
  readonly onLookUp: () => void;
}

/** Nothing where nothing was saved. */
export function SavedPlaceArea({ messages, release, onLookUp }: SavedPlaceAreaProps) {
  const now = useNow();
  const savedPlace = useSavedPlace(messages, release);
  const { saved, check } = savedPlace;
  if (saved === null) return null;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const view = viewSavedPlace(saved, check, { messages, now, timeZone });
  const say = messages.savedPlace;
  return (
    <section className={view.isUrgent ? 'saved-place saved-place-urgent' : 'saved-place'}>
      <h2>{view.heading}</h2>
      {view.lead !== null && <p>{view.lead}</p>}
      {view.places.map((place) => (
        <Place key={[place.name, ...place.labels].join()} place={place} />
      ))}
      {view.formerLines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p role="status" className="saved-place-status">
        {view.status}
      </p>
      <p className="saved-place-actions">
        {view.canKeepNew && <Action text={say.keepNew} onTap={() => void savedPlace.keepNew()} />}
        {view.canLookUpAgain && <Action text={say.lookUpAgain} onTap={onLookUp} />}
        <Action text={say.remove} onTap={() => void savedPlace.remove()} />
      </p>
    </section>
  );
}

function Place({ place }: { readonly place: SavedPlaceLine }) {
  return (
    <p>
      {place.labels.map((label) => (
        <span className="place-label" key={label}>
          {label}
        </span>
      ))}
      <strong>
        <bdi>{place.name}</bdi>
      </strong>
      {place.lines.map((line) => (
        <bdi key={line}>{line}</bdi>
      ))}
    </p>
  );
}

function Action({ text, onTap }: { readonly text: string; readonly onTap: () => void }) {
  return (
    <button type="button" className="usa-button usa-button--unstyled" onClick={onTap}>
      {text}
    </button>
  );
}
