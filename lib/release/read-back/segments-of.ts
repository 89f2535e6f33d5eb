// Owns rows of the street list on their way back from a release: each range with its street as the office writes it. Knows no
// precinct's places but as a key.

import type { OddEvenBoth, StreetSegment } from '@/lib/core/vip';
import { joinKey, type WireLayer, type WireStreet } from '../shard';
import { LAST_HOUSE_NUMBER } from '../street-encode';
import { idsOf, type PartPrecincts } from './precincts-of';
import type { ReleasePart } from './release-part';

/** By ZIP, then as the shard has them. */
export function* streetSegments(
  { layers, state }: ReleasePart,
  splitOf: PartPrecincts['splitOf'],
): Generator<StreetSegment> {
  let count = 0;
  for (const [zip, layer] of layers) {
    for (const street of layer.streets) {
      for (const row of rowsOf(street, layer, splitOf)) {
        count += 1;
        yield { ...row, id: `s${count}`, state, zip };
      }
    }
  }
}

type Row = Omit<StreetSegment, 'id' | 'state' | 'zip'>;

const SIDES: readonly OddEvenBoth[] = ['both', 'odd', 'even'];

function* rowsOf(
  [core, suffix, pre, post, city, numbers, ownName, extras]: WireStreet,
  layer: WireLayer,
  splitOf: PartPrecincts['splitOf'],
): Generator<Row> {
  const name = ownName ?? joinKey(core, suffix, pre, post);
  for (let at = 0; at < numbers.length; at += 4) {
    const [start = 0, end = 0, side = 0, index = -1] = numbers.slice(at, at + 4);
    const precinct = layer.precincts[index];
    if (precinct === undefined) continue;
    const all = start === 0 && end === LAST_HOUSE_NUMBER && side === 0;
    const extra = extras?.[String(at / 4)];
    yield {
      startHouseNumber: all ? 0 : start,
      endHouseNumber: all ? 0 : end,
      oddEvenBoth: SIDES[side] ?? 'both',
      houseNumberPrefix: extra?.prefix ?? null,
      houseNumberSuffix: extra?.suffix ?? null,
      streetDirection: '',
      streetName: name,
      streetSuffix: '',
      addressDirection: '',
      units: extra?.units ?? [],
      city: layer.cities[city] ?? '',
      includesAllAddresses: all,
      includesAllStreets: core === '*',
      precinctId: precinct[0],
      precinctSplitId: splitOf(precinct[0], idsOf(precinct[4], layer.places)),
    };
  }
}
