// Owns how what was measured beside the rows looks: lines in a terminal, a section of the report. Pure.

import type { Annex } from '../annex';
import { text } from './text';

/** Title, table, what does not hold, notes. */
export function annexLines({ title, checks, heads, rows, notes }: Annex): readonly string[] {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (isNumber(rows, at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const amiss = checks
    .filter(({ holds }) => !holds)
    .map(({ what, got }) => `      falls short: ${what}: ${got}`);
  const table = heads.length === 0 ? [] : [heads, ...rows].map(line);
  return ['', title, ...table, ...amiss, `${sum(checks)}`, ...notes];
}

/** The same as a section of the page. */
export function annexHtml({ title, checks, heads, rows, notes }: Annex): string {
  const head = heads.map((each) => `<th scope="col">${text(each)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => `<td${isNumber(rows, at) ? ' class="n"' : ''}>${text(cell)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const items = checks.map(
    ({ what, got, holds }) =>
      `<li class="${holds ? 'good' : 'bad'}"><b>${holds ? 'holds' : 'falls short'}</b> ${text(what)}: ${text(got)}</li>`,
  );
  return `<section>
<h2>${text(title)}</h2>
<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>
<ul>${items.join('')}</ul>
${notes.map((note) => `<p>${text(note)}</p>`).join('\n')}
</section>`;
}

function sum(checks: Annex['checks']): string {
  return `${checks.filter(({ holds }) => holds).length} of ${checks.length} checks hold`;
}

/** A column of numbers is read from its right edge. */
function isNumber(rows: Annex['rows'], at: number): boolean {
  return rows.length > 0 && rows.every((row) => /^$|^[\d.,]+( ?(ms|s|\/s|×))?$/.test(row[at] ?? ''));
}
