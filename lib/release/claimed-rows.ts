// Owns which rows of an office's street list claim house numbers that another office answers for on the same election day.
// Pure. Whose rows then answer is decided elsewhere (lib/office/publish/settle).

import { townKey } from '@/lib/core/address/town';
import type { SegmentExtra } from '@/lib/core/lookup/shard';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import type { OfficePart } from './compile-office';
import type { WireLayer } from './shard';
import { type KeyBook, keyBook, LAST_HOUSE_NUMBER, streetName } from './street-encode';

/** A row, and the offices whose numbers it claims: `{segment, officeIds: ['ms-franklin']}`. */
export interface ClaimedRow {
  readonly segment: StreetSegment;
  readonly officeIds: readonly string[];
}

interface Numbers {
  readonly officeId: string;
  readonly start: number;
  readonly end: number;
  /** 0 both, 1 odd, 2 even. */
  readonly parity: number;
  readonly extra: SegmentExtra | undefined;
}

/** VIP 6.0 StreetSegment: any ZIP of the city. */
const ANY_ZIP = '00000';

/** Rows of `dataset` on numbers of `others`, in the dataset's order: same ZIP, town, street, side and election day. A row
 *  for every street of a town claims only what another such row does: the look-up takes the row that names the street.
 *  `own` is the dataset compiled, which knows where rows without a ZIP answer. O(rows). */
export function claimedRows(
  dataset: Dataset,
  own: OfficePart,
  others: readonly OfficePart[],
): readonly ClaimedRow[] {
  const taken = new Map<string, Numbers[]>();
  for (const part of others) {
    if (part.officeId === dataset.officeId || part.election.date !== dataset.election.date) continue;
    for (const [zip, layer] of part.layers) {
      if (own.layers.has(zip)) addNumbers(taken, zip, layer);
    }
  }
  if (taken.size === 0) return [];
  const keyOf = keyBook();
  const zipsOfTown = townZips(own);
  return [...dataset.streetSegments, ...(dataset.withheld ?? [])].flatMap((segment) => {
    const zips = segment.zip === ANY_ZIP ? zipsOfTown.get(townKey(segment.city)) : [segment.zip];
    const officeIds = new Set<string>();
    for (const zip of zips ?? []) {
      for (const numbers of taken.get(placeOf(zip, segment, keyOf)) ?? []) {
        if (overlaps(segment, numbers)) officeIds.add(numbers.officeId);
      }
    }
    return officeIds.size === 0 ? [] : [{ segment, officeIds: [...officeIds].sort() }];
  });
}

/** `townKey` -> ZIPs in which the office has streets of that town. */
function townZips({ layers }: OfficePart): ReadonlyMap<string, readonly string[]> {
  const zips = new Map<string, string[]>();
  for (const [zip, { cities }] of layers) {
    for (const town of new Set(cities.map(townKey))) zips.set(town, [...(zips.get(town) ?? []), zip]);
  }
  return zips;
}

function addNumbers(taken: Map<string, Numbers[]>, zip: string, layer: WireLayer): void {
  const { officeId } = layer;
  for (const [core, suffix, pre, post, city, segments, , extras] of layer.streets) {
    const key = [zip, core, suffix, pre, post, townKey(layer.cities[city] ?? '')].join('\t');
    const known = taken.get(key) ?? [];
    taken.set(key, known);
    for (let at = 0; at < segments.length; at += 4) {
      const [start = 0, end = 0, parity = 0, precinct = 0] = segments.slice(at, at + 4);
      if (isNobodys(layer, precinct)) continue;
      known.push({ officeId, start, end, parity, extra: extras?.[String(at / 4)] });
    }
  }
}

/** A row that was set aside holds nothing against anybody: it may not be this office's at all. */
function isNobodys({ precincts }: WireLayer, precinct: number): boolean {
  const [id, , , , places] = precincts[precinct] ?? ['', '', null, 0, []];
  return id === '' && places.length === 0;
}

function placeOf(zip: string, segment: StreetSegment, keyOf: KeyBook): string {
  const { core, suffix, pre, post } = keyOf(streetName(segment));
  return [zip, core, suffix, pre, post, townKey(segment.city)].join('\t');
}

function overlaps(segment: StreetSegment, { start, end, parity, extra }: Numbers): boolean {
  const [from, to] = segment.includesAllAddresses
    ? [0, LAST_HOUSE_NUMBER]
    : [segment.startHouseNumber, segment.endHouseNumber];
  if (from > end || to < start) return false;
  if ((segment.houseNumberPrefix ?? '') !== (extra?.prefix ?? '')) return false;
  if ((segment.houseNumberSuffix ?? '') !== (extra?.suffix ?? '')) return false;
  const side = segment.includesAllAddresses ? 0 : { both: 0, odd: 1, even: 2 }[segment.oddEvenBoth];
  return side === 0 || parity === 0 || side === parity;
}

/** The dataset without these rows. Its precincts and places stay. */
export function withoutRows(dataset: Dataset, rows: readonly ClaimedRow[]): Dataset {
  const away = new Set(rows.map(({ segment }) => segment));
  const left = (segments: readonly StreetSegment[]) => segments.filter((segment) => !away.has(segment));
  const { withheld } = dataset;
  return {
    ...dataset,
    streetSegments: left(dataset.streetSegments),
    ...(withheld === undefined ? {} : { withheld: left(withheld) }),
  };
}

/** A row in words: `1-99 odd MAIN ST, EXAMPLETON 00011`. */
export function rowInWords(segment: StreetSegment): string {
  const { startHouseNumber, endHouseNumber, oddEvenBoth, includesAllAddresses, city, zip } = segment;
  const numbers = includesAllAddresses ? 'all of' : `${startHouseNumber}-${endHouseNumber}`;
  const side = includesAllAddresses || oddEvenBoth === 'both' ? [] : [oddEvenBoth];
  return `${[numbers, ...side, streetName(segment)].join(' ')}, ${city} ${zip}`;
}
