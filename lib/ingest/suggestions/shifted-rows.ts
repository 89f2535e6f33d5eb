// Owns rows whose cells stand one column beside, from one cell on. Offered where one way alone of moving them back makes a sound row: each
// known form in its column, and in columns with few values only such as other rows have. No cell that holds something is lost, and
// a blank is put only where every other row has one.

import { shiftedCells } from '../checks/shifted-cells';
import { ownText } from '../intern';
import { trimmed } from '../segments/segment-columns';
import { type Cells, type Finding, type RepairKind, type RepairTable, RepairTally } from './repair';
import { noSegmentColumns, StreetForms } from './street-forms';

/** More rows than these are no slip; the file was exported wrongly. */
const mostRows = 20_000;

/** `shifted-cells`: the whole row moves. */
export const shiftedRows: RepairKind = {
  stage: 'rows',
  takesRagged: true,
  watch: (table) => {
    const { street, width } = table.columns;
    if (street === null || Math.min(street.side, street.zip) < 0) return null;
    const forms = new StreetForms(table);
    const suspects: { readonly row: number; readonly cells: Cells }[] = [];
    const anchors = { ...noSegmentColumns, oddEvenBoth: street.side, state: street.state, zip: street.zip };
    const isSuspect = (cells: Cells) =>
      Math.abs(cells.length - width) === 1 ||
      (cells.length === width && shiftedCells(cells, anchors) !== null);
    return {
      accept(cells, row) {
        if (cells.length === width && forms.isSound(cells)) forms.learn(cells);
        else if (isSuspect(cells) && suspects.length <= mostRows)
          suspects.push({ row, cells: cells.map(ownText) });
      },
      end: () => (suspects.length > mostRows ? [] : findingOf(table, forms, isSuspect, suspects)),
    };
  },
};

function findingOf(
  { isCorrected, columns: { width } }: RepairTable,
  forms: StreetForms,
  isSuspect: (cells: Cells) => boolean,
  suspects: readonly { readonly row: number; readonly cells: Cells }[],
): readonly Finding[] {
  if (!forms.hasLearnt) return [];
  const tally = new RepairTally();
  for (const { row, cells } of suspects) {
    const moved = movedBack(cells, width, forms);
    if (moved !== null && !cells.some((_, at) => isCorrected(row, at))) tally.add(row, cells, moved);
  }
  if (tally.count === 0) return [];
  const repair = (cells: Cells): Cells =>
    (!(cells.length === width && forms.isSound(cells)) &&
      isSuspect(cells) &&
      movedBack(cells, width, forms)) ||
    cells;
  return [{ kind: 'shifted-cells', columns: [], count: tally.count, examples: tally.examples, repair }];
}

/** The one sound row that moving its cells by one gives; null for none, or several. */
function movedBack(cells: Cells, width: number, forms: StreetForms): Cells | null {
  let found: Cells | null = null;
  for (const row of [...withoutBlank(cells, width, forms), ...withBlank(cells, width, forms)]) {
    if (!forms.isSound(row) || !forms.isUsual(row)) continue;
    if (found?.some((cell, at) => cell !== row[at])) return null;
    found = row;
  }
  return found;
}

const isBlank = (cell: string | undefined): boolean => trimmed(cell ?? '') === '';

/** A blank cell taken away: the cells behind it had moved to the right. */
function* withoutBlank(cells: Cells, width: number, forms: StreetForms): Generator<Cells> {
  const isLonger = cells.length === width + 1;
  if (!isLonger && !(cells.length === width && forms.isAlwaysBlank(width - 1))) return;
  for (let at = 0; at < cells.length; at++) {
    if (!isBlank(cells[at]) || (at > 0 && isBlank(cells[at - 1]))) continue;
    const without = cells.toSpliced(at, 1);
    yield isLonger ? without : [...without, ''];
  }
}

/** A blank cell put in: the cells behind it had moved to the left. */
function* withBlank(cells: Cells, width: number, forms: StreetForms): Generator<Cells> {
  const isShorter = cells.length === width - 1;
  if (!isShorter && !(cells.length === width && isBlank(cells[width - 1]))) return;
  for (let at = 0; at < width; at++) {
    if (forms.isAlwaysBlank(at)) yield cells.toSpliced(at, 0, '').slice(0, width);
  }
}
