// Owns looking through the problems of a draft: which, in what order, how many of each kind. Works on the index; only what
// is shown is read. Knows no screen.

import type { Severity } from '@/lib/ingest/problems/problem-codes';
import { compareText } from '@/lib/release/canonical-json';
import type { OfficePorts } from '../ports/office-ports';
import type { Draft } from './draft';
import {
  loadIndex,
  loadProblems,
  type ProblemIndex,
  type StoredProblem,
  severityOf,
  severityOrder,
} from './stored-problems';

/** null: any. */
export interface ProblemFilter {
  readonly severity: Severity | null;
  readonly code: string | null;
  readonly file: string | null;
}

export const problemSorts = ['severity', 'code', 'file'] as const;

/** `severity`: worst first. `file`: by file and row. */
export type ProblemSort = (typeof problemSorts)[number];

export interface ProblemQuery {
  readonly filter: ProblemFilter;
  readonly sort: ProblemSort;
  /** From 1. A page past the last gives the last. */
  readonly page: number;
}

/** How many problems a value has with the other filters as they are: `{value: 'zip-unreadable', count: 12}`. */
export interface Count<Value extends string = string> {
  readonly value: Value;
  readonly count: number;
}

export interface ProblemPage {
  readonly problems: readonly StoredProblem[];
  /** In the whole list, and with the filters. */
  readonly total: number;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly severities: readonly Count<Severity>[];
  readonly codes: readonly Count[];
  readonly files: readonly Count[];
}

/** Rows of a table that fit a hand: 36 px each. */
export const PROBLEMS_A_PAGE = 100;

/** One page. A draft that was not checked yet has none. Throws `StoreError`. */
export async function readProblems(
  ports: Pick<OfficePorts, 'blobs'>,
  draft: Pick<Draft, 'checked'>,
  { filter, sort, page }: ProblemQuery,
): Promise<ProblemPage> {
  const index = draft.checked === null ? emptyIndex : await loadIndex(ports, draft.checked.problems);
  const ids = sorted(index, matching(index, filter), sort);
  const pages = Math.max(1, Math.ceil(ids.length / PROBLEMS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const start = (shown - 1) * PROBLEMS_A_PAGE;
  return {
    problems: await loadProblems(ports, index, ids.slice(start, start + PROBLEMS_A_PAGE)),
    total: index.code.length,
    found: ids.length,
    page: shown,
    pages,
    ...countsOf(index, filter),
  };
}

/** Every problem that fits, some hundreds at a time, in order. Throws `StoreError`. */
export async function* allProblems(
  ports: Pick<OfficePorts, 'blobs'>,
  draft: Pick<Draft, 'checked'>,
  { filter, sort }: Omit<ProblemQuery, 'page'>,
): AsyncGenerator<readonly StoredProblem[]> {
  if (draft.checked === null) return;
  const index = await loadIndex(ports, draft.checked.problems);
  const ids = sorted(index, matching(index, filter), sort);
  for (let start = 0; start < ids.length; start += 1000) {
    yield await loadProblems(ports, index, ids.slice(start, start + 1000));
  }
}

const emptyIndex: ProblemIndex = {
  files: [],
  codes: [],
  columns: [],
  code: [],
  file: [],
  row: [],
  column: [],
  pages: [],
};

function matching(index: ProblemIndex, { severity, code, file }: ProblemFilter): number[] {
  const codes = index.codes.map(
    (name) => (code === null || name === code) && (severity === null || severityOf(name) === severity),
  );
  const files = index.files.map(({ name }) => file === null || name === file);
  const ids: number[] = [];
  for (let id = 0; id < index.code.length; id++) {
    if (codes[index.code[id]!] && files[index.file[id]!]) ids.push(id);
  }
  return ids;
}

/** As stored they are by severity, code, file and row. */
function sorted(index: ProblemIndex, ids: number[], sort: ProblemSort): readonly number[] {
  if (sort === 'severity') return ids;
  const rank = (names: readonly string[]) => {
    const order = [...names].sort(compareText);
    return names.map((name) => order.indexOf(name));
  };
  const codes = rank(index.codes);
  const files = rank(index.files.map(({ name }) => name));
  const byFile = (a: number, b: number) =>
    files[index.file[a]!]! - files[index.file[b]!]! || index.row[a]! - index.row[b]!;
  if (sort === 'file') return ids.sort((a, b) => byFile(a, b) || a - b);
  return ids.sort((a, b) => codes[index.code[a]!]! - codes[index.code[b]!]! || byFile(a, b));
}

function countsOf(index: ProblemIndex, filter: ProblemFilter) {
  const bySeverity = new Map<Severity, number>();
  for (const id of matching(index, { ...filter, severity: null })) {
    add(bySeverity, severityOf(index.codes[index.code[id]!]!));
  }
  const byCode = new Map<string, number>();
  for (const id of matching(index, { ...filter, code: null })) add(byCode, index.codes[index.code[id]!]!);
  const byFile = new Map<string, number>();
  for (const id of matching(index, { ...filter, file: null })) {
    add(byFile, index.files[index.file[id]!]!.name);
  }
  return {
    severities: severityOrder.map((value) => ({ value, count: bySeverity.get(value) ?? 0 })),
    codes: mostFirst(byCode),
    files: mostFirst(byFile),
  };
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly Count[] {
  const all = [...counts].map(([value, count]) => ({ value, count }));
  return all.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
}
