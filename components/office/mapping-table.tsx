// Owns one of the office's own tables on the page of columns: what its rows are, and its columns. Names and cells of files
// are text.

import type { TableKind } from '@/lib/ingest/mapping/table-mapping';
import { type ChosenTable, formNames, type TableChoice } from '@/lib/office-client/mapping-choice';
import { MappingAlways } from './mapping-always';
import { MappingColumn } from './mapping-column';
import { MappingHeader } from './mapping-header';
import { MappingNeeds } from './mapping-needs';
import { kindWords } from './mapping-words';

interface MappingTableProps {
  readonly table: ChosenTable;
  readonly index: number;
  readonly choice: TableChoice;
  /** What is still needed, in words. */
  readonly needs: readonly string[];
  /** It can be looked at only. */
  readonly isFixed: boolean;
  readonly onChange: (choice: TableChoice) => void;
  /** Another row names the columns; null: none does. */
  readonly onHeader: (headerRow: number | null) => void;
}

/** A section with the name of the file. */
export function MappingTable(props: MappingTableProps) {
  const { table, index, choice, needs, isFixed, onChange, onHeader } = props;
  const isRead = choice.kind !== 'ignored';
  return (
    <section className="mapping-table" aria-labelledby={`table-${index}`}>
      <h2 id={`table-${index}`}>
        <bdi>{table.name}</bdi>
      </h2>
      {table.proposal.otherCountry !== undefined && <p>{table.proposal.otherCountry.sentence}</p>}
      <MappingHeader table={table} index={index} isFixed={isFixed} onHeader={onHeader} />
      <fieldset className="mapping-kinds" disabled={isFixed}>
        <legend>What is a row of this table?</legend>
        {(Object.keys(kindWords) as TableKind[]).map((kind) => (
          <label key={kind} className="check-line">
            <input
              type="radio"
              name={formNames.kind(index)}
              value={kind}
              checked={choice.kind === kind}
              onChange={() => onChange({ ...choice, kind })}
            />
            {kindWords[kind]}
          </label>
        ))}
      </fieldset>
      {isRead && (
        <>
          <ul className="mapping-columns" aria-label={`Columns of ${table.name}`}>
            {choice.columns.map((field, column) => (
              <MappingColumn
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by where it stands
                key={column}
                table={table}
                index={index}
                column={column}
                field={field}
                isFixed={isFixed}
                onChange={(next) =>
                  onChange({
                    ...choice,
                    columns: choice.columns.map((old, at) => (at === column ? next : old)),
                  })
                }
              />
            ))}
          </ul>
          <MappingAlways
            index={index}
            choice={choice}
            isFixed={isFixed}
            onChange={(always) => onChange({ ...choice, always })}
          />
        </>
      )}
      {!isFixed && <MappingNeeds kind={choice.kind} needs={needs} />}
    </section>
  );
}
