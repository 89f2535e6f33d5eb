// Owns showing what a late change comes to before anybody asks for it: the notice, and the places that it is about. Stores
// nothing; what voters see of it is lib/view's.

import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { ok, type Result } from '@/lib/core/result';
import { offices } from '../offices/office';
import type { PublishPorts } from '../publish/publish-ports';
import type { LivePlaces } from './live-places';
import type { NoticeError } from './notice-change';
import type { WishProblem } from './notice-wish';
import { livePlacesOf, type NoticeRequest, recordOf } from './request-notice';

/** All that is needed to draw it as voters see it. */
export interface NoticeLook {
  readonly notice: Notice;
  /** The places that it is about, as the list has them. */
  readonly places: readonly PlaceAnswer[];
  readonly election: LivePlaces['election'];
  readonly officeName: string;
}

/** What a wish would look like; what is wrong with it, and in which field. */
export async function previewNotice(
  ports: PublishPorts,
  request: Pick<NoticeRequest, 'officeId' | 'timeZone' | 'wish'>,
): Promise<Result<NoticeLook, NoticeError | WishProblem>> {
  const live = await livePlacesOf(ports, request.officeId);
  if (!live.ok) return live;
  const nobody = { id: '', name: '' };
  const record = recordOf(ports, { ...request, replaces: null, by: nobody }, live.value);
  if (!record.ok) return record;
  return ok(await noticeLook(ports, record.value.notice, live.value));
}

/** A notice with the places that it is about. Those that are on no list any more are left out. */
export async function noticeLook(
  { state }: PublishPorts,
  notice: Notice,
  { places, election }: LivePlaces,
): Promise<NoticeLook> {
  const office = (await offices.read(state, notice.officeId))?.value;
  return {
    notice,
    places: places.filter(({ id }) => notice.pollingLocationIds.includes(id)),
    election,
    officeName: office?.name ?? notice.officeId,
  };
}
