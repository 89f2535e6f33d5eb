// Owns the two fields that say which election small feeds are for. What the files say themselves counts before it.

import { Field } from './field';

export interface ElectionFields {
  readonly name: string;
  readonly date: string;
}

interface UploadElectionProps {
  readonly value: ElectionFields;
  readonly isOpen: boolean;
  readonly onChange: (value: ElectionFields) => void;
}

/** `<UploadElection value={{name: '', date: ''}} isOpen={false} onChange={…} />` */
export function UploadElection({ value, isOpen, onChange }: UploadElectionProps) {
  return (
    <details className="upload-election" open={isOpen}>
      <summary>My files do not say which election it is</summary>
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
