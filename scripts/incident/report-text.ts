// Owns how an incident report reads: for a terminal, as Markdown, as a page that opens from disk with charts and without script. Whatever it
// says stands in the report already.

import { all, type Child, doc, el, type Html } from '@/lib/release/plain-pages/html';
import { FLOOD_FACTOR, FLOOD_LEAST } from './flood';
import type { FloodReport, IncidentReport } from './report';
import { minuteCharts } from './report-chart';

/** A table: its heading, the names of its columns, its rows. */
interface Table {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const NOTE =
  'Made from counts. It holds no address of a voter or a machine: programs are named by kind, and of paths only parts that are known beforehand are shown, the others are *.';

/** What happened, in sentences. */
export function summaryOf(report: IncidentReport): readonly string[] {
  const { span, requests, bytes, floods, answeredShare, p95Ms, gaps, lines, ordinaryPerMinute } = report;
  if (span === null) return ['No request in this log falls into the time that was asked for.'];
  return [
    `From ${span.from} to ${span.to} (UTC): ${number(requests)} requests, ${size(bytes)}. An ordinary minute has ${number(ordinaryPerMinute)} requests.`,
    ...(floods.length === 0 ? ['There was no flood by the rule below.'] : floods.map(floodSentence)),
    answeredShare === null
      ? 'Nobody asked for anything that voters need.'
      : `Of requests for what voters need, ${percent(answeredShare)} were answered${p95Ms === null ? '' : `, 95 of 100 within ${p95Ms} ms`}.`,
    ...(gaps.length === 0
      ? []
      : [
          `The log is silent for two minutes or more ${gaps.length === 1 ? 'once' : `${gaps.length} times`}: ${gaps
            .slice(0, 5)
            .map(({ from, to }) => `${from} to ${to}`)
            .join('; ')}${gaps.length > 5 ? ' …' : ''}. The edge was down then, or the log is not whole.`,
        ]),
    ...(lines.bad === 0
      ? []
      : [
          `${number(lines.bad)} lines could not be read and are not counted: ${lines.badAt.join(', ')}${lines.bad > lines.badAt.length ? ' …' : ''}.`,
        ]),
    `The rule: a minute belongs to a flood if it has at least ${number(FLOOD_LEAST)} requests and ${FLOOD_FACTOR} times those of an ordinary one (a quarter of all minutes have fewer).`,
  ];
}

function floodSentence({
  from,
  to,
  requests,
  bytes,
  peakAt,
  peakPerSecond,
  answeredShare,
}: FloodReport): string {
  const answered =
    answeredShare === null ? '' : ` Of what voters need, ${percent(answeredShare)} were answered meanwhile.`;
  return `A flood from ${from} to ${to}: ${number(requests)} requests, ${size(bytes)}, at most ${number(peakPerSecond)} a second (in the minute of ${peakAt}).${answered}`;
}

function tablesOf(report: IncidentReport): readonly Table[] {
  const { requests } = report;
  const ranking = (heading: string, column: string, rows: IncidentReport['paths']): Table => ({
    heading,
    columns: [column, 'requests', 'share'],
    rows: rows.map(([name, count]) => [name, number(count), percent(count / Math.max(1, requests))]),
  });
  return [
    {
      heading: 'What was asked for',
      columns: ['class', 'requests', 'answered', 'failed', 'no such thing', 'bytes'],
      rows: report.classes.map((each) => [
        each.class,
        number(each.requests),
        number(each.given),
        number(each.failed),
        number(each.refused),
        size(each.bytes),
      ]),
    },
    ranking('Status', 'status', report.statuses),
    ranking('Methods', 'method', report.methods),
    ranking('Programs', 'kind', report.agents),
    ranking('Paths that were refused', 'path', report.paths),
    ranking('Cache', 'state', report.caches),
  ].filter(({ rows }) => rows.length > 0);
}

/** Lines for a terminal. */
export function reportLines(report: IncidentReport): string {
  return `${summaryOf(report).join('\n')}\n`;
}

/** `.md`: the same with its tables. */
export function reportMarkdown(report: IncidentReport): string {
  const tables = tablesOf(report).map(({ heading, columns, rows }) =>
    [`## ${heading}`, '', row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n'),
  );
  const summary = summaryOf(report).map((line) => `- ${line}`);
  return ['# Incident report', '', ...summary, '', NOTE, '', tables.join('\n\n'), ''].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/[|\\*_`<]/g, (mark) => `\\${mark}`)).join(' | ')} |`;
}

const CSS = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem}h2{margin:2rem 0 .5rem;font-size:1.25rem}table{border-collapse:collapse;width:100%}
th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8593a2;text-align:right;font-variant-numeric:tabular-nums}
th:first-child,td:first-child{text-align:left;overflow-wrap:anywhere}svg{width:100%;height:auto}figure{margin:1.5rem 0}
.all{fill:#66717f}.given{fill:#0b4f8a}.failed{fill:#b86e00}text{fill:currentColor;font-size:12px}`;

/** A page of its own that opens from disk. */
export function reportHtml(report: IncidentReport): string {
  const head = [
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    el('title', null, 'Incident report'),
  ];
  const body: readonly Child[] = [
    el('h1', null, 'Incident report'),
    ...summaryOf(report).map((line) => el('p', null, line)),
    ...minuteCharts(report.minutes),
    ...tablesOf(report).map(htmlTable),
    el('p', null, NOTE),
    el('p', null, `Made on ${report.madeAt}.`),
  ];
  return doc({ lang: 'en' }, head, CSS, el('main', null, all(...body)));
}

function htmlTable({ heading, columns, rows }: Table): Html {
  return el(
    'section',
    null,
    el('h2', null, heading),
    el(
      'table',
      null,
      el(
        'thead',
        null,
        el(
          'tr',
          null,
          columns.map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      el(
        'tbody',
        null,
        rows.map((cells) =>
          el(
            'tr',
            null,
            cells.map((cell) => el('td', null, cell)),
          ),
        ),
      ),
    ),
  );
}

function number(value: number): string {
  return new Intl.NumberFormat('en').format(Math.round(value));
}

/** Never rounded up to all. */
function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`;
}

function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const step = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${step === 0 ? number(value) : value.toFixed(1)} ${units[step]}`;
}
