// Owns the drill's report as one page that opens from a disk: the table, each row's checks, charts over time. Pure; no script,
// nothing from elsewhere.

import type { Annex } from '../annex';
import type { Watched } from '../meter';
import type { RowResult } from '../run-rows';
import { annexHtml } from './annex';
import { voterChart } from './chart';
import { sumLine } from './table';
import { text } from './text';

/** What the report says of itself: when, where, how large. */
export interface DrillFacts {
  readonly startedAt: string;
  readonly machine: string;
  readonly state: string;
  readonly secondsPerFlood: number;
}

/** The whole page. */
export function reportHtml(
  facts: DrillFacts,
  results: readonly RowResult[],
  annexes: readonly Annex[] = [],
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Levee: the drill of ${text(facts.startedAt)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>The drill</h1>
<p class="sum">${text(sumLine(results))}</p>
<p>${text(facts.startedAt)}. ${text(facts.machine)}. ${text(facts.state)}. Each flood: ${facts.secondsPerFlood} seconds, all of it on this machine.</p>
<p>Attackers and voters share this machine’s processors, so a time is told beside that of the same voters without the fault, in the same run. Nothing
here shows that a site survives an attack of hundreds of thousands of requests a second: no single machine can.</p>
${summary(results)}
${results.map(section).join('\n')}
${annexes.map(annexHtml).join('\n')}
</main>
</body>
</html>
`;
}

function summary(results: readonly RowResult[]): string {
  const rows = results.map(
    ({ number, fault, mustGet, state, seconds }) =>
      `<tr><td>${number}</td><th scope="row"><a href="#row-${number}">${text(fault)}</a></th><td>${text(mustGet)}</td>` +
      `<td class="${CLASS[state]}">${state}</td><td class="n">${seconds.toFixed(0)} s</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">#</th><th scope="col">Fault</th><th scope="col">A voter must still get</th><th scope="col">State</th><th scope="col">Took</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const CLASS = { holds: 'good', 'falls short': 'bad', 'not run': 'not' } as const;

function section({ number, fault, state, why, figures }: RowResult): string {
  const { checks, watched = [], notes = [] } = figures;
  const items = checks.map(
    ({ what, got, holds }) =>
      `<li class="${holds ? 'good' : 'bad'}"><b>${holds ? 'holds' : 'falls short'}</b> ${text(what)}: ${text(got)}</li>`,
  );
  return `<section id="row-${number}">
<h2>${number}. ${text(fault)} <span class="${CLASS[state]}">${state}</span></h2>
${why === '' ? '' : `<pre>${text(why)}</pre>`}
<ul>${items.join('')}</ul>
${watched.map(voters).join('\n')}
${notes.map((note) => `<p>${text(note)}</p>`).join('\n')}
</section>`;
}

function voters(watched: Watched): string {
  const { name, calm, flood, attack, origin } = watched;
  const line = (
    title: string,
    { asked, right, honest, wrong, falseMissing, failed, p50Ms, p95Ms, p99Ms }: Watched['calm'],
  ): string =>
    `<tr><th scope="row">${title}</th>${[asked, right, honest, wrong, falseMissing, failed].map((count) => `<td class="n">${count}</td>`).join('')}` +
    `${[p50Ms, p95Ms, p99Ms].map((ms) => `<td class="n">${ms.toFixed(0)} ms</td>`).join('')}</tr>`;
  const heads = [
    '',
    'asked',
    'right',
    'honest',
    'wrong',
    'false missing',
    'no page',
    'half',
    '95 of 100',
    '99 of 100',
  ];
  return `<h3>${text(name)}</h3>
<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${line('without the fault', calm)}${line('with it', flood)}</tbody></table>
<p>Sent: ${attack.requests.toLocaleString('en-US')} requests in ${attack.seconds.toFixed(1)} s, ${attack.refused.toLocaleString('en-US')} refused. The office host was asked
${origin.requests.toLocaleString('en-US')} times.</p>
${voterChart(watched)}`;
}

const STYLE = `:root{color-scheme:light dark;--line:#767676;--good:#1b6b2f;--bad:#b3261e;--not:#6b5d00;--flood:#b3261e22}
@media(prefers-color-scheme:dark){:root{--good:#7fd48f;--bad:#ff9c93;--not:#e0cf6a;--flood:#ff9c9333}}
body{font:1rem/1.5 system-ui,sans-serif;margin:0;padding:1rem}main{max-width:70rem;margin:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;font-weight:400;vertical-align:top}
thead th{font-weight:700}.n{white-space:nowrap;text-align:right;font-variant-numeric:tabular-nums}.sum{font-size:1.25rem;font-weight:700}
.good{color:var(--good)}.bad{color:var(--bad)}.not{color:var(--not)}h2 span{font-size:1rem}pre{white-space:pre-wrap}ul{padding-left:1.2rem}
svg{width:100%;height:auto;max-width:70rem}svg text{font:12px system-ui,sans-serif;fill:currentColor}`;
