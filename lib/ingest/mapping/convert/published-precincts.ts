// Owns what a precinct of a list is published with: of the list's own words and of what is live. Knows no file.

import type { Precinct } from '@/lib/core/vip';
import type { LaidPlaces } from './live-places';
import { mailFlagOf, type SaidOfMail } from './mail-only';

/** How the list's precincts and places are published. */
export interface Published {
  readonly localityOf: (precinctId: string) => string;
  /** The id that a precinct is published by; without it, its own. */
  readonly idOf?: (precinctId: string) => string;
  /** The precinct that is live: what the list does not say of it stays. */
  readonly liveOf?: (precinctId: string) => Precinct | undefined;
  readonly places?: LaidPlaces;
  /** By published ids. */
  readonly siteLinks?: readonly (readonly [precinctId: string, placeId: string])[];
}

/** Name and number: those of the list, or of what is live where the list has a code alone. */
export function namesOfPrecinct(
  [, name = '', code = '']: readonly string[],
  live: Precinct | undefined,
): readonly string[] {
  return live === undefined || name !== code ? [name, code] : [live.name, live.number ?? ''];
}

/** Declarations of the office; of vote centers no list of places has a column. That it does not vote is said of one election. */
export function flagsOf(
  live: Precinct | undefined,
  mail: ReadonlySet<SaidOfMail> | undefined,
): readonly string[] {
  return [mailFlagOf(mail, live), String(live?.usesVoteCenters ?? false)];
}
