// Owns a stretch of time in which something is done while voters ask, alone or in a flood: to the meter it looks like an attack.

import { type Attack, type AttackFigures, noAttack, sumAttacks } from './attack';

/** Floods begin anew until the work is done. */
const FLOOD_SECONDS = 3;

/** Does `work` once, in its first turn, in `flood` all the time where there is one; lasts at least as long as it is given. What
 *  `work` throws ends the row. */
export function during(name: string, work: () => Promise<void>, flood: Attack = noAttack): Attack {
  let begun: Promise<void> | null = null;
  return {
    name,
    run: async (seconds) => {
      const startedMs = performance.now();
      let isDone = false;
      begun ??= work();
      const done = begun.finally(() => {
        isDone = true;
      });
      done.catch(() => {});
      const floods: AttackFigures[] = [];
      while (!isDone || (performance.now() - startedMs) / 1000 < seconds) {
        // A flood that is under way when the work fails is waited for: it ends by itself.
        floods.push(await flood.run(Math.min(seconds, FLOOD_SECONDS)));
      }
      await done;
      return sumAttacks(floods, (performance.now() - startedMs) / 1000);
    },
  };
}
