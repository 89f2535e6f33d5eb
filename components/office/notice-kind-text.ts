// Owns what late changes and their states are called on the desk.

import type { NoticeRecord } from '@/lib/office/notices/notice-record';

/** `A place has moved`. */
export const noticeKindText: Readonly<Record<NoticeRecord['notice']['kind'], string>> = {
  moved: 'A place has moved',
  closed: 'A place is closed',
  hours: 'Hours are longer',
  callFirst: 'Call before you go',
};

/** `Voters see it now`. */
export const noticeStateText: Readonly<Record<NoticeRecord['state'], string>> = {
  requested: 'Waits for approval',
  live: 'Voters see it now',
  withdrawn: 'Taken down',
  replaced: 'Replaced by a later one',
  ended: 'Over',
  refused: 'Refused',
};

/** `Example School`, `Example School and 2 more`; ids where a place is on no list any more. */
export function placeNames(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  const [first = '', ...more] = ids.map((id) => names.get(id) ?? id);
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
