// Owns how the problems of a draft lie in the store: a small index that is filtered and sorted without reading the rest,
// and pages of the problems themselves under the hash of what is in them. Knows no screen.

import { gunzipSync, gzipSync } from 'fflate';
import { z } from 'zod';
import type { Problem } from '@/lib/ingest/problems/problem';
import { type ProblemCode, problemCodes, type Severity } from '@/lib/ingest/problems/problem-codes';
import { sha256Hex } from '@/lib/release/bytes';
import { compareText } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import { StoreError } from '../ports/store-error';

/** Problems in one page: a screen of a hundred, in any order, unpacks little. */
const PAGE = 250;

/** Pages that are on their way to the store at once. */
const AT_ONCE = 8;

/** A problem with the row that it lies in: cells under the names of `header`, corrections in place; null: no row. */
export interface StoredProblem extends Problem {
  /** Where it stands in the list as stored, from 0. */
  readonly id: number;
  readonly header: readonly string[] | null;
  readonly cells: readonly string[] | null;
}

/** Numbers of a column: one for each problem, in the order of the list. */
const numbers = z.array(z.number().int());

const indexSchema = z.object({
  files: z.array(z.object({ name: z.string(), header: z.array(z.string()).nullable() })),
  codes: z.array(z.string()),
  columns: z.array(z.string()),
  /** Index into `codes`, `files`; row number, 0 for none; index into `columns`, -1 for none. */
  code: numbers,
  file: numbers,
  row: numbers,
  column: numbers,
  /** Blob `problems/<sha256>` of each page. */
  pages: z.array(z.string()),
});

export type ProblemIndex = z.infer<typeof indexSchema>;

/** What a page keeps of a problem: the index has the rest. */
const detailsSchema = z.array(
  z.object({
    value: z.string().nullable(),
    message: z.string(),
    cells: z.array(z.string()).nullable(),
    /** Absent: that of the file. A file may have several tables. */
    header: z.array(z.string()).optional(),
  }),
);
type Details = z.infer<typeof detailsSchema>;

/** Worst first. */
export const severityOrder: readonly Severity[] = ['fatal', 'error', 'conflict', 'warning'];

/** The severity of a code; of one that this version does not know, the mildest. */
export function severityOf(code: string): Severity {
  return Object.hasOwn(problemCodes, code) ? problemCodes[code as ProblemCode].severity : 'warning';
}

/** A row as it is read, corrections in place. */
export interface ShownRow {
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** Rows beside their problems: file -> row. */
export type RowsOfProblems = ReadonlyMap<string, ReadonlyMap<number, ShownRow>>;

/** Stores a list; gives the name of its index, `problems/<sha256>`. Throws `StoreError`. */
export async function storeProblems(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  problems: readonly Problem[],
  rows: RowsOfProblems,
): Promise<string> {
  const sorted = [...problems].sort(worstFirst);
  const pages: string[] = [];
  for (let start = 0; start < sorted.length; start += PAGE * AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, page) =>
      sorted.slice(start + page * PAGE, start + (page + 1) * PAGE),
    );
    const filled = some.filter((page) => page.length > 0);
    pages.push(...(await Promise.all(filled.map((page) => put(blobs, detailsOf(page, rows))))));
  }
  return put(blobs, indexOf(sorted, rows, pages));
}

function worstFirst(a: Problem, b: Problem): number {
  return (
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    compareText(a.code, b.code) ||
    compareText(a.file, b.file) ||
    (a.row ?? 0) - (b.row ?? 0)
  );
}

function detailsOf(page: readonly Problem[], rows: RowsOfProblems): Details {
  return page.map(({ file, row, value, message }) => {
    const shown = row === null ? undefined : rows.get(file)?.get(row);
    if (shown === undefined) return { value, message, cells: null };
    const details = { value, message, cells: [...shown.cells] };
    return shown.header === headerOf(file, rows) ? details : { ...details, header: [...shown.header] };
  });
}

/** Of a file: that of its first row that is shown; null: none is. */
function headerOf(file: string, rows: RowsOfProblems): readonly string[] | null {
  const [first] = rows.get(file)?.values() ?? [];
  return first?.header ?? null;
}

function indexOf(sorted: readonly Problem[], rows: RowsOfProblems, pages: readonly string[]): ProblemIndex {
  const [codes, files, columns] = [new Numbered(), new Numbered(), new Numbered()];
  const code = sorted.map((problem) => codes.numberOf(problem.code));
  const file = sorted.map((problem) => files.numberOf(problem.file));
  const column = sorted.map((problem) => (problem.column === null ? -1 : columns.numberOf(problem.column)));
  const filesWithHeaders = files.texts().map((name) => {
    const header = headerOf(name, rows);
    return { name, header: header === null ? null : [...header] };
  });
  return {
    files: filesWithHeaders,
    codes: codes.texts(),
    columns: columns.texts(),
    code,
    file,
    row: sorted.map((problem) => problem.row ?? 0),
    column,
    pages: [...pages],
  };
}

/** Texts by number, in the order in which they came. */
class Numbered {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  texts(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** The index under a name. Throws `StoreError` `damaged` where it is gone. */
export async function loadIndex({ blobs }: Pick<OfficePorts, 'blobs'>, name: string): Promise<ProblemIndex> {
  return get(blobs, name, indexSchema);
}

/** Some of the problems, in the order of `ids`. Throws `StoreError`. */
export async function loadProblems(
  { blobs }: Pick<OfficePorts, 'blobs'>,
  index: ProblemIndex,
  ids: readonly number[],
): Promise<readonly StoredProblem[]> {
  const wanted = [...new Set(ids.map((id) => Math.floor(id / PAGE)))];
  const pages = new Map<number, Details>();
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const loaded = wanted.slice(start, start + AT_ONCE).map(async (page) => {
      pages.set(page, await get(blobs, index.pages[page] ?? '', detailsSchema));
    });
    await Promise.all(loaded);
  }
  return ids.map((id) => assembled(index, id, pages.get(Math.floor(id / PAGE))?.[id % PAGE]));
}

function assembled(index: ProblemIndex, id: number, details: Details[number] | undefined): StoredProblem {
  const code = index.codes[index.code[id] ?? -1] as ProblemCode;
  const file = index.files[index.file[id] ?? -1];
  if (details === undefined || file === undefined) throw new StoreError('damaged', `no problem ${id}`);
  const row = index.row[id] ?? 0;
  return {
    id,
    code,
    severity: severityOf(code),
    file: file.name,
    row: row === 0 ? null : row,
    column: index.columns[index.column[id] ?? -1] ?? null,
    value: details.value,
    message: details.message,
    remedy: Object.hasOwn(problemCodes, code) ? problemCodes[code].remedy : '',
    header: details.cells === null ? null : (details.header ?? file.header),
    cells: details.cells,
  };
}

async function put(blobs: OfficePorts['blobs'], value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const name = `problems/${await sha256Hex(bytes)}`;
  await blobs.put(name, gzipSync(bytes, { mtime: 0, level: 4 }));
  return name;
}

async function get<Value>(
  blobs: OfficePorts['blobs'],
  name: string,
  schema: z.ZodType<Value>,
): Promise<Value> {
  const packed = await blobs.get(name);
  if (packed === null) throw new StoreError('damaged', `the problems ${name} are gone`);
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(gunzipSync(packed))));
  } catch (cause) {
    throw new StoreError('damaged', `the problems ${name} are not what was stored`, { cause });
  }
}
