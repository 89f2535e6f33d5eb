// Owns whose site this is, told from the offices of its list. It must not claim a county for a voter of another.

import type { LocalityRef } from '@/lib/release/format';

/** Jurisdictions that lie within a county wherever there are any (VIP 6.0 DistrictType). A city need not: Virginia's
 *  lie beside their counties. */
const WITHIN_A_COUNTY: ReadonlySet<string> = new Set(['town', 'township', 'village', 'borough']);

/** The one office's name; of a county and the towns within it, the county's; null where nobody stands for all. */
export function siteName(localities: readonly LocalityRef[]): string | null {
  const [only, another] = localities;
  if (only !== undefined && another === undefined) return only.office.name;
  const [county, ...others] = localities.filter(
    ({ type }) => !WITHIN_A_COUNTY.has(type?.toLowerCase() ?? ''),
  );
  return county?.type?.toLowerCase() === 'county' && others.length === 0 ? county.name : null;
}
