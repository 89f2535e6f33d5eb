// Owns what a page that is written ahead may say of time: nothing but dates. It is read at another moment than it was
// written at, so it holds no "today", no "open now", and no year left out.

import type { Catalogue } from '@/lib/messages/messages';
import type { PlaceView } from './outcome-view';
import type { Reader } from './reader';

/** Before every election and every late change: none of them is over, and every date is said with its year. */
const beforeAll = new Date(0);

/** Whoever reads a page later, wherever. */
export function readerLater(messages: Catalogue): Reader<Catalogue> {
  return { messages, now: beforeAll, timeZone: null };
}

/** A place without what is only true at one moment. */
export function withoutNow(place: PlaceView): PlaceView {
  return { ...place, openLine: null };
}
