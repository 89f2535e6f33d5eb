// Owns which map a tap on "Directions" opens: the phone's own where it has one. It asks nobody for anything; the link is
// followed by the voter's tap alone. Knows no React, and no address but the place's.

/** What the browser says of its device. `maxTouchPoints` tells an iPad from the Mac that it says it is. */
export interface Device {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/** `('100 Heron St, Practice Falls ZZ 00001', device)` -> `geo:0,0?q=…` on Android, Apple's map on an iPhone or iPad;
 *  null elsewhere: the neutral web link stays (the decision record on map links says why). */
export function ownMapLink(mapQuery: string, { userAgent, maxTouchPoints }: Device): string | null {
  const query = encodeURIComponent(mapQuery);
  // Browsers inside other apps do not hand `geo:` on, and show an error in its place.
  if (/Android/.test(userAgent))
    return /; wv\)|FBA[NV]|Instagram/.test(userAgent) ? null : `geo:0,0?q=${query}`;
  const isApple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return isApple ? `https://maps.apple.com/?daddr=${query}` : null;
}
