import { describe, expect, it } from 'vitest';
import type { Figures } from './measure';
import { table, targetLines } from './report';

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
};

describe('the bench table', () => {
  it('meets a target that is just reached, and none that is just missed', () => {
    const missed = targetLines(figures).filter(({ met }) => !met);
    expect(missed.map(({ name }) => name)).toEqual([
      'shard, compressed, largest',
      'plain page, compressed, largest',
      'look-ups, shard decoded, one thread',
    ]);
  });

  it('says so in words', () => {
    expect(table(figures).match(/NOT MET/g)).toHaveLength(3);
    expect(table(figures)).toContain('8.00 times   <= 8 times     met');
  });
});
