'use client';
// Owns the part of the form that says where voters go instead: a place of the list, another one, or nowhere.

import { Field } from './field';
import type { FormPlace, NoticeDraft } from './notice-draft';
import { NoticePlacePicker } from './notice-place-picker';

interface NoticeNewPlaceProps {
  readonly draft: NoticeDraft;
  readonly places: readonly FormPlace[];
  readonly onChange: (change: Partial<NoticeDraft>) => void;
}

/** Nowhere is only to be had for a place that is closed. */
export function NoticeNewPlace({ draft, places, onChange }: NoticeNewPlaceProps) {
  const ways = [
    ['known', 'One of your other places'],
    ['typed', 'A place that is not on your list'],
    ...(draft.kind === 'closed' ? [['nowhere', 'Voters call us'] as const] : []),
  ] as const;
  return (
    <>
      <fieldset>
        <legend>Where do voters go instead?</legend>
        {ways.map(([way, label]) => (
          <label className="check-line" key={way}>
            <input
              type="radio"
              name="goes-to"
              checked={draft.goesTo === way}
              onChange={() => onChange({ goesTo: way })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {draft.goesTo === 'known' && (
        <NoticePlacePicker
          id="new"
          legend="Which one?"
          places={places.filter(({ id }) => !draft.placeIds.includes(id))}
          chosen={draft.knownId === null ? [] : [draft.knownId]}
          most={1}
          onChoose={([knownId]) => onChange({ knownId: knownId ?? null })}
        />
      )}
      {draft.goesTo === 'typed' && <TypedPlace draft={draft} onChange={onChange} />}
    </>
  );
}

const fields = [
  ['name', 'Name of the place', 'organization', 200],
  ['line1', 'Street address, with its number', 'off', 200],
  ['city', 'Town', 'off', 100],
  ['state', 'State, two letters', 'off', 2],
  ['zip', 'ZIP', 'off', 5],
] as const;

function TypedPlace({ draft, onChange }: Omit<NoticeNewPlaceProps, 'places'>) {
  return (
    <div>
      {fields.map(([name, label, autoComplete, maxLength]) => (
        <Field key={name} id={`new-${name}`} label={label}>
          {(control) => (
            <input
              {...control}
              className="usa-input"
              autoComplete={autoComplete}
              inputMode={name === 'zip' ? 'numeric' : 'text'}
              maxLength={maxLength}
              value={draft.typed[name]}
              onChange={(event) => onChange({ typed: { ...draft.typed, [name]: event.target.value } })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
