// Owns which late changes go into the next pointer. Reads records of lib/office/notices; changes none.

import type { Notice } from '@/lib/core/lookup/outcome';
import { noticeRecords } from '../notices/notice-record';
import type { OfficePorts } from '../ports/office-ports';

/** Those that are live and not over, by id. Those that begin later are among them: readers look at the clock. */
export async function noticesInForce({ state }: OfficePorts, now: Date): Promise<readonly Notice[]> {
  const records = await noticeRecords.list(state);
  return records
    .map(({ value }) => value)
    .filter(({ state, notice }) => state === 'live' && Date.parse(notice.until) > now.getTime())
    .map(({ notice }) => notice)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
