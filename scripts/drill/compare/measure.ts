// Owns one measurement of the comparison: a flood and steady voters at once, and what reached the application meanwhile.
// Knows no table.

import type { GoldenAddress, VoterFigures } from '../verdict';
import { type FloodFigures, type FloodShape, flood } from './flood';
import type { Target } from './target';
import { askSteadily } from './voters';

export interface MeasureOptions {
  readonly seconds: number;
  readonly golden: readonly GoldenAddress[];
  readonly publicKeys: readonly string[];
  /** 20 where it is left out. */
  readonly votersPerSecond?: number;
  readonly connections?: number;
  readonly core?: number;
}

/** `load: 'none'`: the voters alone, to compare with. */
export interface LoadFigures {
  readonly target: string;
  readonly load: FloodShape | 'none';
  /** Answers below 400 a second; in a flood of `notFound`, all answers below 500 are what there is to give. */
  readonly requestsPerSecond: number;
  readonly flood: FloodFigures | null;
  readonly voters: VoterFigures;
  /** Of flood and voters together. */
  readonly originRequests: number;
}

/** Requests of one voter who reads files: page, pointer, root, ZIP page, shard. */
const FILES_A_VOTER = 5;

/** Voters ask all the while; the flood says gzip, as browsers do. */
export async function measureUnderLoad(
  target: Target,
  load: FloodShape | 'none',
  options: MeasureOptions,
): Promise<LoadFigures> {
  const { seconds, golden, publicKeys, votersPerSecond = 20, connections, core } = options;
  const counter = target.originRequests;
  const before = counter === 'everyRequest' ? 0 : await counter();
  const [flooded, voters] = await Promise.all([
    load === 'none'
      ? null
      : flood(target, {
          shape: load,
          seconds,
          acceptEncoding: 'gzip',
          ...(connections === undefined ? {} : { connections }),
          ...(core === undefined ? {} : { core }),
        }),
    askSteadily(target, { golden, publicKeys, perSecond: votersPerSecond, seconds }),
  ]);
  const everyRequest =
    (flooded?.requests ?? 0) + voters.asked * (target.asks === 'files' ? FILES_A_VOTER : 1);
  return {
    target: target.name,
    load,
    requestsPerSecond: flooded === null ? 0 : answeredPerSecond(flooded, load),
    flood: flooded,
    voters,
    originRequests: counter === 'everyRequest' ? everyRequest : (await counter()) - before,
  };
}

function answeredPerSecond(flooded: FloodFigures, load: FloodShape | 'none'): number {
  const answered = load === 'notFound' ? flooded.requests : flooded.requests - flooded.badStatus;
  return answered / flooded.seconds;
}
