// Owns the shape of precincts and splits with their places resolved: what segments are checked against, and
// when two of them give a voter the same answer.

import type { PollingLocation, Precinct, PrecinctSplit } from '@/lib/core/vip';

/** A precinct that segments may lead to. */
export interface PrecinctNode {
  readonly precinct: Precinct;
  readonly row: number;
  /** Where the whole precinct votes; null where only its splits have places. */
  readonly destination: Destination | null;
  /** Segments that lead here. */
  segments: number;
}

/** A split of a precinct (VIP 3.0). */
export interface SplitNode {
  readonly split: PrecinctSplit;
  readonly row: number;
  /** Of its own places, else the precinct's; null where neither has any. */
  readonly destination: Destination | null;
}

/** Where an address of a precinct or split votes. Two with one `key` give voters one answer. */
export interface Destination {
  readonly key: string;
  /** For a report: `FIRST BAPTIST CHURCH`, `by mail`. */
  readonly label: string;
}

/** A precinct or split that is set aside, and the report that says so once its segments are counted. */
export interface Unusable {
  /** Null where the row itself was reported before (two rows with one id). */
  readonly report: ((segments: number) => void) | null;
  segments: number;
}

export interface PrecinctGraph {
  readonly precincts: ReadonlyMap<string, PrecinctNode>;
  readonly splits: ReadonlyMap<string, SplitNode>;
  readonly unusablePrecincts: ReadonlyMap<string, Unusable>;
  readonly unusableSplits: ReadonlyMap<string, Unusable>;
  /** False where the feed has no split file at all. */
  readonly hasSplits: boolean;
}

/** What a precinct, or its locality for it, has declared. */
export interface Declarations {
  readonly isNotVoting: boolean;
  readonly isMailOnly: boolean;
  readonly usesVoteCenters: boolean;
}

/** True where a place takes voters on election day: neither a drop box nor an early-voting site. */
export function servesOnElectionDay(place: PollingLocation): boolean {
  return !place.isDropBox && !place.isEarlyVoting;
}

/** Where the places and declarations lead; null where no place is there on election day and none need be.
 *  Places with one name and address count as one, whatever their ids, as they do for a look-up. */
export function destinationOf(
  places: readonly PollingLocation[],
  declared: Declarations,
): Destination | null {
  if (declared.isNotVoting) return { key: 'none', label: 'no election' };
  const serving = distinctServing(places);
  const keys = serving.map(placeKey).sort().join('\n');
  if (declared.isMailOnly) return { key: `byMail ${keys}`, label: 'voting by mail' };
  if (serving.length === 0) return null;
  const kind = declared.usesVoteCenters ? 'anyPlace' : 'at';
  return {
    key: `${kind} ${keys}`,
    label: serving.map(({ name, id }) => (name === '' ? id : name)).join(' / '),
  };
}

/** True where a voter would be shown several places without a reason for it: no vote centers, no mail, and not
 *  one place for each party. */
export function isSeveralPlaces(places: readonly PollingLocation[], declared: Declarations): boolean {
  if (declared.isNotVoting || declared.isMailOnly || declared.usesVoteCenters) return false;
  const serving = distinctServing(places);
  if (serving.length < 2) return false;
  const parties = new Set(serving.map(({ party }) => party));
  return parties.has(null) || parties.size < serving.length;
}

function distinctServing(places: readonly PollingLocation[]): readonly PollingLocation[] {
  if (places.length < 2) return places.filter(servesOnElectionDay);
  const byKey = new Map<string, PollingLocation>();
  for (const place of places) {
    if (servesOnElectionDay(place)) byKey.set(`${placeKey(place)}|${place.party ?? ''}`, place);
  }
  return [...byKey.values()];
}

function placeKey({ name, line1, city, zip }: PollingLocation): string {
  return `${name}|${line1}|${city}|${zip}`.toUpperCase();
}
