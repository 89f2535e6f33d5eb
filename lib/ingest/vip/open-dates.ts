// Owns the first and last day of a site whose hours are words (VIP 3.0 early_vote_site, and Levee's own columns of
// polling_location).

import type { OpenDates } from '@/lib/core/vip';
import { readDate } from '../tables/cells';

type DateField = 'startDate' | 'endDate';

/** Both days; null where nothing is said. What cannot be read, and days in the wrong order, are reported and left out. */
export function readOpenDates(
  startCell: string,
  endCell: string,
  report: (code: 'site-dates-unreadable', field: DateField) => void,
): OpenDates | null {
  const read = (cell: string, field: DateField) => {
    const date = cell === '' ? null : readDate(cell);
    if (date === null && cell !== '') report('site-dates-unreadable', field);
    return date;
  };
  const startDate = read(startCell, 'startDate');
  const endDate = read(endCell, 'endDate');
  if (startDate !== null && endDate !== null && endDate < startDate) {
    report('site-dates-unreadable', 'endDate');
    return null;
  }
  return startDate === null && endDate === null ? null : { startDate, endDate };
}
