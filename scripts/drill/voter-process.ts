// Owns a process of steady voters: so many visits a second at golden addresses in turn, reported as they end. A process of
// its own, so that its clock is not the drill's. Started by voters.ts.

import type { GoldenAddress, Visit } from './verdict';
import { type VisitSettings, visit } from './visit';

/** From the drill: where to go from now on, whom to ask for, how often; `stop` ends the process once all are home. */
export type ToVoters =
  | {
      readonly settings: VisitSettings;
      readonly golden: readonly GoldenAddress[];
      readonly perSecond: number;
    }
  | 'stop';

/** Voters who wait at most: more would be an attack of our own. */
const MOST_AT_ONCE = 200;

let timer: NodeJS.Timeout | null = null;
let next = 0;
const underway = new Set<Promise<void>>();

function send(visits: readonly Visit[]): void {
  process.send?.(visits);
}

process.on('message', async (message: ToVoters) => {
  if (timer !== null) clearInterval(timer);
  if (message === 'stop') {
    await Promise.all(underway);
    process.disconnect();
    return;
  }
  const { settings, golden, perSecond } = message;
  timer = setInterval(() => {
    const address = golden[next % golden.length];
    next += 1;
    if (address === undefined || underway.size >= MOST_AT_ONCE) return;
    const one = visit(settings, address).then((made) => {
      send([made]);
      underway.delete(one);
    });
    underway.add(one);
  }, 1000 / perSecond);
});
