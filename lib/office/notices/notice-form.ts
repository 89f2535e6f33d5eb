// Owns what the form of a late change starts with: sensible times, or what an earlier one says. Pure but for reading the
// office's record.

import { wallClock } from '@/lib/core/hours/local-time';
import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { IsoDate } from '@/lib/core/vip';
import { officeTimeZone } from '@/lib/view/desk-time';
import { offices } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import type { LivePlaces } from './live-places';
import type { NoticeWish } from './notice-wish';

/** The zone of an office, for places whose own is not known; `UTC` where there is no such office. Throws `StoreError`. */
export async function officeZone({ state }: OfficePorts, officeId: string): Promise<string> {
  const office = (await offices.read(state, officeId))?.value;
  return office === undefined ? 'UTC' : officeTimeZone(office);
}

/** `2026-11-03T06:05`: what a clock of the zone shows at an instant, as `datetime-local` has it. */
export function wallTime(instant: Date, timeZone: string): string {
  const clock = wallClock(instant, timeZone) ?? wallClock(instant, 'UTC');
  if (clock === null) throw new Error('UTC is not known');
  const [hours, minutes] = [Math.floor(clock.minutes / 60), clock.minutes % 60];
  return `${clock.date}T${two(hours)}:${two(minutes)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The zone that most forms begin with: the first place's, else the office's. */
export function firstZone({ places }: LivePlaces, officeZone: string): string {
  return places[0]?.timeZone ?? officeZone;
}

/** `{'America/Chicago': {from: '2026-11-03T06:05', until: '2026-11-04T00:00'}}`: the times that a new late change starts with,
 *  on the clock of each zone that a place lies in. */
export function startTimes(
  live: LivePlaces,
  officeZone: string,
  now: Date,
): Readonly<Record<string, Pick<NoticeWish, 'from' | 'until'>>> {
  const zones = new Set([officeZone, ...live.places.map(({ timeZone }) => timeZone ?? officeZone)]);
  return Object.fromEntries(
    [...zones].map((zone) => {
      const { from, until } = freshWish(live, zone, now);
      return [zone, { from, until }];
    }),
  );
}

/** From now until the midnight that ends election day; where that is over, until that of today. */
export function freshWish({ election }: LivePlaces, timeZone: string, now: Date): NoticeWish {
  const from = wallTime(now, timeZone);
  const today = from.slice(0, 10);
  const [, last = today] = [election.date, today].sort();
  const until = `${dayAfter(last)}T00:00`;
  return { kind: 'moved', placeIds: [], from, until, newPlace: null, hours: null, text: {} };
}

function dayAfter(date: IsoDate): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** What a notice says, as the form would have asked for it. */
export function wishOf(notice: Notice, { places }: LivePlaces, zone: string): NoticeWish {
  const { kind, pollingLocationIds, newPlace, text } = notice;
  const first = places.find(({ id }) => id === pollingLocationIds[0]);
  const timeZone = first?.timeZone ?? zone;
  const wall = (time: string) => wallTime(new Date(time), timeZone);
  return {
    kind,
    placeIds: pollingLocationIds.filter((id) => places.some((place) => place.id === id)),
    from: wall(notice.from),
    until: wall(notice.until),
    newPlace: kind === 'hours' || newPlace === null ? null : newPlaceWish(newPlace, places),
    hours: newPlace === null ? null : hoursWish(newPlace),
    text: { ...text },
  };
}

function newPlaceWish(place: PlaceAnswer, places: readonly PlaceAnswer[]): NoticeWish['newPlace'] {
  const { id, name, line1, city, state, zip } = place;
  if (places.some((each) => each.id === id)) return { kind: 'known', id };
  return { kind: 'typed', name, line1, city, state, zip };
}

function hoursWish({ hours }: PlaceAnswer): NoticeWish['hours'] {
  const [only, another] = hours?.schedules ?? [];
  if (only === undefined || another !== undefined) return null;
  return { opens: only.startTime, closes: only.endTime };
}
