// Owns what is said of places side by side: new, gone, renamed, moved, other hours, and how many ranges lead there.

import type { HoursOpen, ListedDataset, PollingLocation, Schedule } from '@/lib/core/vip';
import { en } from '@/lib/messages/en';
import { compareText } from '@/lib/release/canonical-json';
import { clockText } from '@/lib/view/when';
import type { DestinationOf, DestinationTable } from './destinations';
import type { ComparedPlace, PlaceChange, PlaceFacts } from './difference';
import { isSameAddress, isSameName, isSpeltOtherwise, type PlacePair } from './match-places';
import { addressLineKey } from './place-address-key';
import { destinationAt, rowsIn } from './street-rows';

/** Every place of either list; changed ones first, then by name. */
export function comparePlaces(
  pairs: readonly PlacePair[],
  live: ListedDataset | null,
  draft: ListedDataset,
  ranges: RangesByPlace,
): readonly ComparedPlace[] {
  const places = pairs.map(({ key, live: was, draft: is }): ComparedPlace => {
    const before = was === null || live === null ? null : factsOf(was, live);
    const after = is === null ? null : factsOf(is, draft);
    const hours = [was && live && hoursIn(was, live), is && hoursIn(is, draft)] as const;
    const changes = changesOf(was, is, hours[0] !== hours[1]);
    const isRenamed = changes.includes('renamed') || changes.includes('moved');
    return {
      key,
      live: before,
      draft: after,
      changes,
      isRespelt: was !== null && is !== null && !isRenamed && isSpeltOtherwise(was, is),
      liveRanges: ranges.live.get(key) ?? 0,
      draftRanges: ranges.draft.get(key) ?? 0,
    };
  });
  const rank = ({ changes }: ComparedPlace) => (changes.length > 0 ? 0 : 1);
  const name = ({ live, draft }: ComparedPlace) => (draft ?? live)?.name.toUpperCase() ?? '';
  return places.sort((a, b) => rank(a) - rank(b) || compareText(name(a), name(b)));
}

/** Keys of places that are at another address now. */
export function movedPlaces(pairs: readonly PlacePair[]): ReadonlySet<string> {
  return new Set(
    pairs.flatMap(({ key, live, draft }) =>
      live !== null && draft !== null && !isSameAddress(live, draft) ? [key] : [],
    ),
  );
}

/** Rows of the street list by the place they lead to. */
export interface RangesByPlace {
  readonly live: ReadonlyMap<string, number>;
  readonly draft: ReadonlyMap<string, number>;
}

/** O(rows). */
export function rangesByPlace(
  live: ListedDataset | null,
  draft: ListedDataset,
  table: DestinationTable,
): RangesByPlace {
  const byPlace = (counts: ReadonlyMap<number, number>): ReadonlyMap<string, number> => {
    const places = new Map<string, number>();
    for (const [destination, count] of counts) {
      for (const key of table.all[destination]?.placeKeys ?? []) {
        places.set(key, (places.get(key) ?? 0) + count);
      }
    }
    return places;
  };
  return {
    live: byPlace(live === null ? new Map() : rowsByDestination(live, table.liveOf)),
    draft: byPlace(rowsByDestination(draft, table.draftOf)),
  };
}

function rowsByDestination(list: ListedDataset, of: DestinationOf): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let index = 0;
  for (const row of rowsIn(list)) {
    const destination = destinationAt(list, of, index, row);
    counts.set(destination, (counts.get(destination) ?? 0) + 1);
    index += 1;
  }
  return counts;
}

function changesOf(
  live: PollingLocation | null,
  draft: PollingLocation | null,
  otherHours: boolean,
): readonly PlaceChange[] {
  if (live === null) return ['new'];
  if (draft === null) return ['gone'];
  return [
    ...(isSameName(live, draft) ? [] : (['renamed'] as const)),
    ...(isSameAddress(live, draft) ? [] : (['moved'] as const)),
    ...(linesBelow(live) === linesBelow(draft) ? [] : (['lines'] as const)),
    ...(otherHours ? (['hours'] as const) : []),
  ];
}

const linesBelow = ({ line2, line3 }: PollingLocation): string =>
  addressLineKey([line2, line3].filter(Boolean).join(' '));

function factsOf(place: PollingLocation, dataset: ListedDataset): PlaceFacts {
  const { id, name, line1, line2, line3, city, state, zip, latLng } = place;
  const lines = [line1, line2, line3, city, `${state} ${zip}`.trim()].filter(Boolean);
  return {
    id,
    name,
    address: lines.join(', '),
    latLng,
    hours: hoursIn(place, dataset),
    kind: place.isDropBox ? 'dropBox' : place.isEarlyVoting ? 'earlyVoting' : 'electionDay',
  };
}

/** Its own hours, else election day's for all places; days are told by their distance from election day, so that the next
 *  election's list does not look changed everywhere. */
export function hoursIn(place: PollingLocation, { election }: ListedDataset): string | null {
  const isSite = place.isDropBox || place.isEarlyVoting;
  return hoursText(place.hours ?? (isSite ? null : election.hours), election.date);
}

function hoursText(hours: HoursOpen | null, electionDate: string): string | null {
  if (hours === null) return null;
  if (hours.schedules.length === 0) return hours.text?.trim() || null;
  return hours.schedules.map((schedule) => scheduleText(schedule, electionDate)).join('; ');
}

function scheduleText(schedule: Schedule, electionDate: string): string {
  const { startDate, endDate, startTime, endTime, isByAppointment } = schedule;
  const times = `${clockText(startTime, en)} to ${clockText(endTime, en)}${isByAppointment ? ', by appointment' : ''}`;
  const days = [startDate, endDate].filter((date) => date !== null && date !== electionDate);
  return days.length === 0 ? times : `${startDate ?? ''} to ${endDate ?? ''}: ${times}`;
}
