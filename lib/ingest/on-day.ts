// Owns a list of one election day on another: its streets, precincts and places are the same, and so are the hours of the day.
// Knows no file and no desk.

import type { Dataset, HoursOpen, IsoDate } from '@/lib/core/vip';
import { servesOnElectionDay } from './vip/precinct-graph';

/** The same list for another day: hours of election day are those of the new one, and early-voting sites and drop boxes, which are open
 *  on days of their own, are left out. */
export function onOtherDay(live: Dataset, date: IsoDate): Dataset {
  const places = live.pollingLocations.filter(servesOnElectionDay);
  const kept = new Set(places.map(({ id }) => id));
  const keptOf = (ids: readonly string[]) => ids.filter((id) => kept.has(id));
  const moved = (hours: HoursOpen | null) => onDay(hours, live.election.date, date);
  return {
    ...live,
    election: { ...live.election, date, hours: moved(live.election.hours) },
    localities: live.localities.map((row) => ({ ...row, siteIds: keptOf(row.siteIds) })),
    precincts: live.precincts.map((row) => ({ ...row, pollingLocationIds: keptOf(row.pollingLocationIds) })),
    precinctSplits: live.precinctSplits.map((row) => ({
      ...row,
      pollingLocationIds: keptOf(row.pollingLocationIds),
    })),
    pollingLocations: places.map((place) => ({ ...place, hours: moved(place.hours), openDates: null })),
  };
}

/** Hours of the day `old` on the day `date`, and those without a day; those of other days are left out. Null where none is left. */
function onDay(hours: HoursOpen | null, old: IsoDate, date: IsoDate): HoursOpen | null {
  if (hours === null) return null;
  const schedules = hours.schedules.flatMap((schedule) => {
    const { startDate, endDate } = schedule;
    if (startDate === null && endDate === null) return [schedule];
    const isOpen = (startDate === null || startDate <= old) && (endDate === null || endDate >= old);
    // The clock's offset belongs to the old day: daylight saving may have ended between the two.
    return isOpen ? [{ ...schedule, startDate: date, endDate: date, utcOffset: null }] : [];
  });
  return schedules.length === 0 && hours.text === null ? null : { ...hours, schedules };
}
