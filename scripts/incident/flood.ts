// Owns saying when a flood began and ended, by a rule that anybody can check: a minute is in a flood if it has more than ten times the
// requests of an ordinary one, and at least a thousand. Pure.

import type { Minute } from './collect';

const MINUTE_MS = 60_000;
/** So many times the ordinary minute. */
export const FLOOD_FACTOR = 10;
/** A night's ordinary minute may be nothing: ten times that is no flood. */
export const FLOOD_LEAST = 1_000;
/** Quieter minutes between two loud ones belong to the same flood: it comes and goes. */
const BRIDGED_MINUTES = 10;

/** From the first to the last loud minute. `peak`: the loudest. */
export interface Flood {
  readonly startMs: number;
  /** The end of its last minute. */
  readonly endMs: number;
  readonly requests: number;
  readonly bytes: number;
  readonly peak: { readonly startMs: number; readonly requests: number };
  /** Of what voters need. */
  readonly given: number;
  readonly failed: number;
}

/** Minutes in a row from the first to the last of a log; those without a request are there with 0. */
export function everyMinute(minutes: ReadonlyMap<number, Minute>): readonly Minute[] {
  const starts = [...minutes.keys()];
  const all: Minute[] = [];
  if (starts.length === 0) return all;
  const last = starts.reduce((a, b) => Math.max(a, b));
  const first = starts.reduce((a, b) => Math.min(a, b));
  for (let startMs = first; startMs <= last; startMs += MINUTE_MS) {
    all.push(minutes.get(startMs) ?? { startMs, requests: 0, bytes: 0, given: 0, failed: 0 });
  }
  return all;
}

/** Requests of the ordinary minute: a quarter of all minutes have fewer. A flood of up to three quarters of the log does not move it. */
export function ordinaryMinute(minutes: readonly Minute[]): number {
  const sorted = minutes.map(({ requests }) => requests).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? 0;
}

/** The floods in a log, in their order; [] where there is none. */
export function floodsOf(minutes: readonly Minute[]): readonly Flood[] {
  const level = Math.max(FLOOD_LEAST, FLOOD_FACTOR * ordinaryMinute(minutes));
  const runs: { from: number; to: number }[] = [];
  for (const [index, { requests }] of minutes.entries()) {
    if (requests < level) continue;
    const last = runs.at(-1);
    if (last !== undefined && index - last.to <= BRIDGED_MINUTES + 1) last.to = index;
    else runs.push({ from: index, to: index });
  }
  return runs.map(({ from, to }) => floodOf(minutes.slice(from, to + 1)));
}

/** Times without a single request, of two minutes or more: the edge was down, or its log is not whole. */
export function gapsOf(
  minutes: readonly Minute[],
): readonly { readonly startMs: number; readonly endMs: number }[] {
  const gaps: { startMs: number; endMs: number }[] = [];
  for (const { startMs, requests } of minutes) {
    if (requests > 0) continue;
    const last = gaps.at(-1);
    if (last?.endMs === startMs) last.endMs = startMs + MINUTE_MS;
    else gaps.push({ startMs, endMs: startMs + MINUTE_MS });
  }
  return gaps.filter(({ startMs, endMs }) => endMs - startMs >= 2 * MINUTE_MS);
}

function floodOf(minutes: readonly Minute[]): Flood {
  const sum = (of: (minute: Minute) => number) => minutes.reduce((total, minute) => total + of(minute), 0);
  const peak = minutes.reduce((loudest, minute) => (minute.requests > loudest.requests ? minute : loudest));
  return {
    startMs: minutes[0]?.startMs ?? 0,
    endMs: (minutes.at(-1)?.startMs ?? 0) + MINUTE_MS,
    requests: sum(({ requests }) => requests),
    bytes: sum(({ bytes }) => bytes),
    peak: { startMs: peak.startMs, requests: peak.requests },
    given: sum(({ given }) => given),
    failed: sum(({ failed }) => failed),
  };
}
