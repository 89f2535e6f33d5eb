// The made-up feed: the same for the same seed, as messy as real ones, and its golden answers are right
// by counting rows in the files themselves.

import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedCounts, writeFeed } from './feed';

const PRECINCTS = 600;
let directory = '';
let counts: FeedCounts;

async function hashes(folder: string): Promise<Record<string, string>> {
  const entries = (await readdir(folder)).sort().map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function rowsOf(name: string): Promise<Record<string, string>[]> {
  const text = await readFile(join(directory, 'a', name), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'levee-feed-'));
  counts = await writeFeed({ precincts: PRECINCTS, seed: 5, directory: join(directory, 'a') });
});
afterAll(() => rm(directory, { recursive: true }));

describe('a made-up feed', () => {
  it('is the same to the byte for the same seed', async () => {
    await writeFeed({ precincts: PRECINCTS, seed: 5, directory: join(directory, 'b') });
    expect(await hashes(join(directory, 'b'))).toEqual(await hashes(join(directory, 'a')));
  });

  it('is another for another seed', async () => {
    await writeFeed({ precincts: PRECINCTS, seed: 6, directory: join(directory, 'c') });
    const [a, c] = [await hashes(join(directory, 'a')), await hashes(join(directory, 'c'))];
    expect(c['street_segment.csv']).not.toBe(a['street_segment.csv']);
  });

  it('keeps the bytes it had when this test was written', async () => {
    const digest = (await hashes(join(directory, 'a')))['street_segment.csv'];
    expect(digest).toBe('141e9093dae6116119e215764310193164256ee8514fff89ab8938b2503475b9');
  });

  it('has about 28 segments to a precinct', async () => {
    const rows = await rowsOf('street_segment.csv');
    expect(rows.length).toBe(counts.segments);
    expect(rows.length / PRECINCTS).toBeGreaterThan(26);
    expect(rows.length / PRECINCTS).toBeLessThan(31);
  });

  it('has every precinct that was asked for', async () => {
    expect(await rowsOf('precinct.csv')).toHaveLength(PRECINCTS);
  });

  it('has about 13 overlapping pairs to 100 rows, 8 of them across precincts', async () => {
    const { pairs, across } = countOverlaps(await rowsOf('street_segment.csv'));
    expect(pairs).toBeGreaterThan(11);
    expect(pairs).toBeLessThan(15);
    expect(across).toBeGreaterThan(6.5);
    expect(across).toBeLessThan(9.5);
  });

  it('keeps to ZIPs that the postal service has not assigned', async () => {
    const broken = new Set(['6951']);
    const zips = new Set((await rowsOf('street_segment.csv')).map(({ zip }) => zip ?? ''));
    for (const zip of zips) if (!broken.has(zip)) expect(zip).toMatch(/^(00[1-4]|69[5-9])\d\d$/);
  });

  it('gives golden addresses of every kind it promises', async () => {
    const kinds = new Set((await rowsOf('golden.csv')).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ['anyPlace', 'byMail', 'choose', 'conflict', 'found', 'missing', 'noElection'].sort(),
    );
  });

  it('names only places that exist', async () => {
    const ids = new Set((await rowsOf('polling_location.csv')).map(({ id }) => id));
    for (const { place_ids: placeIds, kind } of await rowsOf('golden.csv')) {
      const listed = (placeIds ?? '').split(' ').filter((id) => id !== '');
      expect(listed.every((id) => ids.has(id))).toBe(true);
      expect(listed.length > 0).toBe(['found', 'anyPlace', 'conflict'].includes(kind ?? ''));
    }
  });
});

function countOverlaps(rows: readonly Record<string, string>[]): { pairs: number; across: number } {
  const streets = new Map<string, Record<string, string>[]>();
  for (const row of rows) {
    if (row.start_apartment_number !== '') continue;
    const key = [
      row.zip,
      row.city,
      row.street_direction,
      row.street_name,
      row.street_suffix,
      row.address_direction,
    ]
      .join('|')
      .toUpperCase();
    streets.set(key, [...(streets.get(key) ?? []), row]);
  }
  let pairs = 0;
  let across = 0;
  for (const street of streets.values()) {
    for (const [index, a] of street.entries()) {
      for (const b of street.slice(0, index)) {
        const [startA, endA] = [Number(a.start_house_number), Number(a.end_house_number)];
        const [startB, endB] = [Number(b.start_house_number), Number(b.end_house_number)];
        const sides = new Set([a.odd_even_both, b.odd_even_both]);
        if (startA > endB || startB > endA || (sides.has('odd') && sides.has('even'))) continue;
        pairs += 1;
        if (a.precinct_id !== b.precinct_id) across += 1;
      }
    }
  }
  return { pairs: (100 * pairs) / rows.length, across: (100 * across) / rows.length };
}
