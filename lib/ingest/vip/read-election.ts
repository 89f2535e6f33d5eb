// Owns the election and its source: one feed is for exactly one election (VIP 6.0 Election).

import type { Election, Source } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import { readDate, readFlag, textOrNull } from '../tables/cells';
import type { LoadedTable } from '../tables/vip-tables';
import { readHours, type SchedulesById } from './read-hours';

/** VIP 6.0 Source; a feed without one is not refused. */
export function readSource(table: LoadedTable<'source'>): Source {
  const cells = table.rows[0]?.cells;
  return {
    name: textOrNull(cells?.name ?? ''),
    vipId: textOrNull(cells?.vipId ?? ''),
    dateTime: textOrNull(cells?.dateTime ?? ''),
  };
}

/** The election; null after a fatal report (none, several, or a date that cannot be read). The name is ''
 *  where the office gave none: see `nameElection`. */
export function readElection(
  table: LoadedTable<'election'>,
  schedules: SchedulesById,
  log: ProblemLog,
): Election | null {
  const [only, second] = table.rows;
  if (only === undefined) {
    log.report('election-missing', { file: table.file });
    return null;
  }
  if (second !== undefined) {
    log.report('election-several', { file: table.file, row: second.row });
    return null;
  }
  const { cells, row } = only;
  const date = readDate(cells.date);
  if (date === null) {
    const where = { file: table.file, row, column: table.label('date'), value: cells.date };
    log.report('election-date-unreadable', where);
    return null;
  }
  const { hours, trouble } = readHours(cells.hoursOpenId, cells.hours, date, schedules);
  if (trouble !== null) {
    const field = trouble === 'hours-dangling' ? 'hoursOpenId' : 'hours';
    log.report(trouble, { file: table.file, row, column: table.label(field), value: cells[field] });
  }
  return {
    id: cells.id === '' ? `election-${date}` : cells.id,
    name: cells.name,
    date,
    type: textOrNull(cells.type),
    // VIP 6.0 Election.IsStatewide: yes where nothing is said.
    isStatewide: cells.isStatewide === '' || readFlag(cells.isStatewide) !== false,
    hours,
  };
}

/** VIP 3.0 elections have no name: state and type then say which it is, `Mississippi General Election`. */
export function nameElection(election: Election, stateName: string): Election {
  if (election.name !== '') return election;
  const type = election.type ?? '';
  const words = [stateName, type].filter((word) => word !== '');
  if (!/\belection$/i.test(type)) words.push('Election');
  return { ...election, name: words.join(' ') };
}
