// Owns what an incident report says, as data: times, volumes, what was asked for and by what kind of program, what voters got. Made of
// counts and of words that scripts/incident knows; never of text from the log. Pure.

import type { Collected, Minute } from './collect';
import { everyMinute, type Flood, floodsOf, gapsOf, ordinaryMinute } from './flood';
import { isForVoters, REQUEST_CLASSES, type RequestClass } from './log-line';

/** `[['/wp-admin/*', 1200], …]`. */
type Ranking = readonly (readonly [name: string, requests: number])[];

/** The whole report; the JSON form is this as it stands. Times are ISO 8601 in UTC, to the minute. */
export interface IncidentReport {
  readonly formatVersion: 1;
  readonly madeAt: string;
  readonly span: { readonly from: string; readonly to: string } | null;
  readonly requests: number;
  readonly bytes: number;
  readonly ordinaryPerMinute: number;
  readonly floods: readonly FloodReport[];
  /** Of requests for what voters need: the share that was given; null where there was none. */
  readonly answeredShare: number | null;
  readonly p95Ms: number | null;
  readonly classes: readonly ClassReport[];
  readonly statuses: Ranking;
  readonly methods: Ranking;
  readonly caches: Ranking;
  readonly agents: Ranking;
  readonly paths: Ranking;
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
  /** For the chart: `[minute, requests, given, failed]`. */
  readonly minutes: readonly (readonly [at: string, requests: number, given: number, failed: number])[];
  readonly lines: {
    readonly read: number;
    readonly bad: number;
    readonly badAt: readonly string[];
    readonly outside: number;
  };
}

export interface FloodReport {
  readonly from: string;
  readonly to: string;
  readonly requests: number;
  readonly bytes: number;
  readonly peakAt: string;
  readonly peakPerSecond: number;
  readonly answeredShare: number | null;
}

export interface ClassReport {
  readonly class: RequestClass;
  readonly isForVoters: boolean;
  readonly requests: number;
  readonly given: number;
  readonly failed: number;
  readonly refused: number;
  readonly bytes: number;
}

const TOP = 15;

/** The report of what was counted. */
export function reportOf(collected: Collected, now: Date): IncidentReport {
  const minutes = everyMinute(collected.minutes);
  const [first, last] = [minutes[0], minutes.at(-1)];
  const classes = REQUEST_CLASSES.map(
    (each): ClassReport => ({
      class: each,
      isForVoters: isForVoters({ class: each, method: 'GET' }),
      ...collected.classes[each],
    }),
  ).filter(({ requests }) => requests > 0);
  const sum = (of: (minute: Minute) => number) => minutes.reduce((total, minute) => total + of(minute), 0);
  return {
    formatVersion: 1,
    madeAt: now.toISOString(),
    span: first && last ? { from: minuteText(first.startMs), to: minuteText(last.startMs + 60_000) } : null,
    requests: collected.requests,
    bytes: sum(({ bytes }) => bytes),
    ordinaryPerMinute: ordinaryMinute(minutes),
    floods: floodsOf(minutes).map(floodReport),
    answeredShare: share(
      sum(({ given }) => given),
      sum(({ failed }) => failed),
    ),
    p95Ms: collected.durations.quantileMs(0.95),
    classes,
    statuses: ranked(collected.statuses),
    methods: ranked(collected.methods),
    caches: ranked(collected.caches),
    agents: collected.agents.top(TOP),
    paths: collected.paths.top(TOP),
    gaps: gapsOf(minutes).map(({ startMs, endMs }) => ({ from: minuteText(startMs), to: minuteText(endMs) })),
    minutes: minutes.map(({ startMs, requests, given, failed }) => [
      minuteText(startMs),
      requests,
      given,
      failed,
    ]),
    lines: {
      read: collected.lines,
      bad: collected.bad,
      badAt: collected.badLines,
      outside: collected.outside,
    },
  };
}

function floodReport({ startMs, endMs, requests, bytes, peak, given, failed }: Flood): FloodReport {
  return {
    from: minuteText(startMs),
    to: minuteText(endMs),
    requests,
    bytes,
    peakAt: minuteText(peak.startMs),
    peakPerSecond: Math.round(peak.requests / 60),
    answeredShare: share(given, failed),
  };
}

function share(given: number, failed: number): number | null {
  return given + failed === 0 ? null : given / (given + failed);
}

function ranked(counts: ReadonlyMap<string | number, number>): Ranking {
  return [...counts].map(([name, count]) => [String(name), count] as const).sort((a, b) => b[1] - a[1]);
}

/** `2026-11-03T14:05Z` */
function minuteText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}
