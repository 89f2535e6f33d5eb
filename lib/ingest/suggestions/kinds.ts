// Owns the table of all kinds of repair, in the order in which they are applied: what moves cells first, then what mends single ones.
// Each file says when its kind is offered and when not.

import { lostZeros } from './lost-zeros';
import { mailOnly } from './mail-only';
import { mojibakeRepair } from './mojibake-repair';
import { numberForms } from './number-forms';
import { paritySnap } from './parity-snap';
import { precinctIds } from './precinct-ids';
import { pushedDown } from './pushed-down';
import { rangeDates } from './range-dates';
import type { RepairKind } from './repair';
import { shiftedRows } from './shifted-rows';
import { swappedCells } from './swapped-cells';
import { swappedEnds, swappedStreets } from './swapped-lists';

/** Of `rows` the first one that is accepted counts before the next is looked for, so that no two move the same cells. */
export const repairKinds: readonly RepairKind[] = [
  pushedDown,
  shiftedRows,
  swappedEnds,
  swappedStreets,
  swappedCells,
  mojibakeRepair,
  numberForms,
  lostZeros,
  rangeDates,
  precinctIds,
  paritySnap,
  mailOnly,
];
