// Owns the chart of an incident report: requests a minute, and what voters got of it, drawn as shapes that need no script.

import { el, type Html } from '@/lib/release/plain-pages/html';
import type { IncidentReport } from './report';

const [WIDTH, HEIGHT, FOOT] = [900, 220, 20];
/** Columns at most: longer times are taken together. */
const COLUMNS = 450;

interface Column {
  readonly at: string;
  readonly requests: number;
  readonly given: number;
  readonly failed: number;
}

/** Grey: all; blue: answered of what voters need; amber: failed of it. Its heading says the same in words. */
export function minuteChart(minutes: IncidentReport['minutes']): Html | null {
  if (minutes.length === 0) return null;
  const together = Math.ceil(minutes.length / COLUMNS);
  const columns = columnsOf(minutes, together);
  const most = Math.max(1, ...columns.map(({ requests }) => requests));
  const width = WIDTH / columns.length;
  const bars = (of: (column: Column) => number, name: string) =>
    columns.map((column, index) => {
      const height = ((HEIGHT - FOOT) * of(column)) / most;
      return el('rect', {
        class: name,
        x: (index * width).toFixed(2),
        y: (HEIGHT - FOOT - height).toFixed(2),
        width: Math.max(0.5, width * 0.9).toFixed(2),
        height: height.toFixed(2),
      });
    });
  const peak = Math.round(most / 60 / together);
  return el(
    'figure',
    null,
    el(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': 'Requests over time' },
      ...bars(({ requests }) => requests, 'all'),
      ...bars(({ given, failed }) => given + failed, 'failed'),
      ...bars(({ given }) => given, 'given'),
      el('text', { x: '0', y: String(HEIGHT - 4) }, columns[0]?.at ?? ''),
      el('text', { x: String(WIDTH), y: String(HEIGHT - 4), 'text-anchor': 'end' }, columns.at(-1)?.at ?? ''),
    ),
    el(
      'figcaption',
      null,
      `Requests over time, at most ${peak} a second. Blue: answered, of what voters need; amber: not answered though it is there; grey: everything else.`,
    ),
  );
}

function columnsOf(minutes: IncidentReport['minutes'], together: number): readonly Column[] {
  const columns: Column[] = [];
  for (let from = 0; from < minutes.length; from += together) {
    const some = minutes.slice(from, from + together);
    const sum = (at: 1 | 2 | 3) => some.reduce((total, minute) => total + minute[at], 0);
    columns.push({ at: some[0]?.[0] ?? '', requests: sum(1), given: sum(2), failed: sum(3) });
  }
  return columns;
}
