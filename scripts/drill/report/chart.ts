// Owns a chart over time of one fault: what voters got each half second, how much was sent, what the office host was asked. SVG
// as text. Pure.

import type { Watched } from '../meter';
import type { Visit } from '../verdict';

const WIDTH = 900;
const HEIGHT = 150;
const LEFT = 60;
const SLICE_MS = 500;

interface Slice {
  readonly asked: number;
  readonly good: number;
}

/** The chart of one stretch; empty where nobody asked. */
export function voterChart({ name, visits, windows }: Watched): string {
  if (visits.length === 0) return '';
  const startMs = Math.min(...visits.map(({ atMs }) => atMs));
  const endMs = Math.max(...visits.map(({ atMs }) => atMs)) + SLICE_MS;
  const x = (ms: number): number => LEFT + ((ms - startMs) / (endMs - startMs)) * (WIDTH - LEFT - 10);
  const floods = windows.map(({ fromMs, toMs, requests, originRequests }) => {
    const width = Math.max(1, x(toMs) - x(fromMs));
    const perSecond = Math.round((requests * 1000) / Math.max(1, toMs - fromMs));
    const words = `${perSecond.toLocaleString('en-US')}/s sent, ${originRequests.toLocaleString('en-US')} at the office host`;
    return `<rect x="${x(fromMs).toFixed(1)}" y="20" width="${width.toFixed(1)}" height="${HEIGHT - 40}" fill="var(--flood)"><title>${words}</title></rect>${
      width > 190 ? `<text x="${(x(fromMs) + 4).toFixed(1)}" y="14">${words}</text>` : ''
    }`;
  });
  const slices = slicesOf(visits, startMs, endMs);
  const bars = slices.map(({ asked, good }, at) => {
    if (asked === 0) return '';
    const height = (good / asked) * (HEIGHT - 40);
    const [from, to] = [x(startMs + at * SLICE_MS), x(startMs + (at + 1) * SLICE_MS)];
    const colour = good === asked ? 'var(--good)' : 'var(--bad)';
    return `<rect x="${from.toFixed(1)}" y="${(HEIGHT - 20 - height).toFixed(1)}" width="${Math.max(1, to - from - 1).toFixed(1)}" height="${Math.max(1, height).toFixed(1)}" fill="${colour}"><title>${good} of ${asked} right or honest</title></rect>`;
  });
  const label = `Voters’ success over time: ${name}`.replace(/[&<>"]/g, ' ');
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${floods.join('')}${bars.join('')}
<text x="0" y="32">100%</text><text x="0" y="${HEIGHT - 20}">0%</text>
<text x="${LEFT}" y="${HEIGHT - 4}">0 s</text><text x="${WIDTH - 50}" y="${HEIGHT - 4}">${((endMs - startMs) / 1000).toFixed(0)} s</text></svg>`;
}

function slicesOf(visits: readonly Visit[], startMs: number, endMs: number): readonly Slice[] {
  const slices = Array.from({ length: Math.ceil((endMs - startMs) / SLICE_MS) }, () => ({
    asked: 0,
    good: 0,
  }));
  for (const { atMs, verdict } of visits) {
    const slice = slices[Math.floor((atMs - startMs) / SLICE_MS)];
    if (slice === undefined) continue;
    slice.asked += 1;
    if (verdict === 'right' || verdict === 'honest') slice.good += 1;
  }
  return slices;
}
