// Owns the directionals of USPS Publication 28, section 233. Knows nothing of where they stand.

import { spellings } from './spellings';

/** Spelling -> abbreviation: `NORTH` -> `N`, `SO` -> `S`, `NORTHWEST` -> `NW`. */
export const DIRECTIONS: ReadonlyMap<string, string> = spellings(
  'N NORTH NO;S SOUTH SO;E EAST;W WEST;NE NORTHEAST;NW NORTHWEST;SE SOUTHEAST;SW SOUTHWEST',
);
