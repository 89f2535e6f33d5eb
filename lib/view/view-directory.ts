// Owns how places from an office's own list read, without an address: late changes first, as in any answer.

import type { ElectionAnswer, Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { currentNotices, noticesReaching, viewNotice } from './notice-view';
import type { NoticeView, PlaceView } from './outcome-view';
import { changedPlaces, viewPlace } from './place-view';
import type { Reader } from './reader';

/** One office's places: all of them, or those of a precinct. */
export interface Directory {
  readonly officeName: string;
  readonly places: readonly PlaceAnswer[];
  /** The office's own; those that concern none of the places, or have ended, are left out. */
  readonly notices: readonly Notice[];
  readonly election: Pick<ElectionAnswer, 'date'> | null;
}

/** The places as late changes leave them, and those changes' notices. */
export function viewDirectory(
  { officeName, places, notices, election }: Directory,
  reader: Reader,
): { readonly notices: readonly NoticeView[]; readonly places: readonly PlaceView[] } {
  const current = currentNotices(notices, reader.now);
  const context = { ...reader, election, notices: current };
  const timeZone = places[0]?.timeZone ?? reader.timeZone;
  return {
    notices: noticesReaching(places, current).map((notice) =>
      viewNotice(notice, officeName, { ...reader, timeZone }),
    ),
    places: changedPlaces(places, context).map((changed) => viewPlace(changed, context)),
  };
}
