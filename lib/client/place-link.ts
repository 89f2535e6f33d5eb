// Owns the link to a place that may be handed on: the place's plain page, which needs no script and no address.

import { placePagePath } from '@/lib/release/page-paths';

/** Where the page of one place would be. */
export interface PlacePage {
  readonly origin: string;
  readonly lang: string;
  /** Null where several offices answer, and nobody can tell whose place it is. */
  readonly officeId: string | null;
  readonly placeId: string;
  /** False where the release was made without plain pages. */
  readonly hasPages: boolean;
}

/** `https://vote.example/p/en/place-ms-adams.pl-01.html`; null where there is no such page. */
export function placeLink({ origin, lang, officeId, placeId, hasPages }: PlacePage): string | null {
  return officeId === null || !hasPages ? null : origin + placePagePath(lang, officeId, placeId);
}
