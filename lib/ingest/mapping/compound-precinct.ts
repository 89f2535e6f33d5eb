// Owns the question whether the numbers of a table's precincts begin again in every county, ward or town, so that a number alone names several:
// then the column of both together (made-columns.ts) is the precinct's. Sees profiles.

import type { ColumnProfile } from './column-profile';
import { decidedBy } from './column-relations';
import type { MadeColumn } from './made-column';
import type { TableMapping } from './table-mapping';

type Columns = TableMapping['columns'];

/** A number decides the place of fewer rows than this where it stands for several precincts. */
const leastDecided = 0.9;

/** The columns with ward or town and number together as the precinct, where only both name one; else as they are. */
export function withCompound(
  columns: Columns,
  profiles: readonly ColumnProfile[],
  made: readonly MadeColumn[],
): Columns {
  const number = columns.precinctId ?? columns.precinctName;
  const firstMade = profiles.length - made.length;
  const place =
    profiles[columns.placeAddressWhole ?? columns.placeNameAddressWhole ?? columns.placeName ?? -1];
  const whole = made.findIndex(({ from, within }, at) => {
    if (within === undefined || from !== number) return false;
    const [alone, both] = [profiles[from!]!, profiles[firstMade + at]!];
    // Of a county's precincts some reach into two wards; of numbers that begin again, most do.
    if (place === undefined) return both.distinct >= alone.distinct * 1.5;
    const decided = decidedBy(place, alone);
    if (decided === null) return both.distinct > alone.distinct;
    return decided < leastDecided && (decidedBy(place, both) ?? 1) >= leastDecided;
  });
  if (whole < 0) return columns;
  const { precinctName, ...others } = columns;
  // A name beside the number stays one.
  const name = precinctName === undefined || precinctName === number ? {} : { precinctName };
  return { ...others, ...name, precinctId: firstMade + whole };
}
