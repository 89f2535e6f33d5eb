// Owns how one polling place reads, after late changes: the new place first, the old one in words below.
// Links carry the place's own address, never the voter's.

import { instantAt } from '@/lib/core/hours/local-time';
import { closingTime, minutesOf, openingTime, openState } from '@/lib/core/hours/open-state';
import type { ElectionAnswer, LookupOutcome, Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { HoursOpen } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { viewAccess } from './access-view';
import { viewHours, viewHoursInWords, viewOpenLine } from './hours-view';
import { countsOnElectionDay, currentNotices, isGone, noticesOf } from './notice-view';
import type { LinkView, OfficePassage, PlaceView, VotingDay } from './outcome-view';
import type { Reader } from './reader';

/** What every part of the view needs beside the place. */
export interface PlaceContext extends Reader {
  readonly election: Pick<ElectionAnswer, 'date'> | null;
  /** Current ones only. */
  readonly notices: readonly Notice[];
}

/** What an outcome's places are shown by: the election, the late changes that hold, who reads. */
export function placeContext(outcome: LookupOutcome, reader: Reader): PlaceContext {
  return { ...reader, election: outcome.election, notices: currentNotices(outcome.notices, reader.now) };
}

/** A place with what late changes made of it. */
export interface ChangedPlace {
  readonly place: PlaceAnswer;
  readonly former: PlaceAnswer | null;
  readonly isClosed: boolean;
  /** The list's hours do not hold any more, and nobody has told the new ones but in words. */
  readonly hoursChanged: boolean;
  /** The list's hours, where a late change brought new ones; null where it did not. */
  readonly formerHours: HoursOpen | null;
}

/** Follow late changes from the list's place to where to go. Several that end at one place become one. */
export function changedPlaces(
  places: readonly PlaceAnswer[],
  context: PlaceContext,
): readonly ChangedPlace[] {
  const changed = places.map((place) => changedPlace(place, context));
  return changed.filter((each, index) => changed.findIndex((other) => isSamePlace(other, each)) === index);
}

/** Ids are an office's own: two offices may both have a place 1. */
function isSamePlace({ place: a }: ChangedPlace, { place: b }: ChangedPlace): boolean {
  return a.id === b.id && a.party === b.party && placeInWords(a) === placeInWords(b);
}

function changedPlace(listed: PlaceAnswer, context: PlaceContext): ChangedPlace {
  const inForce = context.notices.filter((notice) =>
    countsOnElectionDay(notice, context.election, listed.timeZone),
  );
  const { way, isClosed } = followed(listed, inForce);
  const end = way.at(-1) ?? listed;
  const party = listed.party === undefined ? {} : { party: listed.party };
  const there = end === listed ? listed : { ...end, ...party };
  const hours = newestFirst(inForce.filter(({ kind }) => kind === 'hours'));
  // Of a place on the way, the new hours are not known to be those of where it leads.
  const newHours = noticesOf(end, hours)[0]?.newPlace?.hours ?? null;
  return {
    place: newHours === null ? there : { ...there, hours: newHours },
    former: end === listed ? null : listed,
    isClosed,
    hoursChanged: newHours === null && way.some((place) => noticesOf(place, hours).length > 0),
    formerHours: newHours === null ? null : (there.hours ?? null),
  };
}

/** The places from the list's to where late changes lead in the end. A way that comes back to a place ends closed. */
function followed(
  listed: PlaceAnswer,
  inForce: readonly Notice[],
): { readonly way: readonly PlaceAnswer[]; readonly isClosed: boolean } {
  const way = [listed];
  for (const place of way) {
    const gone = noticesOf(place, inForce).filter(isGone);
    const target = newestTarget(gone);
    if (target === null) return { way, isClosed: gone.length > 0 };
    if (placeInWords(target) === placeInWords(place)) break;
    if (way.some(({ id }) => id === target.id)) return { way, isClosed: true };
    way.push(target);
  }
  return { way, isClosed: false };
}

/** Where the notice that starts last sends people; null where none names a new place. */
function newestTarget(notices: readonly Notice[]): PlaceAnswer | null {
  return newestFirst(notices).find((notice) => notice.newPlace !== null)?.newPlace ?? null;
}

function newestFirst(notices: readonly Notice[]): readonly Notice[] {
  return [...notices].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}

/** Everything about one place that a page shows. */
export function viewPlace(changed: ChangedPlace, context: PlaceContext): PlaceView {
  const { place, former, isClosed, hoursChanged, formerHours } = changed;
  const { messages, now } = context;
  const hours = {
    hours: place.hours,
    timeZone: place.timeZone,
    electionDate: context.election?.date ?? null,
  };
  const mapQuery = isClosed ? null : mapAddress(place);
  return {
    id: place.id,
    listedId: (former ?? place).id,
    labels: labelsOf(changed, messages),
    isClosed,
    name: place.name,
    addressLines: addressLines(place),
    formerLine: former === null ? null : format(messages.result.itWas, { place: placeInWords(former) }),
    openLine: isClosed || hoursChanged ? null : viewOpenLine(hours, messages, now),
    hours: isClosed ? null : hoursChanged ? changedHours(messages) : viewHours(hours, messages, now),
    formerHoursLine:
      formerHours === null ? null : viewHoursInWords({ ...hours, hours: formerHours }, messages, now),
    directionsLink: mapQuery === null ? null : directionsLink(mapQuery, messages),
    directionsLabel: format(messages.result.directionsTo, { place: place.name }),
    mapQuery,
    officeDirections: isClosed ? null : passage(messages.result.directionsFromOffice, place.directions),
    entrance: isClosed ? null : passage(messages.access.entrance, place.entrance),
    access: isClosed ? null : viewAccess(place.accessibility, messages),
    votingDay: isClosed ? null : votingDay(changed, context),
    town: place.city.trim(),
    latLng: isClosed ? null : place.latLng,
  };
}

/** A place to know of, not to set out for: no hours, no directions, no point on a map. */
export function nameOnly(place: PlaceView): PlaceView {
  return {
    ...place,
    openLine: null,
    hours: null,
    formerHoursLine: null,
    directionsLink: null,
    mapQuery: null,
    officeDirections: null,
    entrance: null,
    access: null,
    votingDay: null,
    latLng: null,
  };
}

/** `['10 River St', 'Room 2', 'Natchez, MS 39120']`; parts that the office left blank, or wrote
 *  twice, are left out. */
export function addressLines(place: PlaceAnswer): readonly string[] {
  const town = [place.city, [place.state, place.zip].filter(isFilled).join(' ')].filter(isFilled).join(', ');
  return [...new Set([place.line1, place.line2, place.line3, town].filter(isFilled))];
}

/** "Old Hall, 10 River St, Natchez, MS 39120". */
export function placeInWords(place: PlaceAnswer): string {
  return [place.name, ...addressLines(place)].filter(isFilled).join(', ');
}

function labelsOf({ place, former, isClosed }: ChangedPlace, messages: Messages): readonly string[] {
  const labels: string[] = [];
  if (place.party !== undefined) labels.push(format(messages.result.party, { party: place.party }));
  if (former !== null) labels.push(messages.result.movedHere);
  if (isClosed) labels.push(messages.result.placeClosed);
  return labels;
}

function changedHours(messages: Messages) {
  return { kind: 'note', heading: messages.result.hours, text: messages.hours.changed } as const;
}

function passage(heading: string, text: string | undefined): OfficePassage | null {
  return isFilled(text) ? { heading, body: { text: text.trim(), lang: 'en' } } : null;
}

/** Without times wherever "open now" would not be said: a calendar must not be surer than the page. */
function votingDay({ place, hoursChanged }: ChangedPlace, { election, now }: PlaceContext): VotingDay | null {
  if (election === null) return null;
  const { date } = election;
  const { hours, timeZone } = place;
  const allDay = { date, startsAt: null, endsAt: null };
  if (hours === undefined || timeZone === null || hoursChanged) return allDay;
  if (openState(hours, timeZone, now, date).kind === 'unknown') return allDay;
  const opens = openingTime(hours, date, date);
  const closes = closingTime(hours, date, date);
  const [startsAt, endsAt] = [opens, closes].map((time) => {
    const minutes = time === null ? null : minutesOf(time);
    return minutes === null ? null : instantAt(date, minutes, timeZone);
  });
  if (!startsAt || !endsAt) return allDay;
  return { date, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** By address and not by coordinates, for an office checks its addresses. No line of address: no link, rather
 *  than one to the middle of a town. */
function mapAddress(place: PlaceAnswer): string | null {
  if (!isFilled(place.line1)) return null;
  const town = [place.city, place.state, place.zip].filter(isFilled).join(' ');
  return [place.line1, town].filter(isFilled).join(', ');
}

/** A web map that every device can show (the decision record on map links says why). */
function directionsLink(mapQuery: string, messages: Messages): LinkView {
  const href = `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(mapQuery)}`;
  return { text: messages.result.directions, href };
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
