// Owns pairs of made-up lists for tests that compare in two ways: few names, so that rows meet, overlap, contradict each other, and stand
// on both lists; the same lists for the same seed.

import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { exampleCounty, place, precinct, segment } from '@/lib/release/offices.fixture';
import { createRandom, type Random } from '@/scripts/generate/random';

const names = ['MAIN', 'Main', 'OAK', '97', 'ST JOHN', 'Élan'];
const ends = [9, 99, 199, 9998, 999_999];

/** What is live, and what comes after it: the same rows in another order, some of them changed, gone or new. */
export function madeUpPair(seed: number): readonly [live: Dataset, draft: Dataset] {
  const random = createRandom(seed);
  const live = madeUpList(random, 'a');
  const other = madeUpList(random, 'b');
  const kept = live.streetSegments.filter(() => random.chance(0.8));
  const changed = kept.map((row, at): StreetSegment => {
    const id = `é${at}`;
    return random.chance(0.2) ? { ...row, id, precinctId: random.pick(precinctIds) } : { ...row, id };
  });
  const rows = random.chance(0.5) ? changed : changed.toReversed();
  const streetSegments = [...rows, ...other.streetSegments.filter(() => random.chance(0.2))];
  const { withheld, ...rest } = random.chance(0.5) ? live : other;
  return [live, { ...rest, streetSegments, ...(withheld === undefined ? {} : { withheld }) }];
}

const precinctIds = ['1', '2', '3', 'gone'];

function madeUpList(random: Random, mark: string): Dataset {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => madeUpRow(random, `${mark}${at}`));
  const withheld = random.chance(0.4) ? rows(random.between(0, 4)) : null;
  const placeIds = ['hall', 'church', 'box'];
  return {
    ...exampleCounty,
    precincts: ['1', '2', '3'].map((id) =>
      precinct({
        id,
        localityId: '1',
        number: id,
        pollingLocationIds: placeIds.filter(() => random.chance(0.4)),
        isMailOnly: random.chance(0.1),
        isNotVoting: random.chance(0.1),
      }),
    ),
    precinctSplits: [{ id: 's1', name: 'North', precinctId: '1', pollingLocationIds: ['church'] }],
    pollingLocations: placeIds.map((id) =>
      place({ id, name: `${id} ${random.between(1, 2)}`, line1: '1 Hall St', isDropBox: id === 'box' }),
    ),
    streetSegments: rows(random.between(0, 40)),
    ...(withheld === null
      ? {}
      : { withheld: withheld.map((row) => ({ ...row, precinctId: '', precinctSplitId: null })) }),
  };
}

function madeUpRow(random: Random, id: string): StreetSegment {
  const isAll = random.chance(0.05);
  const unit = () => String(random.between(1, 6));
  return segment({
    id: random.chance(0.03) ? `${id}-${'long'.repeat(100)}` : id,
    startHouseNumber: isAll ? 0 : random.pick([0, 1, 2, 51, 100]),
    endHouseNumber: isAll ? 0 : random.pick(ends),
    oddEvenBoth: random.pick(['odd', 'even', 'both'] as const),
    houseNumberPrefix: random.chance(0.1) ? random.pick(['N', '12-']) : null,
    houseNumberSuffix: random.chance(0.1) ? 'a' : null,
    streetName: random.pick(names),
    streetSuffix: random.pick(['ST', 'Street', 'AVE', '']),
    streetDirection: random.chance(0.1) ? 'N' : '',
    units: random.chance(0.2) ? [{ start: unit(), end: unit() }] : [],
    city: random.pick(['Springvale', 'SPRINGVALE', 'Carey']),
    zip: random.pick(['43999', '43998', '00000']),
    includesAllAddresses: isAll,
    includesAllStreets: random.chance(0.03),
    precinctId: random.pick(precinctIds),
    precinctSplitId: random.chance(0.1) ? 's1' : null,
  });
}
