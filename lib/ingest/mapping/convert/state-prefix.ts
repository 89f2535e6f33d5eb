// Owns precinct codes that begin with their state: `025-090`, `25-090`, `MA-090` and `MAS-090` are one precinct of Massachusetts.
// Only a prefix that agrees with the row's own state is read as one.

import { STATES } from '@/lib/core/usps/states';

/** FIPS 5-2: number -> state. */
const FIPS: ReadonlyMap<number, string> = new Map(
  (
    '1AL 2AK 4AZ 5AR 6CA 8CO 9CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS ' +
    '29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV ' +
    '55WI 56WY 60AS 66GU 69MP 72PR 78VI'
  )
    .split(' ')
    .map((entry) => [Number.parseInt(entry, 10), entry.slice(-2)] as const),
);

/** `MAS-090` in MA -> `MA|090`; null where the code does not begin with that state, or is damaged (`FLO--67`). */
export function statePrefixed(code: string, state: string): string | null {
  const dash = code.indexOf('-');
  const prefix = code.slice(0, dash).toUpperCase();
  const rest = code.slice(dash + 1).toUpperCase();
  if (dash < 2 || state === '' || !/^[A-Z0-9]+$/.test(rest)) return null;
  return namesState(prefix, state) ? `${state}|${rest}` : null;
}

function namesState(prefix: string, state: string): boolean {
  if (/^\d{2,3}$/.test(prefix)) return FIPS.get(Number(prefix)) === state;
  if (prefix === state) return true;
  return (
    prefix.length > 2 && /^[A-Z]+$/.test(prefix) && namesOf(state).some((name) => name.startsWith(prefix))
  );
}

function namesOf(state: string): readonly string[] {
  return [...STATES].filter(([, code]) => code === state).map(([name]) => name.replaceAll(' ', ''));
}
