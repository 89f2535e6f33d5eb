import { describe, expect, it } from 'vitest';
import { cacheOriginCheck } from './beside';
import type { Watched } from './meter';
import { sumVisits } from './verdict';

const shard = `/v1/objects/${'a'.repeat(64)}.json`;
const known = new Set(['/v1/current.json', '/en/', shard]);

function watched(seconds: number, originPaths: Readonly<Record<string, number>>): Watched {
  const requests = Object.values(originPaths).reduce((sum, count) => sum + count, 0);
  return {
    ...{ name: 'a flood', calm: sumVisits([]), flood: sumVisits([]), visits: [] },
    attack: { seconds, requests: 1_000_000, errors: 0, refused: 0 },
    origin: { requests, seconds },
    windows: [
      {
        ...{ fromMs: 0, toMs: seconds * 1000, requests: 1_000_000 },
        ...{ originRequests: requests, originPaths },
      },
    ],
  };
}
const holds = (seconds: number, paths: Readonly<Record<string, number>>) =>
  cacheOriginCheck(watched(seconds, paths), (path) => known.has(path));

describe('what a cache may ask of the office host', () => {
  it('is each file once in the time that it is kept, in two encodings', () => {
    expect(holds(9, { '/en/': 2, [shard]: 2 }).holds).toBe(true);
    expect(holds(11, { '/en/': 4, [shard]: 2 }).holds).toBe(true);
    expect(holds(9, { '/en/': 3 })).toMatchObject({
      holds: false,
      got: expect.stringContaining('/en/ 3 times'),
    });
    expect(holds(11, { [shard]: 3 }).holds).toBe(false);
  });

  it('is the pointer once a second besides, for whoever pulls', () => {
    expect(holds(9, { '/v1/current.json': 11 }).holds).toBe(true);
    expect(holds(9, { '/v1/current.json': 12 }).holds).toBe(false);
  });

  it('is nothing that is not a file of the site: a query or a made-up name that came through', () => {
    expect(holds(9, { '/en/?x=1': 1 }).holds).toBe(false);
    expect(holds(9, { '/v1/objects/made-up.json': 1 }).holds).toBe(false);
  });
});
