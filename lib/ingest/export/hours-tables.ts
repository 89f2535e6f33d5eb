// Owns hours on their way out: each set of schedules once, under an id of its own (VIP 6.0 HoursOpen, Schedule).

import type { HoursOpen } from '@/lib/core/vip';
import type { FlatTable } from './flat-table';

/** `idOf(hours)` is what `hours_open_id` says; blank where the office gave words, or nothing. `table` has what was asked for so far. */
export interface ExportedHours {
  readonly idOf: (hours: HoursOpen | null) => string;
  readonly table: () => FlatTable;
}

const columns = [
  'id',
  'hours_open_id',
  'start_time',
  'end_time',
  'start_date',
  'end_date',
  'is_only_by_appointment',
];

/** An empty collection. Ids are numbered in the order of asking. */
export function exportedHours(): ExportedHours {
  const ids = new Map<string, string>();
  const rows: string[][] = [];
  return {
    idOf(hours) {
      if (hours === null || hours.schedules.length === 0) return '';
      const key = JSON.stringify(hours.schedules);
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = `hours-${ids.size + 1}`;
      ids.set(key, id);
      for (const { startTime, endTime, startDate, endDate, utcOffset, isByAppointment } of hours.schedules) {
        const zone = utcOffset ?? '';
        const times = [`${startTime}:00${zone}`, `${endTime}:00${zone}`];
        rows.push([
          `schedule-${rows.length + 1}`,
          id,
          ...times,
          startDate ?? '',
          endDate ?? '',
          String(isByAppointment),
        ]);
      }
      return id;
    },
    table: () => ({ name: 'schedule', columns, own: new Set(), rows: () => rows }),
  };
}
