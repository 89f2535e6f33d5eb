// Owns steady voters as the drill has them: a process that asks, and what it reported. Knows no fault.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { goFirst } from './processors';
import type { GoldenAddress, Visit } from './verdict';
import type { VisitSettings } from './visit';
import type { ToVoters } from './voter-process';

/** Voters who ask until they are told to stop. */
export interface Voters {
  /** Every visit that has ended, in the order of their ends. */
  readonly visits: readonly Visit[];
  /** Go elsewhere, or ask for something else, from the next visit on. */
  readonly send: (settings: VisitSettings, golden: readonly GoldenAddress[], perSecond: number) => void;
  /** Resolves once everybody who is on the way has an answer. */
  readonly stop: () => Promise<void>;
}

/** A process of voters. It asks for nothing until it is sent somewhere. */
export function startVoters(): Voters {
  const visits: Visit[] = [];
  const child = fork(join(import.meta.dirname, 'voter-process.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  goFirst(child.pid);
  child.on('message', (made: readonly Visit[]) => visits.push(...made));
  const tell = (message: ToVoters) => child.connected && child.send(message);
  return {
    visits,
    send: (settings, golden, perSecond) => {
      tell({ settings, golden, perSecond });
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      tell('stop');
      await ended;
    },
  };
}
