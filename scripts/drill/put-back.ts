// Owns the end of a row that published another list: the one of before again, and everybody has it, so that the next row begins
// where this one began. Knows no fault.

import type { Desk } from './desk';
import { type Arrival, arrivals, isAtLeast } from './hosts';
import type { World } from './world';

/** Goes back to the list of before; gives when each host had it. Throws where there is none to go back to. */
export async function putBack(world: World, desk: Desk): Promise<readonly Arrival[]> {
  const [earlier] = await desk.earlier();
  if (earlier === undefined) throw new Error('there is nothing to go back to');
  const back = await desk.rollBack(earlier.electionId, earlier.dataset);
  return arrivals(world, back.approvedAtMs, isAtLeast(back.sequence));
}
