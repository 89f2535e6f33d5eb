// Owns faults as the meter knows attacks: something that is on for a time and then mended, alone or beside a flood. Knows no fault
// by name.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Attack, type AttackFigures, noAttack } from './attack';

/** What breaks something, and what mends it. */
export interface Breakage {
  readonly begin: () => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

/** The fault for all of the time, beside an attack where one is given. Mended whatever happens. */
export function fault(name: string, { begin, end }: Breakage, beside: Attack = noAttack): Attack {
  return {
    name,
    run: async (seconds) => {
      await begin();
      try {
        return await beside.run(seconds);
      } finally {
        await end();
      }
    },
  };
}

/** One fault after the other, each for as long; `end` mends the last. */
export function inTurns(
  name: string,
  steps: readonly (() => Promise<unknown>)[],
  end: () => Promise<unknown>,
  beside: Attack = noAttack,
): Attack {
  return {
    name,
    run: async (seconds) => {
      const flooded: Promise<AttackFigures> = beside.run(seconds);
      try {
        for (const step of steps) {
          await step();
          await sleep((seconds * 1000) / steps.length);
        }
      } finally {
        await end();
      }
      return flooded;
    },
  };
}
