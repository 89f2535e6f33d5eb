// Owns one column of a table on the page of columns: its name, what its first rows say, and the list of what it may hold.

import type { MappingField } from '@/lib/ingest/mapping/table-mapping';
import { type ChosenTable, confidenceOf, formNames } from '@/lib/office-client/mapping-choice';
import { MappingConfidence } from './mapping-confidence';
import { columnName, fieldGroups, fieldWords, NOT_NEEDED } from './mapping-words';

interface MappingColumnProps {
  readonly table: ChosenTable;
  /** Which table of the page, from 0; which column of it. */
  readonly index: number;
  readonly column: number;
  readonly field: MappingField | '';
  readonly isFixed: boolean;
  readonly onChange: (field: MappingField | '') => void;
}

/** A row of the table's grid. */
export function MappingColumn({ table, index, column, field, isFixed, onChange }: MappingColumnProps) {
  const name = formNames.column(index, column);
  const confidence = confidenceOf(table, column, field);
  const { mapping, samples } = table.proposal;
  return (
    <li className="mapping-column">
      <label className="mapping-column-name" htmlFor={name}>
        <span className="visually-hidden">What is in </span>
        <bdi>{columnName(mapping.header, column)}</bdi>
      </label>
      <ul className="mapping-samples" aria-label="First rows">
        {samples.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike in all, and never change
          <li key={at}>
            {row[column]?.trim() ? <bdi>{row[column]}</bdi> : <span className="quiet">empty</span>}
          </li>
        ))}
      </ul>
      <div className="mapping-meaning">
        <select
          className="usa-input"
          id={name}
          name={name}
          value={field}
          disabled={isFixed}
          aria-describedby={confidence === null ? undefined : `${name}-sure`}
          onChange={(event) => onChange(event.currentTarget.value as MappingField | '')}
        >
          <option value="">{NOT_NEEDED}</option>
          {fieldGroups.map(({ label, fields }) => (
            <optgroup key={label} label={label}>
              {fields.map((each) => (
                <option key={each} value={each}>
                  {fieldWords[each]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {confidence !== null && <MappingConfidence kind={confidence} id={`${name}-sure`} />}
      </div>
    </li>
  );
}
