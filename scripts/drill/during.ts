// Owns a stretch of time in which something is done while voters ask, alone or in a flood: to the meter it looks like an attack.

import { type Attack, type AttackFigures, noAttack, sumAttacks } from './attack';

/** Floods begin anew until the work is done. */
const FLOOD_SECONDS = 3;

/** Does `work` once, in `flood` all the time where there is one, and lasts at least as long as it is given. What `work`
 *  throws ends the row. */
export function during(name: string, work: () => Promise<void>, flood: Attack = noAttack): Attack {
  return {
    name,
    run: async (seconds) => {
      const startedMs = performance.now();
      let isDone = false;
      const done = work().finally(() => {
        isDone = true;
      });
      const floods: AttackFigures[] = [];
      while (!isDone || (performance.now() - startedMs) / 1000 < seconds) {
        floods.push(await flood.run(Math.min(seconds, FLOOD_SECONDS)));
      }
      await done;
      return sumAttacks(floods, (performance.now() - startedMs) / 1000);
    },
  };
}
