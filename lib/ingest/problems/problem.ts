// Owns the shape of a problem and the log that collects them while files are read.
// Knows nothing of files, tables or screens. Counts are exact even where the list is cut.

import { ownText } from '../intern';
import { type ProblemCode, problemCodes, type Severity } from './problem-codes';

/** One thing that is wrong. `row` is the record's number in the file, the header being row 1. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  /** The cell as it stands, cut at 200 characters. */
  readonly value: string | null;
  /** What it means. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

/** Where a problem lies: `{file: 'precinct.txt', row: 7, column: 'locality_id', value: '33'}`. */
export interface Where {
  readonly file: string;
  readonly row?: number | null;
  /** '' and null: no column of the file. */
  readonly column?: string | null;
  readonly value?: string | null;
}

export interface ProblemTotals {
  readonly fatals: number;
  readonly errors: number;
  readonly conflicts: number;
  readonly warnings: number;
}

/** The file, row and column of a row of a joined table. */
export type JoinedRow = (
  row: number,
  column: string | null,
) => { readonly file: string; readonly row: number; readonly column: string | null };

export interface ProblemLog {
  /** Add one. `detail` stands before the code's own meaning and says what is special about this row. */
  report(code: ProblemCode, where: Where, detail?: string): void;
  /** Count one without listing it: for the thousandth of a kind. */
  countOnly(code: ProblemCode, file: string): void;
  /** True where one more of the kind would be counted only, so that its words need not be made. */
  isListFull(code: ProblemCode, file: string): boolean;
  /** Rows of `file`, a table joined from several, stand where `at` says, and are reported there. */
  joined(file: string, at: JoinedRow): void;
  /** True once anything fatal was reported. */
  readonly hasFatal: boolean;
  totals(): ProblemTotals;
  /** Everything listed, in the order found, and a `more-not-listed` for each file and code that was cut. */
  problems(): Problem[];
}

/** Listed at most for one code in one file. Past it a list helps nobody, and costs memory for all. */
export const listedPerCode = { fatal: 20_000, error: 20_000, conflict: 20_000, warning: 2_000 } as const;
const shownValueChars = 200;

/** An empty log. */
export function createProblemLog(): ProblemLog {
  const listed: Problem[] = [];
  const counts = new Map<string, { code: ProblemCode; file: string; seen: number; listed: number }>();
  const joins = new Map<string, JoinedRow>();
  // A row of an office's own list is one of several tables that are made of it: what is wrong with a cell is said once.
  const said = new Set<string>();
  const totals = { fatal: 0, error: 0, conflict: 0, warning: 0 };

  function count(code: ProblemCode, file: string) {
    totals[problemCodes[code].severity]++;
    const key = `${code}\n${file}`;
    const entry = counts.get(key) ?? { code, file, seen: 0, listed: 0 };
    if (entry.seen === 0) counts.set(key, entry);
    entry.seen++;
    return entry;
  }

  function isListFull(code: ProblemCode, file: string): boolean {
    const entry = counts.get(`${code}\n${file}`);
    return entry !== undefined && entry.listed >= listedPerCode[problemCodes[code].severity];
  }

  const cut = () => [...counts.values()].filter(({ seen, listed }) => seen > listed);

  return {
    report(code, where, detail) {
      const cell = isListFull(code, where.file) ? null : cellOf(code, where);
      if (cell !== null && said.has(cell)) return;
      const entry = count(code, where.file);
      if (entry.listed >= listedPerCode[problemCodes[code].severity]) return;
      entry.listed++;
      if (cell !== null) said.add(cell);
      listed.push(problemAt(code, where, detail, joins.get(where.file)));
    },
    joined(file, at) {
      joins.set(file, at);
    },
    countOnly(code, file) {
      count(code, file);
    },
    isListFull,
    get hasFatal() {
      return totals.fatal > 0;
    },
    totals: () => ({
      fatals: totals.fatal,
      errors: totals.error,
      conflicts: totals.conflict,
      warnings: totals.warning + cut().length,
    }),
    problems: () => [...listed, ...cut().map(notListed)],
  };
}

/** What may be said of a cell once; null for what is of no single one. */
function cellOf(code: ProblemCode, { file, row, column, value }: Where): string | null {
  if (row == null || !column || problemCodes[code].severity !== 'error') return null;
  return ownText([code, row, column, value, file].join('\n'));
}

/** A row of a joined table where it really stands, also where the detail names one. */
function problemAt(
  code: ProblemCode,
  where: Where,
  detail: string | undefined,
  at: JoinedRow | undefined,
): Problem {
  if (at === undefined || where.row == null) return problem(code, where, detail);
  const own = at(where.row, where.column ?? null);
  const told = detail?.replace(/\b([Rr]ow) (\d+)\b/g, (_, word: string, row: string) => {
    const other = at(Number(row), null);
    return other.file === own.file ? `${word} ${other.row}` : `${word} ${other.row} of ${other.file}`;
  });
  return problem(code, { ...where, ...own }, told);
}

/** The problem itself, with the words of its code. */
export function problem(code: ProblemCode, where: Where, detail?: string): Problem {
  const { severity, meaning, remedy } = problemCodes[code];
  const value = where.value ?? null;
  return {
    code,
    severity,
    file: where.file,
    row: where.row ?? null,
    column: where.column || null,
    value: value === null ? null : shownValue(value),
    message: detail === undefined ? meaning : `${detail} ${meaning}`,
    remedy,
  };
}

/** A problem is kept, and the file that its cell was cut out of is not. */
function shownValue(value: string): string {
  return ownText(value.length > shownValueChars ? `${value.slice(0, shownValueChars)}…` : value);
}

function notListed(entry: { code: ProblemCode; file: string; seen: number; listed: number }): Problem {
  return problem(
    'more-not-listed',
    { file: entry.file, value: entry.code },
    `${entry.seen - entry.listed} more rows with ${entry.code}.`,
  );
}
