import { describe, expect, it } from 'vitest';
import type { Figures } from './measure';
import type { Published } from './publish-tasks';
import { table, targetLines } from './report';

const alone: Published = {
  offices: 1,
  seconds: 2,
  processorSeconds: 1,
  longestStepSeconds: 1,
  steps: {},
  peakBytes: 200 * 1024 * 1024,
  size: { objects: 26, pages: 68, bytes: 1_000_000 },
};

const figures: Figures = {
  rows: 250_000,
  turns: 3,
  parseSeconds: 0.5,
  compileSeconds: 4,
  compilePeakBytes: 700 * 1024 * 1024,
  sizes: {
    shards: 900,
    objects: 990,
    shardP50Bytes: 3_000,
    shardP95Bytes: 12 * 1024,
    shardMaxBytes: 40 * 1024 + 1,
    rootBytes: 8 * 1024,
    allBytes: 5 * 1024 * 1024,
  },
  pages: { seconds: 20, pages: 6_000, largestBytes: 14 * 1024 + 1, allBytes: 25 * 1024 * 1024 },
  rates: {
    lookups: 8_000,
    lookupsPerSecond: 99_999,
    searches: 1_500,
    searchesPerSecond: 2_000,
    coldShardsPerSecond: 2_000,
  },
  publishing: {
    segments: 2_700,
    published: [alone, { ...alone, offices: 88, seconds: 15.1, processorSeconds: 8 }],
    longestStepSeconds: 10,
    notice: { ...alone, processorSeconds: 5 },
  },
};

describe('the bench table', () => {
  it('meets a target that is just reached, and none that is just missed', () => {
    const missed = targetLines(figures).filter(({ met }) => !met);
    expect(missed.map(({ name }) => name)).toEqual([
      'shard, compressed, largest',
      'plain page, compressed, largest',
      'look-ups, shard decoded, one thread',
      'a county’s publish, approval to visible',
    ]);
  });

  it('says so in words', () => {
    expect(table(figures).match(/NOT MET/g)).toHaveLength(4);
    expect(table(figures)).toContain('8.00 times   <= 8 times     met');
    expect(table(figures)).toContain('88 offices, one publishes 2,700 segments: 15.1 s');
  });
});
