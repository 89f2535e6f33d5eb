'use client';
// Owns finding one place, or several, among many by typing: what is chosen stays in sight. Knows no notice.

import { useState } from 'react';
import { Field } from './field';

/** A place as the form needs it. */
export interface PickablePlace {
  readonly id: string;
  readonly name: string;
  /** One line. */
  readonly address: string;
}

interface NoticePlacePickerProps {
  readonly id: string;
  readonly legend: string;
  readonly places: readonly PickablePlace[];
  readonly chosen: readonly string[];
  /** How many may be chosen; 1: choosing another takes the first one's place. */
  readonly most: number;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** On a phone, more than these push the rest of the form away. */
const MOST_SHOWN = 6;

/** `<NoticePlacePicker id="old" legend="Which polling place?" places={places} chosen={ids} most={1} onChoose={setIds} />` */
export function NoticePlacePicker(props: NoticePlacePickerProps) {
  const { id, legend, places, chosen, most, onChoose } = props;
  const [typed, setTyped] = useState('');
  const picked = places.filter((place) => chosen.includes(place.id));
  const fitting = places.filter((place) => !chosen.includes(place.id) && fits(place, typed));
  const shown = fitting.slice(0, MOST_SHOWN);
  const toggle = (placeId: string, isOn: boolean) => {
    if (!isOn) onChoose(chosen.filter((each) => each !== placeId));
    else onChoose(most === 1 ? [placeId] : [...chosen, placeId].slice(0, most));
  };
  return (
    <fieldset className="place-picker">
      <legend>{legend}</legend>
      {picked.map((place) => (
        <Choice key={place.id} of={id} place={place} isOn isOne={most === 1} onChange={toggle} />
      ))}
      {places.length > MOST_SHOWN && (
        <Field id={`${id}-find`} label="Find a place" hint="Type part of its name or street.">
          {(control) => (
            <input
              {...control}
              className="usa-input"
              type="search"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      {shown.map((place) => (
        <Choice key={place.id} of={id} place={place} isOn={false} isOne={most === 1} onChange={toggle} />
      ))}
      <p className="quiet small" aria-live="polite">
        {hiddenText(fitting.length, shown.length)}
      </p>
      {most > 1 && places.length > 1 && places.length <= most && (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => onChoose(picked.length === places.length ? [] : places.map((place) => place.id))}
        >
          {picked.length === places.length ? 'Choose none' : `Choose all ${places.length} places`}
        </button>
      )}
    </fieldset>
  );
}

function hiddenText(fitting: number, shown: number): string {
  if (fitting === 0) return 'No other place fits.';
  return fitting > shown ? `${fitting - shown} more. Type to find them.` : '';
}

function fits({ name, address }: PickablePlace, typed: string): boolean {
  const text = `${name} ${address}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface ChoiceProps {
  readonly of: string;
  readonly place: PickablePlace;
  readonly isOn: boolean;
  readonly isOne: boolean;
  readonly onChange: (id: string, isOn: boolean) => void;
}

function Choice({ of, place, isOn, isOne, onChange }: ChoiceProps) {
  return (
    <label className="check-line">
      <input
        type={isOne ? 'radio' : 'checkbox'}
        name={of}
        checked={isOn}
        onChange={(event) => onChange(place.id, event.target.checked)}
      />
      <span>
        <bdi>{place.name}</bdi>
        <br />
        <bdi className="quiet small">{place.address}</bdi>
      </span>
    </label>
  );
}
