// Owns the writing of a county's table in a shape: its rows, the heading, and what stands between them.

import { createRandom } from '@/scripts/generate/random';
import { columnsOf, type ShapeColumn, type TrueRow } from './fields.fixture';
import type { Shape } from './shapes.fixture';
import type { Truth } from './truth.fixture';

export interface WrittenTable {
  readonly text: string;
  readonly columns: readonly ShapeColumn[];
  readonly rows: readonly TrueRow[];
}

/** The rows that a list of the shape's kind has. */
export function rowsOf({ kind }: Shape, truth: Truth, seed: number): readonly TrueRow[] {
  const random = createRandom(seed, 58);
  if (kind === 'precinctPlaces') {
    return truth.precincts.map((precinct, at) => ({
      ...truth.stretches[0]!,
      state: truth.state,
      precinct,
      at,
      number: 0,
      unit: '',
    }));
  }
  const rows = truth.stretches.flatMap((stretch) => {
    const step = stretch.side === 'both' ? 1 : 2;
    const count = kind === 'ranges' ? 1 : random.between(2, 4);
    const most = Math.floor((stretch.high - stretch.low) / step);
    return Array.from({ length: count }, (_, at) => ({
      ...stretch,
      state: truth.state,
      number: stretch.low + step * Math.min(most, at * random.between(1, 9)),
      unit: kind === 'addresses' && random.chance(0.1) ? `${at + 1}B` : '',
    }));
  });
  return rows.map((row, at) => ({ ...row, at }));
}

export function writeTable(shape: Shape, truth: Truth, seed: number): WrittenTable {
  const columns = columnsOf(shape.heading);
  const delimiter = shape.delimiter ?? ',';
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
  const rows = sorted(rowsOf(shape, truth, seed), shape);
  const heading = [
    ...(shape.above === undefined ? [] : [line(shape.above.split(';'))]),
    line(columns.map(({ name }) => name)),
  ];
  const lines = [...(shape.preamble ?? []).map((text) => line([text]))];
  if (shape.isHeaderless !== true) lines.push(...heading);
  let group = '';
  let before: readonly string[] = [];
  for (const [at, row] of rows.entries()) {
    const name = groupOf(row, shape);
    if (name !== group && shape.groups !== undefined) lines.push(line([name]));
    if (name !== group) before = [];
    group = name;
    if (shape.isPaged === true && at > 0 && at % 40 === 0)
      lines.push(line([`Page ${at / 40} of 9`]), ...heading);
    const cells = columns.map(({ cell }) => cell(row));
    lines.push(
      line(
        cells.map((cell, column) => (isOnce(columns[column]!, shape) && before[column] === cell ? '' : cell)),
      ),
    );
    before = cells;
  }
  if (shape.isTotalled === true) lines.push(line([`Total: ${rows.length}`]));
  return { text: `${lines.join('\n')}\n`, columns, rows };
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function groupOf({ city, precinct, pre, name, type }: TrueRow, { groups, once }: Shape): string {
  if (groups === 'town') return `TOWN OF ${city.toUpperCase()}`;
  if (groups === 'precinct') return `Precinct ${precinct.code}`;
  if (once === 'precinct') return precinct.code;
  return once === 'street' ? `${pre} ${name} ${type}` : '';
}

function isOnce({ field }: ShapeColumn, { once }: Shape): boolean {
  return (once === 'precinct' && field === 'precinctId') || (once === 'street' && field === 'streetWhole');
}

/** Rows of a group stand together. */
function sorted(rows: readonly TrueRow[], shape: Shape): readonly TrueRow[] {
  const key = (row: TrueRow) => groupOf(row, shape);
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.at - b.at));
}
