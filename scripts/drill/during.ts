// Owns a stretch of time in which something is done while voters ask: to the meter it looks like an attack that sends nothing.

import { type Attack, noAttack } from './attack';

/** Does `work` once, and lasts at least as long as it is given. What `work` throws ends the row. */
export function during(name: string, work: () => Promise<void>): Attack {
  return {
    name,
    run: async (seconds) => {
      const [figures] = await Promise.all([noAttack.run(seconds), work()]);
      return figures;
    },
  };
}
