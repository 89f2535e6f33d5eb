import { expect, it } from 'vitest';
import type { Annex } from '../annex';
import type { Watched } from '../meter';
import type { RowResult } from '../run-rows';
import { sumVisits, type Visit } from '../verdict';
import { annexLines } from './annex';
import { reportHtml } from './html';
import { reportJson } from './json';
import { tableLines } from './table';

const visit = (atMs: number, verdict: Visit['verdict']): Visit => ({
  atMs,
  ms: 12,
  verdict,
  rung: 'live',
  detail: '',
});
const visits = [visit(1_000, 'right'), visit(2_000, 'honest'), visit(3_000, 'wrong')];
const watched: Watched = {
  name: 'GET <flood>',
  calm: sumVisits(visits.slice(0, 1)),
  flood: sumVisits(visits.slice(1)),
  attack: { seconds: 2, requests: 1_000_000, errors: 0, refused: 3 },
  origin: { requests: 7, seconds: 2 },
  visits,
  windows: [
    { fromMs: 1_500, toMs: 3_500, requests: 1_000_000, originRequests: 7, originPaths: { '/en/': 7 } },
  ],
};
const result = (state: RowResult['state'], over: Partial<RowResult> = {}): RowResult => ({
  ...{ number: 1, fault: 'a <script>alert(1)</script> flood', mustGet: 'answer', state, why: '', seconds: 4 },
  figures: {
    checks: [{ what: 'wrong answers', got: '1 of 2', holds: state === 'holds' }],
    watched: [watched],
  },
  ...over,
});
const results = [
  result('holds'),
  result('falls short', { number: 2 }),
  result('not run', { number: 3, why: 'no tmpfs', figures: { checks: [] } }),
];
const facts = {
  startedAt: '2026-11-26T12:00:00Z',
  machine: '2 processors',
  state: 'made up',
  secondsPerFlood: 20,
};

it('the table says what fell short, and counts what was not run as no pass', () => {
  const lines = tableLines(results);
  expect(lines.at(-1)).toBe('1 of 3 rows hold, 1 fall short, 1 not run');
  expect(lines.join('\n')).toContain('      wrong answers: 1 of 2');
  expect(lines.join('\n')).toContain('      no tmpfs');
});

it('the page shows nothing of what was measured as markup, needs no script and nothing from elsewhere', () => {
  const html = reportHtml(facts, results);
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  expect(html).toContain('&#60;script&#62;');
  expect(html).toContain('1,000,000 requests');
  expect(html).toContain('<svg');
});

it('the JSON has checks and sums, and no visit', () => {
  const json = JSON.parse(reportJson(facts, results));
  expect(json.rows[0].checks).toEqual([{ what: 'wrong answers', got: '1 of 2', holds: true }]);
  expect(json.rows[0].watched[0].flood.asked).toBe(2);
  expect(JSON.stringify(json)).not.toContain('"visits"');
});

const annex: Annex = {
  title: 'Beside <others>',
  checks: [
    { what: 'ratio', got: '0.80 (at least 0.9)', holds: false },
    { what: 'origin requests', got: '0 (none)', holds: true },
  ],
  heads: ['edge', 'answers'],
  rows: [
    ['edge-disk', '12,000 /s'],
    ['next', '900 /s'],
  ],
  notes: ['Medians.'],
};

it('what was measured beside the rows stands in the table, the page and the JSON, with what falls short', () => {
  expect(annexLines(annex)).toEqual([
    '',
    'Beside <others>',
    'edge         answers',
    'edge-disk  12,000 /s',
    'next          900 /s',
    '      falls short: ratio: 0.80 (at least 0.9)',
    '1 of 2 checks hold',
    'Medians.',
  ]);
  const html = reportHtml(facts, results, [annex]);
  expect(html).toContain('Beside &#60;others&#62;');
  expect(html).toContain('<td class="n">12,000 /s</td>');
  expect(JSON.parse(reportJson(facts, results, [annex])).annexes).toEqual([annex]);
});
