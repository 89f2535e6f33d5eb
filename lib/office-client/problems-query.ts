// Owns the filters, order and page of the problem table as they stand in an address, so that every view of it is a link.
// What cannot be read counts as not given. Pure.

import type { Severity } from '@/lib/ingest/problems/problem-codes';

const severities: readonly Severity[] = ['fatal', 'error', 'conflict', 'warning'];
const sorts = ['severity', 'code', 'file'] as const;

/** `ProblemQuery` of lib/office/drafts/read-problems. */
export interface ProblemView {
  readonly filter: {
    readonly severity: Severity | null;
    readonly code: string | null;
    readonly file: string | null;
  };
  readonly sort: (typeof sorts)[number];
  readonly page: number;
}

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `{severity: 'error', page: '2'}` -> `{filter: {severity: 'error', code: null, file: null}, sort: 'severity', page: 2}`. */
export function problemViewOf(given: Given): ProblemView {
  const severity = oneOf(given, 'severity');
  const sort = oneOf(given, 'sort');
  const page = Number(oneOf(given, 'page') ?? '1');
  return {
    filter: {
      severity: severities.find((known) => known === severity) ?? null,
      code: oneOf(given, 'code'),
      file: oneOf(given, 'file'),
    },
    sort: sorts.find((known) => known === sort) ?? 'severity',
    page: Number.isSafeInteger(page) ? page : 1,
  };
}

/** The problem that is looked at: `{problem: '12'}` -> 12; null: none. */
export function problemIdOf(given: Given): number | null {
  const id = oneOf(given, 'problem');
  return id !== null && /^\d{1,7}$/.test(id) ? Number(id) : null;
}

function oneOf(given: Given, name: string): string | null {
  const value = given[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The way back, to stand behind a path: `?severity=error&page=2`; `?` where all is as it is by itself. */
export function problemViewText({ filter, sort, page }: ProblemView): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(name, value);
  if (sort !== 'severity') query.set('sort', sort);
  if (page > 1) query.set('page', String(page));
  return `?${query}`;
}
