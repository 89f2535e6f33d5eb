import { describe, expect, it } from 'vitest';
import { annexOf as throughputAnnex } from '../throughput/annex';
import type { ThroughputRow } from '../throughput/edge-throughput';
import { annexOf as greatFloodAnnex } from '../throughput/great-flood-annex';
import { sumVisits } from '../verdict';
import { annexOf } from './annex';
import type { LoadFigures } from './measure';

const falling = (annex: { readonly checks: readonly { readonly what: string; readonly holds: boolean }[] }) =>
  annex.checks.filter(({ holds }) => !holds).map(({ what }) => what);

describe('the comparison', () => {
  const figures = (target: string, requestsPerSecond: number, over: object = {}): LoadFigures => ({
    target,
    load: 'query',
    requestsPerSecond,
    flood: null,
    voters: { ...sumVisits([]), asked: 100, right: 100, ...over },
    originRequests: 7,
  });

  it('says how many times as much the edge on disk gives, under the same flood', () => {
    const { rows } = annexOf([figures('edge-disk', 40_000), figures('next', 400), figures('x', 16_000)], 5);
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      ['edge-disk', '40,000', '1.0 ×'],
      ['next', '400', '100 ×'],
      ['x', '16,000', '2.5 ×'],
    ]);
  });

  it('asks of Levee’s edges what it asks of rows, and nothing of the others', () => {
    const others = [figures('next', 1, { right: 0, wrong: 50 })];
    expect(falling(annexOf([figures('edge-disk', 1), figures('edge-cache', 1), ...others], 5))).toEqual([]);
    const bad = [figures('edge-disk', 1, { right: 98, wrong: 1, falseMissing: 1 }), figures('edge-cache', 1)];
    expect(falling(annexOf(bad, 5))).toHaveLength(3);
  });
});

describe('throughput', () => {
  const lane = {
    name: '',
    requestsPerSecond: 1,
    requestsPerCoreSecond: 1,
    coreRounds: [1],
    rounds: 5,
    requests: 9,
    badStatus: 0,
    unanswered: 0,
  };
  const row = (over: Partial<ThroughputRow>, originRequests = 0): ThroughputRow => ({
    ...{
      edge: 'edge-disk',
      file: 'shard',
      what: '',
      isYardstick: false,
      isRandom: false,
      ratio: 0.5,
      clockRatio: 1,
    },
    edgeFigures: { ...lane, originRequests },
    besideFigures: { ...lane, originRequests: 0 },
    ...over,
  });

  it('must be nine tenths of bare nginx at the edge on disk, and of the plain run at both', () => {
    expect(falling(throughputAnnex([row({})]))).toEqual([]);
    expect(falling(throughputAnnex([row({ isYardstick: true })]))).toHaveLength(1);
    expect(falling(throughputAnnex([row({ isYardstick: true, edge: 'edge-cache' })]))).toEqual([]);
    expect(falling(throughputAnnex([row({ isRandom: true, edge: 'edge-cache' })]))).toHaveLength(1);
    expect(falling(throughputAnnex([row({ isYardstick: true, ratio: 0.9 })]))).toEqual([]);
  });

  it('under random requests must ask nobody for what never changes, and by time for what does', () => {
    const random = { isRandom: true, ratio: 1, edge: 'edge-cache' };
    expect(falling(throughputAnnex([row(random, 1)]))).toHaveLength(1);
    expect(falling(throughputAnnex([row({ ...random, file: 'page' }, 2)]))).toEqual([]);
    expect(falling(throughputAnnex([row({ ...random, file: 'page' }, 9)]))).toHaveLength(1);
  });
});

describe('the great flood', () => {
  const flooded = (originRequests: number, requests = 5_000_000) => ({
    rows: [
      {
        edge: 'edge-cache',
        shape: 'plain' as const,
        requests,
        seconds: 60,
        originRequests,
        originRequestsPerSecond: 1,
        badStatus: 0,
        unanswered: 0,
      },
    ],
    ...{
      requests,
      seconds: 60,
      originRequests,
      originRequestsPerSecond: 1,
      originRequestsPerSecondAndEdge: 1,
    },
    isWhole: requests >= 5_000_000,
  });

  it('must be whole, and what comes through bounded by files and time', () => {
    const wanted = { requests: 5_000_000, paths: 200 };
    expect(falling(greatFloodAnnex(flooded(2_000), wanted))).toEqual([]);
    expect(falling(greatFloodAnnex(flooded(5_000), wanted))).toEqual(['edge-cache: requests at the origin']);
    expect(falling(greatFloodAnnex(flooded(0, 4_000_000), wanted))).toEqual(['requests sent']);
  });
});
