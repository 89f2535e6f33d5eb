// Owns `levee mapping`: its arguments, output and exit code. What columns hold is lib/ingest/mapping's. It applies nothing.

import { writeFile } from 'node:fs/promises';
import { savedMappings } from '@/lib/ingest/mapping/saved-mappings';
import type { ForeignTable } from '@/lib/ingest/mapping/table-mapping';
import type { Problem } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import { type Command, type ExitCode, readArgs, type Terminal, usedWrongly } from './command';
import { readMappingFile } from './mapping-file';
import { pathMeaning } from './path-problem';
import { printProblems } from './print-problems';
import { openSource } from './sources';

/** `levee mapping SOURCE… [--out FILE]`. */
export const mapping: Command = {
  help: `Usage: levee mapping SOURCE… [--out FILE] [--mapping FILE] [--state XX] [--header-row N]

Says which column of an office's own tables (no VIP feed) seems to hold what, how sure that is, and shows the first
rows, as JSON. Nothing is applied. Look at it, correct the columns (counted from 0), write "confirmed": true, and hand
the file to validate, compile or export with --mapping.

  --out FILE      write it there instead of to stdout; an existing file is left alone
  --mapping FILE  what was confirmed before: tables that it fits are shown as confirmed
  --state XX      the state of tables that name none
  --header-row N  the row that names the columns, where another one was taken for it; none where every row is data

Exit codes: 0 every table has a proposal or is confirmed, 1 something cannot be read, or looks like no list for voters,
2 used wrongly.
`,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = readArgs(args, {
    out: { type: 'string' },
    mapping: { type: 'string' },
    state: { type: 'string' },
    'header-row': { type: 'string' },
  });
  if (!parsed.ok) return usedWrongly(terminal, 'mapping', parsed.error.message);
  const { values, positionals } = parsed.value;
  if (positionals.length === 0) return usedWrongly(terminal, 'mapping', 'no SOURCE given');
  if (values.state !== undefined && !/^[A-Z]{2}$/.test(values.state)) {
    return usedWrongly(terminal, 'mapping', '--state takes two letters, such as MS');
  }
  const headerRow = headerRowSaid(values['header-row']);
  if (headerRow === 'wrong')
    return usedWrongly(terminal, 'mapping', '--header-row takes a row, such as 3, or none');
  const said = await readMappingFile(values.mapping ?? null);
  if (!said.ok) return usedWrongly(terminal, 'mapping', said.error);
  const tables: ForeignTable[] = [];
  const problems: Problem[] = [];
  for (const path of positionals) {
    const source = await openSource(path);
    if (!source.ok) {
      problems.push(source.error);
      continue;
    }
    const read = await readUpload(source.value.files, {
      mappings: said.value,
      headerRow,
      ...(values.state === undefined ? {} : { officeState: values.state }),
    });
    tables.push(...read.foreign);
    problems.push(...read.problems.filter(isOfTables(read.foreign)));
  }
  if (!(await write(savedMappings(tables), values.out ?? null, terminal))) return 1;
  printProblems(problems, terminal.err);
  if (tables.length === 0) terminal.err.write('There is no table of an office’s own in these files.\n');
  return tables.length === 0 || problems.length > 0 ? 1 : 0;
}

/** Undefined where nothing is said. */
function headerRowSaid(text: string | undefined): number | null | undefined | 'wrong' {
  if (text === undefined) return undefined;
  if (text === 'none') return null;
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 'wrong';
}

/** What hinders the proposal: what a table's rows are like is said when they are read. */
function isOfTables(tables: readonly ForeignTable[]): (problem: Problem) => boolean {
  const names = new Set(tables.map(({ name }) => name));
  return ({ code, file, severity }) =>
    severity === 'fatal'
      ? code !== 'columns-unconfirmed' && (names.size === 0 || !code.startsWith('file-missing'))
      : code === 'file-not-read' && names.has(file);
}

async function write(text: string, path: string | null, terminal: Terminal): Promise<boolean> {
  if (path === null) {
    terminal.out.write(text);
    return true;
  }
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const meaning = pathMeaning(error, path);
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (meaning === null && !isThere) throw error;
    terminal.err.write(isThere ? `${path}: This file is there already.\n` : `${path}: ${meaning?.message}\n`);
    return false;
  }
}
