// Owns attacks that take connections and not requests: slowloris, slow reading, thousands of idle ones (CAPEC-469, CWE-400).

import type { Attack } from './attack';
import { runAttackProcess } from './attack-process';
import type { SlowFigures, SlowSettings } from './slow-process';

/** The attack, and how many connections were open at its height. */
export interface SlowAttack extends Attack {
  readonly mostOpen: () => number;
}

/** A process of its own for each so many: each is an open file. */
const PER_PROCESS = 4_000;

/** So many connections at once, opened again as they are closed. */
export function slowClients(settings: SlowSettings): SlowAttack {
  let most = 0;
  return {
    name: 'slow clients',
    mostOpen: () => most,
    run: async (seconds) => {
      const count = Math.ceil(settings.connections / PER_PROCESS);
      const each = { ...settings, connections: Math.ceil(settings.connections / count) };
      const open = Array.from({ length: count }, () => 0);
      const figures = await Promise.all(
        open.map((_, at) =>
          runAttackProcess<SlowSettings, SlowFigures>('slow-process.ts', each, seconds, (told) => {
            open[at] = told.open;
            most = Math.max(
              most,
              open.reduce((sum, now) => sum + now, 0),
            );
          }),
        ),
      );
      return {
        seconds,
        requests: figures.reduce((sum, { opened }) => sum + opened, 0),
        errors: 0,
        refused: 0,
      };
    },
  };
}
