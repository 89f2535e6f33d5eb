// Owns what a mirror tells machines about itself: `mirror-status.json` beside its memory, and figures in Prometheus' text format.
// Written after every turn, never into the web root, and never the reason why a turn fails.

import { dirname, join } from 'node:path';
import { writeAtomically } from '../atomic-files';
import { makeFolder } from '../make-folder';
import type { MirrorReport } from './mirror-once';

/** The file's name in the mirror's own folder. */
export const STATUS_FILE = 'mirror-status.json';

/** Counts since the process began. */
export interface MirrorTotals {
  readonly turns: number;
  readonly failures: number;
  readonly files: number;
  readonly bytes: number;
  /** When a turn last ended without a failure; null: never yet. */
  readonly goodAt: Date | null;
}

/** What there is before the first turn. */
export const NO_TOTALS: MirrorTotals = { turns: 0, failures: 0, files: 0, bytes: 0, goodAt: null };

/** Whether voters of this mirror get less than its sources have: exit code 1. */
export function hasFailed({ release, site }: MirrorReport): boolean {
  return release.outcome === 'failed' || site.outcome === 'failed';
}

/** The totals after one more turn. */
export function addTurn(totals: MirrorTotals, report: MirrorReport, now: Date): MirrorTotals {
  const isBad = hasFailed(report);
  return {
    turns: totals.turns + 1,
    failures: totals.failures + (isBad ? 1 : 0),
    files: totals.files + report.fetchedFiles,
    bytes: totals.bytes + report.fetchedBytes,
    goodAt: isBad ? totals.goodAt : now,
  };
}

/** One turn as a line of JSON: `{"at":"2026-…","ok":true,"release":{…},"site":{…},"problems":[]}`. */
export function statusJson(report: MirrorReport, totals: MirrorTotals, now: Date): string {
  const { release, site, problems, fetchedFiles, fetchedBytes, isLook } = report;
  const { pointer, outcome, source, isOld, objects, pages } = release;
  return JSON.stringify({
    at: now.toISOString(),
    ok: !hasFailed(report),
    goodAt: totals.goodAt?.toISOString() ?? null,
    release: {
      outcome,
      source,
      line: pointer?.releaseLine ?? null,
      sequence: pointer?.sequence ?? null,
      issuedAt: pointer?.issuedAt ?? null,
      expiresAt: pointer?.expiresAt ?? null,
      isOld,
      objects,
      pages,
    },
    site: {
      outcome: site.outcome,
      sequence: site.site?.sequence ?? null,
      issuedAt: site.site?.issuedAt ?? null,
      files: site.files,
    },
    problems,
    fetchedFiles,
    fetchedBytes,
    lookedAtAll: isLook,
  });
}

/** Figures for a scraper: text format 0.0.4, as node_exporter's textfile collector reads it. */
export function metricsText(report: MirrorReport, totals: MirrorTotals, now: Date): string {
  const { release, site } = report;
  const seconds = (at: Date | string | undefined | null): number | null =>
    at === undefined || at === null ? null : Math.floor(new Date(at).getTime() / 1000);
  const lines: readonly (readonly [
    name: string,
    type: 'gauge' | 'counter',
    help: string,
    value: number | null,
  ])[] = [
    ['up', 'gauge', '1: the last turn followed its sources.', hasFailed(report) ? 0 : 1],
    ['turn_timestamp_seconds', 'gauge', 'When the last turn ended.', seconds(now)],
    [
      'good_turn_timestamp_seconds',
      'gauge',
      'When a turn last followed its sources.',
      seconds(totals.goodAt),
    ],
    ['release_sequence', 'gauge', 'Number of the release that is served.', release.pointer?.sequence ?? null],
    [
      'release_issued_timestamp_seconds',
      'gauge',
      'When the office last confirmed it.',
      seconds(release.pointer?.issuedAt),
    ],
    ['release_old', 'gauge', '1: not confirmed for 30 minutes.', release.isOld ? 1 : 0],
    ['site_sequence', 'gauge', 'Number of the site that is served.', site.site?.sequence ?? null],
    ['turns_total', 'counter', 'Turns since the process began.', totals.turns],
    ['failures_total', 'counter', 'Turns that did not follow their sources.', totals.failures],
    ['fetched_files_total', 'counter', 'Files fetched and found right.', totals.files],
    ['fetched_bytes_total', 'counter', 'Their bytes, uncompressed.', totals.bytes],
  ];
  return lines
    .filter(([, , , value]) => value !== null)
    .map(([name, type, help, value]) => {
      const full = `levee_mirror_${name}`;
      return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${full} ${value}\n`;
    })
    .join('');
}

/** Write both; false where the disk refuses, which the turn's own problems say already. */
export async function writeStatus(
  folder: string,
  metricsFile: string | null,
  texts: { readonly json: string; readonly metrics: string },
): Promise<boolean> {
  try {
    await makeFolder(folder);
    await writeAtomically(join(folder, STATUS_FILE), Buffer.from(`${texts.json}\n`));
    if (metricsFile !== null) {
      await makeFolder(dirname(metricsFile));
      await writeAtomically(metricsFile, Buffer.from(texts.metrics));
    }
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return false;
  }
}
