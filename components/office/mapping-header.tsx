// Owns which row of a table names its columns, on the page of columns: said, and another one to choose where we took the wrong one.

import { type ChosenTable, formNames, headerRowOf, headerValue } from '@/lib/office-client/mapping-choice';

interface MappingHeaderProps {
  readonly table: ChosenTable;
  readonly index: number;
  readonly isFixed: boolean;
  readonly onHeader: (headerRow: number | null) => void;
}

/** What is shown of a row: enough to know it by. */
const SHOWN_CELLS = 6;
const SHOWN_CHARACTERS = 70;

/** Columns, samples and guesses follow what is chosen: with script at once, without when the form comes back. */
export function MappingHeader({ table, index, isFixed, onHeader }: MappingHeaderProps) {
  const headerRow = headerRowOf(table);
  const { lines } = table.start;
  if (isFixed || lines.length === 0) {
    return (
      <p className="quiet">
        {headerRow === null
          ? 'It has no row with the names of its columns.'
          : `Row ${headerRow.toLocaleString('en-US')} holds the names of its columns.`}
      </p>
    );
  }
  const name = formNames.header(index);
  return (
    <div className="mapping-header">
      <input type="hidden" name={formNames.drawn(index)} value={headerValue(headerRow)} />
      <label htmlFor={name}>Which row holds the names of the columns?</label>
      <select
        className="usa-input"
        id={name}
        name={name}
        value={headerValue(headerRow)}
        onChange={({ currentTarget: { value } }) => onHeader(value === 'none' ? null : Number(value))}
      >
        <option value="none">None: every row is data</option>
        {lines.map(({ row, cells }) => (
          <option key={row} value={row}>
            {`Row ${row}: ${lineText(cells)}`}
          </option>
        ))}
      </select>
      <p className="quiet without-script">
        If you choose another row, press “See what is still needed” to see its columns.
      </p>
    </div>
  );
}

/** `LOW, HIGH, ST_NAME, ZIP` */
function lineText(cells: readonly string[]): string {
  const text = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, SHOWN_CELLS)
    .join(', ');
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
