// Owns how early-voting sites and drop boxes read: their own days and hours, what is past left out.
// They never count as the place of election day.

import { openState } from '@/lib/core/hours/open-state';
import type { LookupOutcome, Notice, PlaceAnswer, VotingSite } from '@/lib/core/lookup/outcome';
import type { HoursOpen, IsoDate, Schedule } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import { currentNotices, noticeDays, noticesReaching, viewNotice } from './notice-view';
import type { SiteListView, SiteView } from './outcome-view';
import { changedPlaces, viewPlace } from './place-view';
import type { Reader } from './reader';
import { isOver } from './view-parts';
import { localDay, nearDayText } from './when';

/** What lists of sites are made for. */
export interface SiteContext extends Reader<AllMessages> {
  readonly election: { readonly id: string; readonly date: IsoDate };
  readonly notices: readonly Notice[];
}

/** The lists below an answer: for its election and its precincts, and not past. Early voting first, but where
 *  people vote by mail. None once the election is over, or where no election is known. */
export function viewSites(
  sites: readonly VotingSite[],
  outcome: LookupOutcome,
  reader: Reader<AllMessages>,
): readonly SiteListView[] {
  const { election, notices, precincts } = outcome;
  if (election === null || isOver(outcome, reader.now)) return [];
  const own = sites.filter(
    (site) => site.precincts === undefined || precincts.some(({ id }) => site.precincts?.includes(id)),
  );
  const lists = viewSiteLists(own, { ...reader, election, notices });
  // Someone who votes by mail looks for where to leave the ballot.
  return outcome.kind === 'byMail' ? [...lists].reverse() : lists;
}

/** The same without an address: all of a locality's sites for one election. A page written ahead gives a `now` before
 *  all of them, and leaves out the open lines. */
export function viewSiteLists(sites: readonly VotingSite[], context: SiteContext): readonly SiteListView[] {
  const { sites: say } = context.messages;
  const lists = [
    { kind: 'earlyVoting', heading: say.earlyHeading, lead: say.earlyLead },
    { kind: 'dropBox', heading: say.dropBoxHeading, lead: say.dropBoxLead },
  ] as const;
  return lists
    .map((list) => ({ ...list, sites: viewKind(sites, list.kind, context) }))
    .filter((list) => list.sites.length > 0);
}

function viewKind(
  sites: readonly VotingSite[],
  kind: VotingSite['kind'],
  context: SiteContext,
): readonly SiteView[] {
  return sites
    .filter((site) => site.kind === kind && site.electionId === context.election.id)
    .flatMap((site) => viewSite(site, context) ?? []);
}

/** Null where nothing of it lies ahead. */
function viewSite(site: VotingSite, context: SiteContext): SiteView | null {
  const { messages, now } = context;
  const today = localDay(now, site.place.timeZone, -12);
  const hours = hoursAhead(site, today);
  const last = lastDay(site, context.election.date);
  if (last < today || hasClosed(hours, site.place, now)) return null;
  const { hours: _all, ...rest } = site.place;
  const place: PlaceAnswer = hours === undefined ? rest : { ...rest, hours };
  const own = noticesReaching([place], currentNotices(context.notices, now));
  const from = firstDay(place, today);
  const lasting = own.filter((notice) => lastsFor(notice, from, last, place.timeZone));
  // Without an election: what changes a site is what holds on its own days.
  const inForce = { ...context, election: null, notices: lasting };
  const [changed] = changedPlaces([place], inForce);
  if (changed === undefined) return null;
  const view = viewPlace(changed, inForce);
  return {
    // A change of some days only stands in the notice; "open now" must not contradict it.
    place: own.length === lasting.length ? view : { ...view, openLine: null },
    datesLine: datesLine(site, messages, now),
    notices: own.map((notice) => viewNotice(notice, null, { ...context, timeZone: place.timeZone })),
  };
}

/** Its hours without the days that are over. Undated ones are nobody's guess: those of an early-voting site are not
 *  election day's. Undefined where the list does not say. */
function hoursAhead({ place, startDate, endDate }: VotingSite, today: IsoDate): HoursOpen | undefined {
  if (place.hours === undefined) return undefined;
  const dated = place.hours.schedules.map(
    (schedule): Schedule => ({
      ...schedule,
      startDate: schedule.startDate ?? startDate ?? null,
      endDate: schedule.endDate ?? schedule.startDate ?? endDate ?? null,
    }),
  );
  if (dated.some((schedule) => schedule.startDate === null && schedule.endDate === null)) return undefined;
  return { ...place.hours, schedules: dated.filter(({ endDate: end }) => end === null || end >= today) };
}

/** The last day on which it can be open; election day where the list does not say. */
function lastDay({ place, endDate }: VotingSite, electionDate: IsoDate): IsoDate {
  const ends = (place.hours?.schedules ?? []).map((each) => each.endDate ?? each.startDate ?? endDate);
  if (ends.length === 0) return endDate ?? electionDate;
  return (
    ends
      .map((end) => end ?? electionDate)
      .sort()
      .at(-1) ?? electionDate
  );
}

/** For good: it has closed and does not open again, not even by appointment. */
function hasClosed(hours: HoursOpen | undefined, { timeZone }: PlaceAnswer, now: Date): boolean {
  if (hours === undefined || hours.schedules.some(({ isByAppointment }) => isByAppointment)) return false;
  const state = openState(hours, timeZone, now);
  return state.kind === 'closed' && state.opensAt === null;
}

/** The first day on which it can be open from now on. */
function firstDay({ hours }: PlaceAnswer, today: IsoDate): IsoDate {
  const starts = (hours?.schedules ?? []).map(({ startDate }) => startDate ?? today).sort();
  const first = starts[0] ?? today;
  return first < today ? today : first;
}

/** True where a notice holds on all the days that are left, so that it replaces what the list says. */
function lastsFor(notice: Notice, from: IsoDate, last: IsoDate, timeZone: string | null): boolean {
  const { first, last: until } = noticeDays(notice, timeZone);
  return (first === null || first <= from) && (until === null || until >= last);
}

function datesLine({ startDate, endDate }: VotingSite, messages: AllMessages, now: Date): string | null {
  const { sites: say } = messages;
  const from = startDate === undefined ? null : nearDayText(startDate, messages, now);
  const to = endDate === undefined ? null : nearDayText(endDate, messages, now);
  if (from !== null && to !== null) return format(say.dates, { from, to });
  if (from !== null) return format(say.datesFrom, { from });
  return to === null ? null : format(say.datesTo, { to });
}
