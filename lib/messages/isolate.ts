// Owns keeping what is filled into a text of a right-to-left language apart from the text around it. A phone number or an
// English street between Hebrew words would else be shown in the wrong order. Knows no language.

import { changeTexts } from './change-texts';
import type { Catalogue } from './messages';

/** Unicode's own brackets (UAX 9): what stands between them has the direction of its first letter. */
const ISOLATE = '\u2068';
const END = '\u2069';

/** The catalogue with each `{place}` between isolates: no translator has to think of them, and they hold in titles,
 *  labels and calendar files too, where there is no `<bdi>`. */
export function withIsolatedPlaces(messages: Catalogue): Catalogue {
  return changeTexts(messages, (text) => text.replace(/\{\w+\}/g, `${ISOLATE}$&${END}`));
}
