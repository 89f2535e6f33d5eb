// Owns what the pages with the form of a late change read before they draw it: the office, its live places as the form has
// them. Server only.

import { notFound } from 'next/navigation';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import { type LivePlaces, livePlaces } from '@/lib/office/notices/live-places';
import { type Office, offices } from '@/lib/office/offices/office';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { officeTimeZone } from '@/lib/view/desk-time';
import { addressLines } from '@/lib/view/place-view';
import { publishPorts } from './publish-container';

/** What there is to choose from; `live` null: nothing of the office is live. */
export interface NoticeGround {
  readonly ports: PublishPorts;
  readonly office: Office;
  readonly timeZone: string;
  readonly live: LivePlaces | null;
}

/** 404 where there is no such office. Throws `StoreError`. */
export async function noticeGround(officeId: string): Promise<NoticeGround> {
  const ports = await publishPorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  return { ports, office, timeZone: officeTimeZone(office), live: await livePlaces(ports, officeId) };
}

/** `{id: 'school', name: 'Example School', address: '1 Plaza, Natchez, MS 39120', timeZone, hours: {opens: '07:00', …}}`. */
export function formPlace(place: PlaceAnswer, officeZone: string) {
  const [only, another] = place.hours?.schedules ?? [];
  const isOne = only !== undefined && another === undefined;
  return {
    id: place.id,
    name: place.name,
    address: addressLines(place).join(', '),
    timeZone: place.timeZone ?? officeZone,
    hours: isOne ? { opens: only.startTime, closes: only.endTime } : null,
  };
}
