// Owns which ZIPs begin with a zero, by state: the first three digits that the postal service has given to each (USPS Publication 65,
// National Five-Digit ZIP Code Directory). Data only.

/** State -> the first and last ZIP3 of its stretches. New York is left out: all but two of its ZIPs begin with another digit. */
const stretches: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  PR: [
    [6, 7],
    [9, 9],
  ],
  VI: [[8, 8]],
  MA: [
    [10, 27],
    [55, 55],
  ],
  RI: [[28, 29]],
  NH: [[30, 38]],
  ME: [[39, 49]],
  VT: [
    [50, 54],
    [56, 59],
  ],
  CT: [[60, 69]],
  NJ: [[70, 89]],
};

/** True where the five digits are a ZIP of a state all of whose ZIPs begin with a zero. `isZeroZip('01760', 'MA')`. */
export function isZeroZip(zip: string, state: string): boolean {
  const zip3 = Number(zip.slice(0, 3));
  return (stretches[state] ?? []).some(([first, last]) => first <= zip3 && zip3 <= last);
}
