// Owns whose late change it was that a list now says itself: a place was closed or moved while people voted, and the next list has it so.
// Pure.

import type { ListedDataset } from '@/lib/core/vip';
import { plain } from '@/lib/ingest/plain-name';
import { placeText } from '../compare/match-places';
import type { NoticeRecord } from '../notices/notice-record';
import type { Change, FixSource } from './fix';

/** Who asked for the late change, and when; null: no late change of before `at` says what `change` does. `before`: the list whose places
 *  late changes named. */
export function lateChangeOf(
  records: readonly NoticeRecord[],
  before: ListedDataset,
  at: string,
): (change: Change) => Omit<FixSource, 'how'> | null {
  const own = records.filter(({ approvedBy, requestedBy }) => approvedBy !== null && requestedBy.at <= at);
  const latest = [...own].sort((a, b) => (a.requestedBy.at < b.requestedBy.at ? 1 : -1));
  const named = latest.map((record) => ({ record, places: placesOf(record, before) }));
  return (change) => {
    const found = named.find(({ record, places }) => saysThe(change, record, places));
    return found === undefined
      ? null
      : { by: found.record.requestedBy.name, at: found.record.requestedBy.at };
  };
}

function placesOf({ notice }: NoticeRecord, { pollingLocations }: ListedDataset): readonly string[] {
  const ids = new Set(notice.pollingLocationIds);
  return pollingLocations.filter(({ id }) => ids.has(id)).map(placeText);
}

function saysThe(change: Change, { notice }: NoticeRecord, places: readonly string[]): boolean {
  if (change.about === 'hours') return notice.kind === 'hours' && places.includes(change.subject.key);
  if (change.about !== 'precinct' && change.about !== 'place') return false;
  if (notice.kind !== 'moved' && notice.kind !== 'closed') return false;
  const goesElsewhere = places.some(
    (place) => change.before.key.includes(place) && !change.after.key.includes(place),
  );
  const target = notice.newPlace;
  return goesElsewhere && (target === null || change.after.key.includes(plain(target.name)));
}
