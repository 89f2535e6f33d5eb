// Owns how problems are told: a line of JSON each for programs, a short list by kind for people.
// Knows no command and no file.

import type { Problem } from '@/lib/ingest/problems/problem';
import type { Terminal } from './command';

/** Counts of the last JSON line. A fatal problem is among the errors: nothing of its file can be used. */
export interface Summary {
  readonly segments: number;
  readonly precincts: number;
  readonly pollingLocations: number;
  readonly errors: number;
  readonly conflicts: number;
  readonly warnings: number;
}

/** Listed for people, of one kind; the rest is counted. `--json` lists all. */
const SHOWN_OF_A_KIND = 5;

/** `{"code":…,"severity":…,"file":…,"row":…,"column":…,"value":…,"message":…}`: just these, which other programs rely on.
 *  The message says what it means, then what to do. */
export function problemJson(problem: Problem): string {
  const { code, severity, file, row, column, value, message, remedy } = problem;
  return JSON.stringify({ code, severity, file, row, column, value, message: `${message} ${remedy}` });
}

const SEVERITIES = ['fatal', 'error', 'conflict', 'warning'] as const;

/** The code of the first of the worst; null: there are none. */
export function worstOf(problems: readonly Problem[]): string | null {
  for (const severity of SEVERITIES) {
    const first = problems.find((problem) => problem.severity === severity);
    if (first !== undefined) return first.code;
  }
  return null;
}

/** The list for people, worst first, with what to do once a kind. */
export function printProblems(problems: readonly Problem[], out: Terminal['out']): void {
  for (const severity of SEVERITIES) {
    const kinds = new Map<string, Problem[]>();
    for (const problem of problems) {
      if (problem.severity !== severity) continue;
      const kind = kinds.get(problem.code);
      if (kind === undefined) kinds.set(problem.code, [problem]);
      else kind.push(problem);
    }
    for (const [code, list] of kinds) printKind(severity, code, list, out);
  }
}

function printKind(severity: string, code: string, list: readonly Problem[], out: Terminal['out']): void {
  out.write(`${severity} ${code} (${list.length})\n`);
  for (const problem of list.slice(0, SHOWN_OF_A_KIND)) {
    out.write(`  ${place(problem)}: ${problem.message}\n`);
  }
  if (list.length > SHOWN_OF_A_KIND) out.write(`  … and ${list.length - SHOWN_OF_A_KIND} more\n`);
  for (const remedy of new Set(list.map((problem) => problem.remedy))) out.write(`  What to do: ${remedy}\n`);
}

/** `street_segment.csv, row 12, column zip, "6951"`. */
function place({ file, row, column, value }: Problem): string {
  const parts = [file];
  if (row !== null) parts.push(`row ${row}`);
  if (column !== null) parts.push(`column ${column}`);
  // A control character in a cell must not drive the reader's terminal.
  if (value !== null) parts.push(JSON.stringify(value));
  return parts.join(', ');
}
