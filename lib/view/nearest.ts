// Owns the order of places by distance from where the voter stands. The position is used here and nowhere else: it is
// not kept, and no request depends on it.

import { distanceMetres } from '@/lib/core/geometry/distance';
import type { LatLng } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { PlaceView } from './outcome-view';

/** A place and how far it is, "in a straight line": nobody here knows the roads. */
export interface NearPlace {
  readonly place: PlaceView;
  /** Null where the office gave no coordinates: such places come last, in the order they had. */
  readonly distanceLine: string | null;
}

const metresAMile = 1609.344;

/** Nearest first. */
export function nearestFirst(
  places: readonly PlaceView[],
  here: LatLng,
  messages: AllMessages,
): readonly NearPlace[] {
  const measured = places.map((place) => ({
    place,
    miles: place.latLng === null ? null : distanceMetres(here, place.latLng) / metresAMile,
  }));
  return measured
    .sort((a, b) => (a.miles ?? Number.POSITIVE_INFINITY) - (b.miles ?? Number.POSITIVE_INFINITY) || 0)
    .map(({ place, miles }) => ({
      place,
      distanceLine:
        miles === null ? null : format(messages.nearby.miles, { miles: milesText(miles, messages) }),
    }));
}

/** One digit after the point while it says something: 0.3, 9.8, 10, 130. */
function milesText(miles: number, { tag }: AllMessages): string {
  const rounded = miles < 10 ? Math.max(0.1, Math.round(miles * 10) / 10) : Math.round(miles);
  // Signs here say 0.6 in every language.
  return new Intl.NumberFormat(new Intl.Locale(tag, { region: 'US' })).format(rounded);
}
