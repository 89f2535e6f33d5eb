// Owns the processor time of whoever listens on a port, and keeping them on one processor. By /proc, so on Linux alone.
// Knows no web server.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

/** The processes that have a listening socket on `port` of this machine. */
export function listenersOn(port: number): readonly number[] {
  const end = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
      readFileSync(table, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, local, , state]) => local?.endsWith(end) && state === LISTENING)
        .map((fields) => `socket:[${fields[9]}]`),
    ),
  );
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => holdsAny(pid, sockets));
}

function holdsAny(pid: number, sockets: ReadonlySet<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

/** Seconds that these processes have computed so far, the kernel's work for them included; to the nanosecond (sched-stats in
 *  the kernel's documentation: the first number of a thread's `schedstat`). */
export function processorSeconds(pids: readonly number[]): number {
  const threads = pids.flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((tid) => `/proc/${pid}/task/${tid}`),
  );
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9;
}

/** Keeps processes on one processor. False where the machine does not let us. */
export function pinTo(core: number, pids: readonly number[]): boolean {
  return pids.every((pid) => spawnSync('taskset', ['-cp', `${core}`, `${pid}`]).status === 0);
}
