// Owns the drill's table in a terminal: a line for each row, below it what fell short. Pure.

import type { RowResult } from '../run-rows';

const COLUMNS = [
  '#',
  'fault',
  'voters',
  'right',
  'honest',
  'wrong',
  'missing',
  'p95 calm>fault',
  'origin',
  'state',
];

/** The table as lines of text, the last one the sum. */
export function tableLines(results: readonly RowResult[]): readonly string[] {
  const rows = results.map(cells);
  const widths = COLUMNS.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at > 1 && at < 9 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    line(COLUMNS),
    ...results.flatMap((result, at) => [line(rows[at] ?? []), ...amiss(result)]),
    '',
    sumLine(results),
  ];
}

/** `23 rows hold, 1 falls short, 1 not run`. */
export function sumLine(results: readonly RowResult[]): string {
  const count = (state: RowResult['state']): number => results.filter((each) => each.state === state).length;
  return `${count('holds')} of ${results.length} rows hold, ${count('falls short')} fall short, ${count('not run')} not run`;
}

function cells({ number, fault, state, figures }: RowResult): readonly string[] {
  const watched = figures.watched ?? [];
  const sum = (field: 'asked' | 'right' | 'honest' | 'wrong' | 'falseMissing'): string =>
    String(watched.reduce((total, { flood }) => total + flood[field], 0));
  const slowest = [...watched].sort((a, b) => b.flood.p95Ms - a.flood.p95Ms)[0];
  const p95 = slowest ? `${slowest.calm.p95Ms.toFixed(0)}>${slowest.flood.p95Ms.toFixed(0)} ms` : '';
  const voters =
    watched.length === 0
      ? ['', '', '', '', '']
      : [sum('asked'), sum('right'), sum('honest'), sum('wrong'), sum('falseMissing')];
  const origin =
    watched.length === 0 ? '' : String(watched.reduce((total, each) => total + each.origin.requests, 0));
  const short = fault.length > 44 ? `${fault.slice(0, 43)}…` : fault;
  return [String(number), short, ...voters, p95, origin, state];
}

function amiss({ state, why, figures }: RowResult): readonly string[] {
  if (state === 'holds') return [];
  const checks = figures.checks.filter(({ holds }) => !holds).map(({ what, got }) => `      ${what}: ${got}`);
  return [...checks, ...(why === '' ? [] : [`      ${why.split('\n').slice(0, 3).join(' ')}`])];
}
