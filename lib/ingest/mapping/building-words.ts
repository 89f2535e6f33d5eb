// Owns the words that name a building: what stands behind them is hardly a street. Knows no column and no cell.

/** True for a text with such a word in it. */
export const buildingWords =
  /\b(?:church|school|hall|center|centre|centr|ctr|library|fire|station|community|club|courthouse|elementary|elem|gym|building|bldg|college|legion|vfw|lodge|chapel|temple|synagogue|academy|museum|clubhouse|auditorium|pavilion|armory|ministries|house|dept|department|univ|university|complex|annex|cafeteria|cathedral|parish|baptist|methodist)\b/i;
