// Owns who computes where. Voters and attackers have machines of their own; on the drill's one machine they share processors
// with the site, so attackers come last at theirs, and voters first at one that attackers do not use. Needs Linux's taskset, and
// root for what goes first; does nothing where they are missing. What serves voters, what fills its folder and the office host
// have the niceness of their units in edge/systemd.

import { spawnSync } from 'node:child_process';
import { availableParallelism, constants, platform, setPriority } from 'node:os';

const last = availableParallelism() - 1;
const canPin = last > 0 && platform() === 'linux' && spawnSync('taskset', ['-V']).status === 0;

/** The command as attackers run it: on every processor but the last, behind everything else there. */
export function attackerCommand(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (!canPin) return ['nice', '-n', '19', ...command];
  // SCHED_IDLE (sched(7)): whatever else wakes up goes on at once, instead of when the attacker's slice is over.
  return ['taskset', '-c', last === 1 ? '0' : `0-${last - 1}`, 'chrt', '--idle', '0', ...command];
}

/** Of what voters ask (levee-edge.service), of what pulls for it (levee-mirror.service), of the office host (levee-office.service). */
export const NICENESS = { serving: -5, pulling: 5, office: 10 } as const;

/** The command at a niceness of its own; `nice` goes on without where it may not set it. */
export function atNiceness(
  command: readonly [string, ...string[]],
  niceness: number | undefined,
): readonly [string, ...string[]] {
  return niceness !== undefined && canPin ? ['nice', '-n', String(niceness), ...command] : command;
}

/** Voters: on the last processor, before everything else there. */
export function goFirst(pid: number | undefined): void {
  if (pid === undefined) return;
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', String(last), String(pid)]);
  if (process.getuid?.() === 0) setPriority(pid, constants.priority.PRIORITY_HIGH);
}
