// That it makes no difference in what form a list is held: a draft is compared with rows packed, and tried with rows as they are.

import { expect, it } from 'vitest';
import { packedDataset as packed } from '@/lib/core/packed-streets';
import type { ListedDataset } from '@/lib/core/vip';
import { canonicalJson } from '@/lib/release/canonical-json';
import { compileOffice } from '@/lib/release/compile-office';
import { vectorReference } from '@/lib/release/offices.fixture';
import { encodePart } from '@/lib/release/part-bytes';
import { changesBetween } from '../fixes/changes-between';
import { compareDatasets } from './compare-datasets';
import { madeUpPair } from './made-up-lists.fixture';

const seeds = Array.from({ length: 150 }, (_, seed) => seed);

it('gives every row back as it came, by its place and one after the other', () => {
  for (const seed of seeds) {
    const [{ streetSegments }] = madeUpPair(seed);
    const packs = packed(madeUpPair(seed)[0]).streetSegments;
    expect([...packs]).toEqual(streetSegments);
    expect(streetSegments.map((_, at) => packs.at(at))).toEqual(streetSegments);
    expect([packs.length, packs.at(packs.length), packs.at(-1)]).toEqual([
      streetSegments.length,
      undefined,
      undefined,
    ]);
  }
});

it('gives back rows of a list that is longer than what stands together in memory', () => {
  const [first] = madeUpPair(3)[0].streetSegments;
  const rows = Array.from({ length: 40_000 }, (_, at) => ({ ...first!, id: `r${at}`, startHouseNumber: at }));
  const packs = packed({ ...madeUpPair(3)[0], streetSegments: rows }).streetSegments;
  expect([0, 16_383, 16_384, 39_999].map((at) => packs.at(at))).toEqual(
    [0, 16_383, 16_384, 39_999].map((at) => rows[at]),
  );
  expect([...packs].every(({ id }, at) => id === `r${at}`)).toBe(true);
});

it('compares packed lists as it compares plain ones', () => {
  let changed = 0;
  for (const seed of seeds) {
    const [live, draft] = madeUpPair(seed);
    const difference = compareDatasets(live, draft);
    changed += difference.groups.length;
    expect(canonicalJson(compareDatasets(packed(live), packed(draft)))).toBe(canonicalJson(difference));
    expect(canonicalJson(compareDatasets(null, packed(draft)))).toBe(
      canonicalJson(compareDatasets(null, draft)),
    );
  }
  expect(changed).toBeGreaterThan(seeds.length);
});

it.each(['before', 'after'] as const)(
  'finds the same changes in packed lists, by the terms of the list %s',
  (terms) => {
    for (const seed of seeds) {
      const [live, draft] = madeUpPair(seed);
      const changes = changesBetween(live, draft, { terms });
      expect(changesBetween(packed(live), packed(draft), { terms })).toEqual(changes);
      const street = changes.flatMap((change) => (change.about === 'addresses' ? [change.street] : []))[0];
      const streets = new Set(street === undefined ? [] : [street]);
      const wanted = changes.filter((change) => change.about !== 'addresses' || change.street === street);
      expect(changesBetween(packed(live), packed(draft), { terms, streets })).toEqual(wanted);
    }
  },
);

it('compiles packed lists to the same bytes', () => {
  for (const seed of seeds) {
    const [, draft] = madeUpPair(seed);
    const bytes = (list: ListedDataset) => Buffer.from(encodePart(compileOffice(list, vectorReference)));
    expect(bytes(packed(draft)).equals(bytes(draft))).toBe(true);
  }
});
