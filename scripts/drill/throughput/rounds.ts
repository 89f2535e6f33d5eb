// Owns measuring several things in turns, so that a busy machine is busy for all of them, and the medians. Knows no target.

import { type FloodFigures, type FloodOptions, flood } from '../compare/flood';
import { processorSeconds } from './worker-time';

/** One thing to measure: a flood of one address. */
export interface Lane {
  readonly name: string;
  readonly url: string;
  /** Whose processor time counts. */
  readonly pids: readonly number[];
  /** Requests that came through to the server behind so far. */
  readonly originRequests?: () => number | Promise<number>;
  readonly options: Omit<FloodOptions, 'seconds'> & { readonly paths: readonly string[] };
}

/** What one lane gave, as medians over its rounds. */
export interface LaneFigures {
  readonly name: string;
  readonly requestsPerSecond: number;
  /** Answers that one second of the server's processor gave: other programs on the machine do not change it much. */
  readonly requestsPerCoreSecond: number;
  /** The same of each round, in their order. */
  readonly coreRounds: readonly number[];
  readonly rounds: number;
  /** Over all rounds. */
  readonly requests: number;
  readonly originRequests: number;
  readonly badStatus: number;
  readonly unanswered: number;
}

/** A, B, A, B, …: each lane for so many seconds, so many times. */
export async function inTurns(
  lanes: readonly Lane[],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<readonly LaneFigures[]> {
  const made = lanes.map((lane) => ({
    lane,
    runs: [] as { figures: FloodFigures; core: number; origin: number }[],
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { lane, runs } of made) {
      const originBefore = (await lane.originRequests?.()) ?? 0;
      const before = processorSeconds(lane.pids);
      const figures = await flood(
        { url: lane.url, paths: lane.options.paths },
        { ...lane.options, seconds, seed: round + 1 },
      );
      const coreSeconds = processorSeconds(lane.pids) - before;
      const origin = ((await lane.originRequests?.()) ?? 0) - originBefore;
      runs.push({ figures, core: coreSeconds > 0 ? figures.requests / coreSeconds : 0, origin });
    }
  }
  return made.map(({ lane, runs }) => {
    const sum = (of: (figures: FloodFigures) => number) =>
      runs.reduce((all, run) => all + of(run.figures), 0);
    return {
      name: lane.name,
      requestsPerSecond: median(runs.map(({ figures }) => figures.requestsPerSecond)),
      requestsPerCoreSecond: median(runs.map(({ core }) => core)),
      coreRounds: runs.map(({ core }) => core),
      rounds,
      requests: sum(({ requests }) => requests),
      originRequests: runs.reduce((all, { origin }) => all + origin, 0),
      badStatus: sum(({ badStatus }) => badStatus),
      unanswered: sum(({ unanswered }) => unanswered),
    };
  });
}

/** The median of one lane's rounds beside another's: what the machine does meanwhile, it does to both of a round. */
export function pairedRatio(one: readonly number[], beside: readonly number[]): number {
  return median(one.flatMap((value, at) => (beside[at] ? [value / beside[at]] : [])));
}

/** Of `[3, 1, 2]` it is 2; of an even number the mean of the two in the middle; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? 0 : (low + high) / 2;
}
