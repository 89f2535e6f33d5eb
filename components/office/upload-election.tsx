// Owns saying which election small feeds are for: one that is known here, or a name and a day. What the files say themselves
// counts before it.

import { electionDay } from '@/lib/view/desk-time';
import { Field } from './field';

export interface ElectionFields {
  readonly name: string;
  readonly date: string;
}

interface UploadElectionProps {
  readonly value: ElectionFields;
  /** Elections to choose instead of typing one. */
  readonly known: readonly ElectionFields[];
  readonly isOpen: boolean;
  readonly onChange: (value: ElectionFields) => void;
}

/** `<UploadElection value={{name: '', date: ''}} known={[]} isOpen={false} onChange={…} />` */
export function UploadElection({ value, known, isOpen, onChange }: UploadElectionProps) {
  return (
    <details className="upload-election" open={isOpen}>
      <summary>My files do not say which election it is</summary>
      {known.length > 0 && (
        <fieldset className="upload-elections">
          <legend>Choose one of these, or write it below</legend>
          {known.map((one) => (
            <label key={one.date} className="check-line">
              <input
                type="radio"
                name="known-election"
                checked={value.name === one.name && value.date === one.date}
                onChange={() => onChange(one)}
              />
              <span>
                <bdi>{one.name}</bdi>, {electionDay(one.date)}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field id="election-name" label="Name of the election" hint="For example: General Election">
        {(control) => (
          <input
            className="usa-input"
            {...control}
            maxLength={200}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="election-date" label="Election day">
        {(control) => (
          <input
            className="usa-input"
            type="date"
            {...control}
            value={value.date}
            onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
          />
        )}
      </Field>
    </details>
  );
}
