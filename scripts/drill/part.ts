// Owns one part of the drill's world: a process group of its own that can be ended, killed, held and started again on the
// same port. Ends only what it started. Knows no part by name.

import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { atNiceness } from './processors';

/** What to run, and how to tell that it is there. */
export interface PartSettings {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** See NICENESS; absent: the drill's own. */
  readonly niceness?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What it prints goes there. */
  readonly log: string;
  /** Resolves true once it does its work; asked every 100 ms. */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinMs?: number;
  /** Before each start: takes away what a killed one left in the way. */
  readonly prepare?: () => void;
}

/** A part while the drill runs. */
export interface Part {
  readonly name: string;
  /** Started before: nothing happens. Throws, with the end of its log, where it is not ready in time. */
  readonly start: () => Promise<void>;
  /** As it is asked to end (SIGTERM), then killed. */
  readonly stop: () => Promise<void>;
  /** At once (SIGKILL), with all its children. */
  readonly kill: () => Promise<void>;
  /** Hangs (SIGSTOP) until it goes on. */
  readonly hold: () => void;
  readonly goOn: () => void;
  readonly isRunning: () => boolean;
  /** Resident bytes of all its processes; 0 where it does not run. */
  readonly memoryBytes: () => number;
  /** Processor time of all its processes that live; 0 where it does not run. */
  readonly processorSeconds: () => number;
}

/** Groups that live, by the id of their first process: what has to go where the drill itself is ended. */
const living = new Set<number>();

const READY_MS = 60_000;
const STOP_MS = 8_000;

/** A part that has not been started. */
export function part(settings: PartSettings): Part {
  let child: ChildProcess | null = null;
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;
  const signal = (name: NodeJS.Signals) => {
    if (child?.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch (error) {
      // The whole group has ended meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const ended = async (): Promise<void> => {
    while (child?.pid !== undefined && groupMembers(child.pid).length > 0) await sleep(20);
    if (child?.pid !== undefined) living.delete(child.pid);
    child = null;
  };
  const kill = async () => {
    signal('SIGKILL');
    await ended();
  };
  return {
    name: settings.name,
    isRunning,
    start: async () => {
      if (isRunning()) return;
      settings.prepare?.();
      child = spawned(settings);
      if (child.pid !== undefined) living.add(child.pid);
      const giveUpAtMs = Date.now() + (settings.readyWithinMs ?? READY_MS);
      while (!(await settings.isReady().catch(() => false))) {
        if (!isRunning() || Date.now() > giveUpAtMs) {
          await kill();
          throw new Error(`${settings.name} did not start:\n${endOf(settings.log)}`);
        }
        await sleep(100);
      }
    },
    stop: async () => {
      signal('SIGCONT');
      signal('SIGTERM');
      await Promise.race([ended(), sleep(STOP_MS)]);
      if (child !== null) await kill();
    },
    kill,
    hold: () => signal('SIGSTOP'),
    goOn: () => signal('SIGCONT'),
    memoryBytes: () => sumOf(child, 'bytes'),
    processorSeconds: () => sumOf(child, 'seconds'),
  };
}

/** Kill (SIGKILL) whatever parts of this process still run: for the drill's own end, when nobody can wait. */
export function killAllParts(): void {
  for (const pid of living) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // Gone by itself.
    }
  }
  living.clear();
}

function spawned({ command, niceness, env, log }: PartSettings): ChildProcess {
  const [program, ...args] = atNiceness(command, niceness);
  const to = openSync(log, 'a');
  return spawn(program, args, {
    detached: true,
    stdio: ['ignore', to, to],
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
  });
}

interface Member {
  readonly bytes: number;
  readonly seconds: number;
}

function sumOf(child: ChildProcess | null, field: keyof Member): number {
  return child?.pid === undefined ? 0 : groupMembers(child.pid).reduce((sum, each) => sum + each[field], 0);
}

/** The processes of a group that live, by /proc (proc(5): fields 3, 5, 14, 15 and 24 of `stat`; a page is 4 KB, a tick 10 ms). */
function groupMembers(group: number): readonly Member[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The program's name stands in parentheses, and may hold blanks.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || Number(fields[2]) !== group) return [];
      const ticks = Number(fields[11]) + Number(fields[12]);
      return [{ bytes: Number(fields[21]) * 4096, seconds: ticks / 100 }];
    } catch {
      return [];
    }
  });
}

function endOf(log: string): string {
  return readFileSync(log, 'utf8').slice(-2_000);
}

/** Whether something answers at an address, whatever it says. */
export async function answersAt(url: string): Promise<boolean> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2_000) });
  await response.arrayBuffer();
  return true;
}
