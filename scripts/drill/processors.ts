// Owns who computes where. Voters and attackers have machines of their own; on the drill's one machine they share processors
// with the site, so attackers come last at theirs, and voters first at one that attackers do not use. Needs Linux's taskset, and
// root for what goes first; does nothing where they are missing.

import { spawnSync } from 'node:child_process';
import { availableParallelism, constants, platform, setPriority } from 'node:os';

const last = availableParallelism() - 1;
const canPin = last > 0 && platform() === 'linux' && spawnSync('taskset', ['-V']).status === 0;

/** The command as attackers run it: on every processor but the last, behind everything else there. */
export function attackerCommand(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  const niced = ['nice', '-n', '19', ...command] as const;
  return canPin ? ['taskset', '-c', last === 1 ? '0' : `0-${last - 1}`, ...niced] : niced;
}

/** Voters: on the last processor, before everything else there. */
export function goFirst(pid: number | undefined): void {
  if (pid === undefined) return;
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', String(last), String(pid)]);
  if (process.getuid?.() === 0) setPriority(pid, constants.priority.PRIORITY_HIGH);
}
