// Owns laying a list of precincts and places over what is live: its streets stay, its precincts get the list's places, and what the
// list says nothing of stays as it is. Reads no table of the office's own.

import type { Dataset } from '@/lib/core/vip';
import { exportedHours } from '../../export/hours-tables';
import { onOtherDay } from '../../on-day';
import type { ProblemLog } from '../../problems/problem';
import type { FeedTable } from '../../tables/feed-files';
import { servesOnElectionDay } from '../../vip/precinct-graph';
import type { FeedBook } from './feed-book';
import { layPlaces } from './live-places';
import { liveSegments } from './live-segments';
import { asFeedTable, liveTables } from './live-tables';
import { matchLive } from './match-live';

export interface OverLive {
  readonly live: Dataset;
  /** The list's name. */
  readonly file: string;
  /** Tables that the upload has of a feed's own; they count before what is live. */
  readonly feed: readonly FeedTable[];
  /** The locality of all precincts, where the feed has its own: '' for none or several. */
  readonly ownLocality: string;
  /** The day of the list's election; null: that of what is live. */
  readonly electionDate: string | null;
}

/** All tables of the feed that comes of it, but for those that it has itself. */
export function layOverLive(book: FeedBook, over: OverLive, log: ProblemLog): readonly FeedTable[] {
  const has = (name: string) => over.feed.some(({ table }) => table === name);
  const isSameDay = over.electionDate === null || over.electionDate === over.live.election.date;
  const ofDay = isSameDay ? over.live : onOtherDay(over.live, over.electionDate ?? '');
  const live = has('schedule') ? withoutHours(ofDay) : ofDay;
  const matched = matchLive(live, book.codes, over.file, log);
  const idOf = liveIdOf(matched, book);
  const published = new Map([...matched].map(([listId, liveId]) => [liveId, idOf(listId)]));
  const hours = exportedHours();
  const precincts = new Map(live.precincts.map((precinct) => [precinct.id, precinct]));
  const liveOne = (listId: string) => precincts.get(matched.get(listId) ?? '');
  const usual = has('locality') ? over.ownLocality : (live.localities[0]?.id ?? '');
  const places = layPlaces(book.placeCells, live, hours);
  const tables = book.tables({
    idOf,
    localityOf: (id) => (has('locality') ? usual : (liveOne(id)?.localityId ?? usual)),
    liveOf: liveOne,
    places,
    siteLinks: siteLinks(live, published),
  });
  const segments = live.streetSegments.length === 0 ? [] : [liveSegments(live, published)];
  const others = liveTables(live, hours, isSameDay).filter(({ table }) => !has(table));
  const schedules = asFeedTable(hours.table());
  return [...tables, ...segments, ...others, ...(schedules === null ? [] : [schedules])];
}

/** Schedules of the feed's own could have the ids of ours. */
function withoutHours(live: Dataset): Dataset {
  return {
    ...live,
    election: { ...live.election, hours: null },
    pollingLocations: live.pollingLocations.map((place) => ({ ...place, hours: null })),
  };
}

/** Early-voting sites and drop boxes of single precincts. */
function siteLinks(
  live: Dataset,
  published: ReadonlyMap<string, string>,
): readonly (readonly [precinctId: string, placeId: string])[] {
  const sites = new Set(
    live.pollingLocations.filter((place) => !servesOnElectionDay(place)).map(({ id }) => id),
  );
  return live.precincts.flatMap(({ id, pollingLocationIds }) => {
    const ours = published.get(id);
    if (ours === undefined) return [];
    return pollingLocationIds
      .filter((placeId) => sites.has(placeId))
      .map((placeId) => [ours, placeId] as const);
  });
}

/** The live ids, so that what is known of a precinct stays with it; the list's own where that would make two of one. */
function liveIdOf(matched: ReadonlyMap<string, string>, book: FeedBook): (id: string) => string {
  const listIds = new Set(book.found.precincts.keys());
  const isClear = [...matched].every(([listId, liveId]) => listId === liveId || !listIds.has(liveId));
  return (id) => (isClear ? (matched.get(id) ?? id) : id);
}
