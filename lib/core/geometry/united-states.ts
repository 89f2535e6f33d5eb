// Owns the rough outline of where the country is: enough to tell a point from a typing error.

import type { LatLng } from '../vip';

/** True within the boxes of the fifty states and the territories, from Guam (144.6 E) over the date line to the Virgin Islands
 *  (64.5 W). */
export function isInUnitedStates([latitude, longitude]: LatLng): boolean {
  const isWest = longitude >= -180 && longitude <= -64;
  const isEast = longitude >= 144 && longitude <= 180;
  return latitude >= -15 && latitude <= 72 && (isWest || isEast);
}
