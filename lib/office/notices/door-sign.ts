// Owns what a sign on a door has to say once other late changes have come after its own: where people go in the end, and
// which signs have to be printed anew (docs/adr/0066). Pure.

import type { Notice } from '@/lib/core/lookup/outcome';
import { isGone, noticesOf } from '@/lib/view/notice-view';

/** The late change whose words the sign at the door of `notice`'s place has. `live`: those that voters see. */
export function noticeOnSign(notice: Notice, live: readonly Notice[]): Notice {
  return wayOf(notice, live).at(-1) ?? notice;
}

/** Late changes whose signs sent people on to a place that `notice` says has closed or moved, directly or by others. */
export function signsOvertakenBy(notice: Notice, live: readonly Notice[]): readonly Notice[] {
  const all = [...live.filter(({ id }) => id !== notice.id), notice];
  return all.filter((each) => each !== notice && wayOf(each, all).includes(notice));
}

/** From a late change to the last that it leads to. Of several about one place, the one that starts last says where to go;
 *  a way that comes back ends where it was. */
function wayOf(notice: Notice, live: readonly Notice[]): readonly Notice[] {
  const way = [notice];
  for (const { officeId, newPlace } of way) {
    if (newPlace === null) continue;
    const next = noticesOf(newPlace, live)
      .filter((each) => each.officeId === officeId && isGone(each))
      .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
    if (next !== undefined && !way.includes(next)) way.push(next);
  }
  return way;
}
