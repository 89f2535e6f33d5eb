// Owns `levee lookup`: one address or a file of them, answered by the same reader as the voter's page.
// Addresses stay on this machine and are never logged, not in an error either.

import { once } from 'node:events';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { cannotCheck, understoodSoFar } from '@/lib/release/outcomes';
import type { OpenError } from '@/lib/release/reader';
import { ColumnMissing, columnCells, NoText, RowsBroken } from './batch-rows';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { openReleaseAt } from './open-release';
import { pathProblem } from './path-problem';
import { createProgress } from './progress';
import { readTime } from './read-time';

/** `levee lookup --release DIR_OR_URL ADDRESS`, or `--batch FILE.csv`. */
export const lookup: Command = {
  help: `Usage: levee lookup --release DIR_OR_URL [--now ISO] ADDRESS
       levee lookup --release DIR_OR_URL [--now ISO] --batch FILE.csv [--column address] [--progress]

Answers one address with one LookupOutcome as a line of JSON (docs/cli.md), or every row of a CSV file, one
line a row in the file's order. Files are read and answers written as streams; "-" is stdin.

  --release DIR_OR_URL  a release: a folder that holds v1/current.json, or a site that serves one
  --now ISO             answer as of this time: 2026-11-03T12:00:00Z
  --batch FILE.csv      a CSV file with a header
  --column NAME         which of its columns holds the address (address)
  --progress            say on stderr how far it is, also where stderr is no terminal

Trusts the public keys in LEVEE_PUBLIC_KEYS, else the local development key. No address leaves this machine.
Exit codes: 0 answered, 1 the release or the file cannot be read (the answer is then "cannotCheck"), 2 used wrongly.
`,
  run,
};

type Answer = (text: string) => Promise<LookupOutcome>;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    release: { type: 'string' },
    now: { type: 'string' },
    batch: { type: 'string' },
    column: { type: 'string' },
    progress: { type: 'boolean', default: false },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'lookup', parsed.error.message);
  const { values, positionals } = parsed.value;
  const wrong = wrongUse(values, positionals);
  if (wrong !== null) return usedWrongly(terminal, 'lookup', wrong);
  const now = values.now === undefined ? null : readTime(values.now);
  if (values.now !== undefined && now === null) {
    return usedWrongly(terminal, 'lookup', '--now takes a time such as 2026-11-03T12:00:00Z');
  }
  const clock = () => now ?? terminal.now();
  const opened = await openReleaseAt(values.release ?? '', terminal.env, clock());
  if (!opened.ok) terminal.err.write(`levee lookup: ${opened.error.file}: ${opened.error.message}\n`);
  const answer: Answer = opened.ok
    ? (text) => opened.value.answer(text, clock())
    : async () => notOpened(opened.error);
  if (values.batch === undefined) return one(positionals.join(' '), answer, terminal);
  return batch(values.batch, values.column ?? 'address', answer, terminal, values.progress);
}

function wrongUse(
  values: { readonly release?: string; readonly batch?: string; readonly column?: string },
  positionals: readonly string[],
): string | null {
  if (values.release === undefined) return '--release DIR_OR_URL is missing';
  if (values.batch !== undefined && positionals.length > 0) return 'either an ADDRESS or --batch, not both';
  if (values.batch === undefined && positionals.length === 0) return 'no ADDRESS given';
  if (values.batch === undefined && values.column !== undefined) return '--column goes with --batch';
  return null;
}

function notOpened(error: OpenError): LookupOutcome {
  return cannotCheck({ understood: understoodSoFar(null, null), offices: [], pointer: null }, error.code);
}

async function one(text: string, answer: Answer, terminal: Terminal): Promise<ExitCode> {
  const outcome = await answer(text);
  terminal.out.write(`${JSON.stringify(outcome)}\n`);
  return outcome.kind === 'cannotCheck' ? 1 : 0;
}

async function batch(
  file: string,
  column: string,
  answer: Answer,
  terminal: Terminal,
  showProgress: boolean,
): Promise<ExitCode> {
  const progress = createProgress(terminal, showProgress);
  let code: ExitCode = 0;
  let answered = 0;
  // `levee lookup … | head`: no more is asked than somebody reads.
  let isLeft = false;
  const leave = () => {
    isLeft = true;
  };
  terminal.out.on('error', leave);
  try {
    for await (const text of columnCells(file, column)) {
      if (isLeft) break;
      const outcome = await answer(text);
      if (outcome.kind === 'cannotCheck') code = 1;
      // Waiting for the reader keeps memory flat where answers are made faster than they are taken.
      if (!terminal.out.write(`${JSON.stringify(outcome)}\n`)) await once(terminal.out, 'drain');
      answered += 1;
      if (answered % 1_000 === 0) progress.count('answered', answered);
    }
    return code;
  } catch (error) {
    if (isLeft) return code;
    const problem = fileProblem(error, file, column) ?? pathProblem(error, file);
    if (problem === null) throw error;
    terminal.err.write(`levee lookup: ${problem}\n`);
    return 1;
  } finally {
    progress.finish();
    terminal.out.off('error', leave);
  }
}

function fileProblem(error: unknown, file: string, column: string): string | null {
  if (error instanceof ColumnMissing) return columnProblem(file, column, error);
  if (error instanceof NoText) return `${file}: this is ${error.looksLike}, and no CSV file.`;
  if (!(error instanceof RowsBroken)) return null;
  return `${file}, row ${error.row}: a quotation mark is not closed, or not doubled, so nobody can say where a row ends. Nothing was answered from here on. Correct it, then run it again.`;
}

function columnProblem(file: string, column: string, { columns }: ColumnMissing): string {
  if (columns.length === 0)
    return `${file}: this file is empty. It needs a header with the column "${column}".`;
  const there = columns.slice(0, 20).join(', ');
  return `${file}, row 1: no column "${column}". Its columns are ${there}. Name one with --column.`;
}
