// Owns what is true of every row of a table and stands in none of its columns: town, state, ZIP.

import { type Always, formNames, isAsked, type TableChoice } from '@/lib/office-client/mapping-choice';
import { Field } from './field';
import { alwaysWords } from './mapping-words';

interface MappingAlwaysProps {
  readonly index: number;
  readonly choice: TableChoice;
  readonly isFixed: boolean;
  readonly onChange: (always: Always) => void;
}

const keys = ['city', 'state', 'zip'] as const;

/** Asks for what no column holds; nothing where columns hold all three. */
export function MappingAlways({ index, choice, isFixed, onChange }: MappingAlwaysProps) {
  const { always } = choice;
  const asked = keys.filter((key) => isAsked(key, choice));
  if (asked.length === 0) return null;
  return (
    <div className="mapping-always">
      <p>No column holds this. If it is the same in every row, give it here. Otherwise leave it empty.</p>
      <div className="mapping-always-fields">
        {asked.map((key) => (
          <Field key={key} id={formNames.always(index, key)} label={alwaysWords[key]}>
            {(control) => (
              <input
                {...control}
                className={`usa-input mapping-always-${key}`}
                name={formNames.always(index, key)}
                value={always[key]}
                disabled={isFixed}
                maxLength={key === 'state' ? 2 : key === 'zip' ? 5 : 100}
                inputMode={key === 'zip' ? 'numeric' : undefined}
                autoComplete="off"
                onChange={(event) => onChange({ ...always, [key]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </div>
  );
}
