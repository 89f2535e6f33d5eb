// Owns an attack that is a process of its own: started, told what to do, counted from when it is at it, and ended. Knows no attack.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Run scripts/drill/FILE for so many seconds, counted from its first word; gives its last. `told` hears each. */
export async function runAttackProcess<Settings extends object, Figures>(
  file: string,
  settings: Settings,
  seconds: number,
  told: (figures: Figures) => void = () => {},
): Promise<Figures> {
  const child = fork(join(import.meta.dirname, file), { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  let last: Figures = await firstWord(child, settings);
  child.on('message', (figures: Figures) => {
    last = figures;
    told(figures);
  });
  await sleep(seconds * 1000);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  return last;
}

function firstWord<Figures>(child: ChildProcess, settings: object): Promise<Figures> {
  return new Promise((resolve, reject) => {
    child.once('message', (figures: unknown) => resolve(figures as Figures));
    child.once('exit', () => reject(new Error('the attack did not begin')));
    child.send(settings);
  });
}
