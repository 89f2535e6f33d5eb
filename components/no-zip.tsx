'use client';
// Owns "I don't know my ZIP": county, then town, then its ZIPs, or the town itself put into the form.

import { useId, useState } from 'react';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import type { Town } from '@/lib/release/town-directory';
import { OfficePicker, onlyLocality } from './office-picker';
import { useTowns } from './use-directory';
import type { Lookup } from './use-lookup';

interface NoZipProps {
  readonly messages: AllMessages;
  readonly release: OpenRelease;
  readonly lookup: Lookup;
}

/** Two lists, and what they lead to. */
export function NoZip({ messages, release, lookup }: NoZipProps) {
  const [locality, setLocality] = useState<LocalityRef | null>(onlyLocality(release.localities));
  const [town, setTown] = useState<Town | null>(null);
  const towns = useTowns(release, locality);

  function use(filled: { readonly zip: string } | { readonly town: string }) {
    lookup.change(filled);
    lookup.takeWay('editAddress');
  }

  return (
    <>
      <p>{messages.waysIn.noZipIntro}</p>
      <OfficePicker
        messages={messages}
        localities={release.localities}
        picked={locality}
        onPick={(picked) => {
          setLocality(picked);
          setTown(null);
        }}
      />
      {locality && towns.kind === 'loading' && <p role="status">{messages.shell.loading}</p>}
      {locality && towns.kind === 'failed' && <p role="alert">{messages.shell.notLoaded}</p>}
      {locality && towns.kind === 'loaded' && (
        <TownPicker messages={messages} towns={towns.value} picked={town} onPick={setTown} />
      )}
      {town && (
        <TownZips
          messages={messages}
          town={town}
          onZip={(zip) => use({ zip })}
          onTown={() => use({ town: `${town.name}, ${town.state}` })}
        />
      )}
    </>
  );
}

interface TownPickerProps {
  readonly messages: AllMessages;
  readonly towns: readonly Town[];
  readonly picked: Town | null;
  readonly onPick: (town: Town | null) => void;
}

function TownPicker({ messages, towns, picked, onPick }: TownPickerProps) {
  const id = useId();
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {messages.waysIn.townLabel}
      </label>
      <select
        id={id}
        className="usa-input"
        value={picked?.key ?? ''}
        onChange={(event) => onPick(towns.find(({ key }) => key === event.target.value) ?? null)}
      >
        <option value="">{messages.waysIn.pick}</option>
        {towns.map(({ key, name }) => (
          <option key={key} value={key} dir="auto">
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TownZipsProps {
  readonly messages: AllMessages;
  readonly town: Town;
  readonly onZip: (zip: string) => void;
  readonly onTown: () => void;
}

/** The town first: a voter who does not know the ZIP need not pick one. */
function TownZips({ messages, town, onZip, onTown }: TownZipsProps) {
  return (
    <>
      <p>
        <button type="button" className="usa-button" onClick={onTown}>
          {messages.waysIn.useTown}
        </button>
      </p>
      <h3>{format(messages.waysIn.townZips, { town: town.name })}</h3>
      <ul className="zip-list">
        {town.zips.map((zip) => (
          <li key={zip}>
            <button type="button" className="usa-button usa-button--outline" onClick={() => onZip(zip)}>
              <bdi>{zip}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
