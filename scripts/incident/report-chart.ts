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

/** Two charts over the same time, each on a scale of its own: all requests; and of what voters need, what was answered and what was not. */
export function minuteCharts(minutes: IncidentReport['minutes']): readonly Html[] {
  if (minutes.length === 0) return [];
  const together = Math.ceil(minutes.length / COLUMNS);
  const columns = columnsOf(minutes, together);
  const figure = (label: string, words: string, most: number, ...bars: readonly Bars[]) =>
    chart(columns, { label, words: `${words}, at most ${perSecond(most, together)} a second.`, most, bars });
  const mostOf = (of: (column: Column) => number) => Math.max(1, ...columns.map(of));
  const forVoters = (column: Column) => column.given + column.failed;
  return [
    figure(
      'All requests over time',
      'All requests',
      mostOf(({ requests }) => requests),
      ['all', ({ requests }) => requests],
    ),
    figure(
      'Requests for what voters need over time',
      'Requests for what voters need: answered in blue, not answered though it is there in amber',
      mostOf(forVoters),
      ['failed', forVoters],
      ['given', ({ given }) => given],
    ),
  ];
}

type Bars = readonly [name: string, of: (column: Column) => number];

interface Chart {
  readonly label: string;
  readonly words: string;
  readonly most: number;
  readonly bars: readonly Bars[];
}

function chart(columns: readonly Column[], { label, words, most, bars }: Chart): Html {
  const width = WIDTH / columns.length;
  const rects = bars.flatMap(([name, of]) =>
    columns.map((column, index) => {
      const height = ((HEIGHT - FOOT) * of(column)) / most;
      return el('rect', {
        class: name,
        x: (index * width).toFixed(2),
        y: (HEIGHT - FOOT - height).toFixed(2),
        width: Math.max(0.5, width * 0.9).toFixed(2),
        height: height.toFixed(2),
      });
    }),
  );
  const [first, last] = [columns[0]?.at ?? '', columns.at(-1)?.at ?? ''];
  return el(
    'figure',
    null,
    el(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
      ...rects,
      el('text', { x: '0', y: String(HEIGHT - 4) }, first),
      el('text', { x: String(WIDTH), y: String(HEIGHT - 4), 'text-anchor': 'end' }, last),
    ),
    el('figcaption', null, words),
  );
}

function perSecond(requests: number, minutes: number): string {
  const value = requests / 60 / minutes;
  return value < 10 ? value.toFixed(1) : new Intl.NumberFormat('en').format(Math.round(value));
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
