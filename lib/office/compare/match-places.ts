// Owns which place of the draft is which place of the live list. Ids alone are not believed: exports number their places
// anew. Knows no streets.

import type { ListedDataset, PollingLocation } from '@/lib/core/vip';
import { plain } from '@/lib/ingest/plain-name';
import { placeAddressKey } from './place-address-key';

/** One place of either list, with all rows of each that mean it: an office may list one place several times. */
export interface PlacePair {
  readonly key: string;
  readonly live: PollingLocation | null;
  readonly draft: PollingLocation | null;
}

export interface MatchedPlaces {
  readonly pairs: readonly PlacePair[];
  /** Id -> key of its pair. */
  readonly liveKeys: ReadonlyMap<string, string>;
  readonly draftKeys: ReadonlyMap<string, string>;
}

/** The same name at the same address is the same place, whatever its id; else the same id with either the same name or the
 *  same address: it was moved or renamed. Anything else is two places. O(places). */
export function matchPlaces(live: ListedDataset | null, draft: ListedDataset): MatchedPlaces {
  const before = distinct(live?.pollingLocations ?? []);
  const after = distinct(draft.pollingLocations);
  const left = new Map(after);
  const partner = new Map<string, PollingLocation>();
  for (const key of before.keys()) {
    const same = left.get(key);
    if (same === undefined) continue;
    partner.set(key, same);
    left.delete(key);
  }
  const byId = new Map([...left].map(([key, place]) => [place.id, { key, place }]));
  for (const [key, place] of before) {
    const other = partner.has(key) ? undefined : byId.get(place.id);
    if (other === undefined || !left.has(other.key) || !isKin(place, other.place)) continue;
    partner.set(key, other.place);
    left.delete(other.key);
  }
  const pairs: PlacePair[] = [];
  const keyOf = new Map<string, string>();
  const add = (one: PollingLocation | null, two: PollingLocation | null): void => {
    const key = `p${pairs.length}`;
    pairs.push({ key, live: one, draft: two });
    if (one !== null) keyOf.set(`live ${placeText(one)}`, key);
    if (two !== null) keyOf.set(`draft ${placeText(two)}`, key);
  };
  for (const [key, place] of before) add(place, partner.get(key) ?? null);
  for (const place of left.values()) add(null, place);
  const keysOf = (places: readonly PollingLocation[], side: string) =>
    new Map(places.map((place) => [place.id, keyOf.get(`${side} ${placeText(place)}`) ?? '']));
  return {
    pairs,
    liveKeys: keysOf(live?.pollingLocations ?? [], 'live'),
    draftKeys: keysOf(draft.pollingLocations, 'draft'),
  };
}

/** Places by what voters read of them; the first row of each. */
function distinct(places: readonly PollingLocation[]): Map<string, PollingLocation> {
  const byText = new Map<string, PollingLocation>();
  for (const place of places) {
    const text = placeText(place);
    if (!byText.has(text)) byText.set(text, place);
  }
  return byText;
}

/** What a place is known by, in any list and format. Election day and other days are apart: a drop box at the city hall is not the
 *  polling place in it. */
export function placeText(place: PollingLocation): string {
  const kind = place.isDropBox ? 'box' : place.isEarlyVoting ? 'early' : 'day';
  return [kind, plain(place.name), placeAddressKey(place), place.party ?? ''].join('\n');
}

function isKin(a: PollingLocation, b: PollingLocation): boolean {
  if (a.isDropBox !== b.isDropBox || a.isEarlyVoting !== b.isEarlyVoting) return false;
  return isSameName(a, b) || isSameAddress(a, b);
}

/** Case, blanks and punctuation aside. */
export function isSameName(a: PollingLocation, b: PollingLocation): boolean {
  return plain(a.name) === plain(b.name);
}

/** Street, town and ZIP, however they are spelt. */
export function isSameAddress(a: PollingLocation, b: PollingLocation): boolean {
  return placeAddressKey(a) === placeAddressKey(b);
}

/** Name or address in other letters. Of one place, nothing about it has changed. */
export function isSpeltOtherwise(a: PollingLocation, b: PollingLocation): boolean {
  return a.name !== b.name || a.line1 !== b.line1 || a.city !== b.city || a.zip !== b.zip;
}
