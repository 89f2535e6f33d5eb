// Owns attacks that take connections and not requests: slowloris, slow reading, thousands of idle ones (CAPEC-469, CWE-400).

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from './attack';
import type { SlowFigures, SlowSettings } from './slow-process';

/** The attack, and how many connections were open at its height. */
export interface SlowAttack extends Attack {
  readonly mostOpen: () => number;
}

/** So many connections at once, opened again as they are closed; a process of its own for each 4,000. */
export function slowClients(settings: SlowSettings): SlowAttack {
  const perProcess = 4_000;
  let most = 0;
  return {
    name: 'slow clients',
    mostOpen: () => most,
    run: async (seconds) => {
      const count = Math.ceil(settings.connections / perProcess);
      const each = Math.ceil(settings.connections / count);
      const figures: SlowFigures[] = Array.from({ length: count }, () => ({ open: 0, opened: 0 }));
      const children = figures.map((_, at) => {
        const child = fork(join(import.meta.dirname, 'slow-process.ts'), {
          execArgv: ['--import', 'tsx'],
          stdio: 'inherit',
        });
        child.on('message', (told: SlowFigures) => {
          figures[at] = told;
          most = Math.max(
            most,
            figures.reduce((sum, { open }) => sum + open, 0),
          );
        });
        child.send({ ...settings, connections: each });
        return child;
      });
      await sleep(seconds * 1000);
      await Promise.all(
        children.map(async (child) => {
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
      const opened = figures.reduce((sum, figure) => sum + figure.opened, 0);
      return { seconds, requests: opened, errors: 0, refused: 0 };
    },
  };
}
