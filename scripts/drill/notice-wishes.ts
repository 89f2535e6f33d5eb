// Owns the forms of late changes that rows fill in: for the whole of the made-up election day, from now on. Pure but for the
// clock.

import type { NoticeWish } from '@/lib/office/notices/notice-wish';

const TEXT = { en: 'Please read this before you go.', es: 'Lea esto antes de ir.' };

/** `wholeDay(['pl-7'], {kind: 'closed'})`: from yesterday to the end of `electionDate`, on the places' clock. */
export function wholeDay(
  placeIds: readonly string[],
  { kind, ...more }: Partial<NoticeWish> & Pick<NoticeWish, 'kind'>,
  electionDate = '2032-11-02',
): NoticeWish {
  const from = `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T00:00`;
  const fields = { from, until: `${electionDate}T23:59`, newPlace: null, hours: null, text: TEXT };
  return { kind, placeIds: [...placeIds], ...fields, ...more };
}
