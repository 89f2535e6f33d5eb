// Owns the directionals of USPS Publication 28, section 233. Knows nothing of where they stand.

/** Spelling -> abbreviation: `NORTH` -> `N`, `SO` -> `S`, `NORTHWEST` -> `NW`. */
export const DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['N', 'N'],
  ['S', 'S'],
  ['E', 'E'],
  ['W', 'W'],
  ['NE', 'NE'],
  ['NW', 'NW'],
  ['SE', 'SE'],
  ['SW', 'SW'],
  ['NORTH', 'N'],
  ['SOUTH', 'S'],
  ['EAST', 'E'],
  ['WEST', 'W'],
  ['NO', 'N'],
  ['SO', 'S'],
  ['NORTHEAST', 'NE'],
  ['NORTHWEST', 'NW'],
  ['SOUTHEAST', 'SE'],
  ['SOUTHWEST', 'SW'],
]);
