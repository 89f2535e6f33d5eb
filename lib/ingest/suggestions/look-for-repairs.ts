// Owns one table's repairs: what is offered, and its records as they are with what was accepted. What is offered is looked for anew at
// every reading, so that nothing is applied that the cells at hand do not prove.

import { createProblemLog } from '../problems/problem';
import { trimmed } from '../segments/segment-columns';
import type { CellEdits } from '../tables/cell-edits';
import type { BatchSigns, RecordReader, RecordSource } from '../tables/record-source';
import { repairKinds } from './kinds';
import type { Cells, Finding, RepairFacts, RepairWatch } from './repair';
import type { RepairColumns } from './repair-columns';
import { type AcceptedRepair, isAmong, type Suggestion } from './suggestion';

/** A table, and how its header says which columns it has. */
export interface RepairInput {
  readonly source: RecordSource;
  readonly isKnownColumn: (name: string) => boolean;
  /** Null where the header cannot be read: whoever reads the table says so. */
  readonly columnsOf: (header: Cells, labels: readonly string[] | undefined) => RepairColumns | null;
}

export interface RepairContext {
  readonly facts: RepairFacts;
  /** Cells that somebody corrected by hand: these are not counted, and the correction goes before a repair. */
  readonly edits: CellEdits | undefined;
  readonly accepted: readonly AcceptedRepair[];
}

export interface RepairedTable {
  /** Its records with what was accepted, and without corrections by hand. */
  readonly source: RecordSource;
  /** The same for another view of the file: rows and columns are where they are in `source`. */
  readonly over: (view: RecordSource) => RecordSource;
  readonly suggestions: readonly Suggestion[];
}

/** What one reading found. `columns` null: there is no header that could be read. */
interface Looked {
  readonly columns: RepairColumns | null;
  readonly rows: readonly Suggested[];
  readonly cells: readonly Suggested[];
}

interface Suggested {
  readonly finding: Finding;
  readonly suggestion: Suggestion;
}

/** Columns of one table that may be moved, one after the other. */
const mostRounds = 12;

/** Looks at a table. Where something was accepted it is looked at again, for what shows only then. */
export async function repairTable(input: RepairInput, context: RepairContext): Promise<RepairedTable> {
  const layers: Layer[] = [];
  const over = (view: RecordSource) => layers.reduce(repairedRecords, view);
  const applied: Suggestion[] = [];
  const isNew = ({ suggestion }: Suggested) => !applied.some((one) => isSame(one, suggestion));
  for (let round = 0; ; round++) {
    const { columns, rows, cells } = await look({ ...input, source: over(input.source) }, context);
    const isDue = (one: Suggested) => isNew(one) && isAmong(context.accepted, one.suggestion);
    const moved = rows.find(isDue);
    const due = moved === undefined ? cells.filter(isDue) : [moved];
    if (columns === null || due.length === 0 || round === mostRounds) {
      const open = [...rows, ...cells].filter(isNew).map(({ suggestion }) => suggestion);
      return { source: over(input.source), over, suggestions: [...applied, ...open] };
    }
    layers.push({ columns, findings: due.map(({ finding }) => finding) });
    applied.push(...due.map(({ suggestion }) => ({ ...suggestion, isApplied: true })));
  }
}

const isSame = (a: Suggestion, b: Suggestion): boolean => a.kind === b.kind && a.column === b.column;

async function look(input: RepairInput, context: RepairContext): Promise<Looked> {
  const { source } = input;
  let columns: RepairColumns | null = null;
  let names: readonly string[] = [];
  let watches: readonly Watching[] = [];
  const edits = context.edits?.get(source.name);
  const isCorrected = (row: number, column: number) => edits?.get(row)?.has(names[column] ?? '') ?? false;
  const start = (found: RepairColumns) =>
    repairKinds.flatMap(({ stage, takesRagged = false, watch }): Watching[] => {
      const one = watch({ columns: found, facts: context.facts, isCorrected });
      return one === null ? [] : [{ stage, takesRagged, watch: one }];
    });
  await source.read(
    {
      isKnownColumn: input.isKnownColumn,
      header(cells, labels) {
        columns = input.columnsOf(cells, labels);
        names = (labels ?? cells).map((name) => name.trim());
        watches = columns === null ? [] : start(columns);
        return watches.length > 0;
      },
      record(cells, row, signs, isLast) {
        showTo(watches, columns, cells, row, signs, isLast);
        return true;
      },
      refused: () => undefined,
    },
    createProblemLog(),
  );
  const ended = (stage: Watching['stage']) =>
    watches.filter((one) => one.stage === stage).flatMap(({ watch }) => watch.end());
  const suggested = (finding: Finding) => ({
    finding,
    suggestion: suggestionOf(finding, source.name, names),
  });
  return { columns, rows: ended('rows').map(suggested), cells: ended('cells').map(suggested) };
}

interface Watching {
  readonly stage: 'rows' | 'cells';
  readonly takesRagged: boolean;
  readonly watch: RepairWatch;
}

function showTo(
  watches: readonly Watching[],
  columns: RepairColumns | null,
  cells: Cells,
  row: number,
  signs: BatchSigns,
  isLast: boolean,
): void {
  if (columns === null) return;
  const whole = isWhole(cells, columns);
  for (const { takesRagged, watch } of watches) {
    if (whole || (takesRagged && !isCutOff(cells, columns, isLast))) watch.accept(cells, row, signs);
  }
}

/** Of the table's width, by the rule by which it is read. */
function isWhole(cells: Cells, { width, isOwn }: RepairColumns): boolean {
  if (cells.length === width) return true;
  return isOwn && cells.length > width && cells.slice(width).every((cell) => trimmed(cell) === '');
}

/** The end of a file that breaks off: its last cell may be half of one. */
const isCutOff = (cells: Cells, { width }: RepairColumns, isLast: boolean): boolean =>
  isLast && cells.length !== width;

function suggestionOf(finding: Finding, file: string, names: readonly string[]): Suggestion {
  const { kind, count, examples } = finding;
  const named = finding.columns.map((column) => names[column] || `column ${column + 1}`);
  const columns = named.length === 0 ? names : named;
  return { kind, file, column: named.join(' and '), columns, count, examples, isApplied: false };
}

/** Repairs that were found at one reading. */
interface Layer {
  readonly columns: RepairColumns;
  readonly findings: readonly Finding[];
}

/** The records with these repairs, in their order. */
function repairedRecords(source: RecordSource, { columns, findings }: Layer): RecordSource {
  const repaired = (cells: Cells, row: number, isLast: boolean): Cells => {
    let read = cells;
    for (const { columns: at, repair } of findings) {
      const isFor = at.length > 0 ? isWhole(read, columns) : !isCutOff(read, columns, isLast);
      if (isFor) read = repair(read, row);
    }
    return read;
  };
  const moved = findings.reduce((view, { over }) => over?.(view) ?? view, source);
  return {
    name: source.name,
    read: (reader: RecordReader, log) =>
      moved.read(
        {
          ...reader,
          record: (cells, row, signs, isLast) =>
            reader.record(repaired(cells, row, isLast), row, signs, isLast),
        },
        log,
      ),
  };
}
