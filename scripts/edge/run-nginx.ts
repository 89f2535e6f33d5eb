// Owns running an nginx for tests and the drill: its files written, the process started, waited for, and ended by its own
// id. A deployed edge is systemd's. Knows nothing of what the configuration says.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_MS = 20_000;
const POLL_MS = 20;

/** An nginx that answers. `port` is the first that its configuration listens on. */
export interface RunningNginx {
  readonly port: number;
  readonly pid: number;
  /** Read the configuration again, as `systemctl reload` does: `configs` in place of the files before, where given. */
  readonly reload: (configs?: ReadonlyMap<string, string>) => void;
  /** End it, letting what is under way finish for at most a second. */
  readonly stop: () => Promise<void>;
  /** kill -9, as a power cut would: master and workers. */
  readonly kill: () => Promise<void>;
}

/** Whether there is an nginx here. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/** Write a configuration's files and make the folders that it names. */
export function writeConfigs(configs: ReadonlyMap<string, string>, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of configs) {
    writeFileSync(join(folder, name), text);
    for (const [, cache = ''] of text.matchAll(/^proxy_cache_path (\S+)\/\w+ /gm))
      mkdirSync(cache, { recursive: true });
  }
  return join(folder, 'nginx.conf');
}

/** What `nginx -t` says of it: null where it is right. */
export function nginxProblem(configs: ReadonlyMap<string, string>, runDir: string): string | null {
  const main = writeConfigs(configs, join(runDir, 'conf'));
  const { status, stderr } = spawnSync('nginx', ['-t', '-q', '-c', main, '-g', directives(configs)], {
    encoding: 'utf8',
  });
  return status === 0 ? null : stderr;
}

/** Start one and wait until it listens. `folder`: where its configuration goes. Throws, with nginx's own words, where it ends at once or never listens. */
export async function startNginx(
  configs: ReadonlyMap<string, string>,
  runDir: string,
  folder = join(runDir, 'conf'),
): Promise<RunningNginx> {
  const main = writeConfigs(configs, folder);
  const port = Number(/listen [^;]*?:(\d+)/.exec(configs.get('closed.conf') ?? '')?.[1]);
  // What one that was killed left behind: a socket's name is in the way of the next.
  for (const name of readdirSync(runDir)) if (name.endsWith('.sock')) rmSync(join(runDir, name));
  const child = spawn('nginx', ['-c', main, '-g', directives(configs)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (piece) => {
    said = (said + piece).slice(-4000);
  });
  const giveUpAt = performance.now() + READY_MS;
  while (!(await listens(port))) {
    if (child.exitCode !== null || performance.now() > giveUpAt) {
      child.kill('SIGKILL');
      throw new Error(`nginx does not listen on ${port}: ${said}`);
    }
    await sleep(POLL_MS);
  }
  return running(child, port, folder);
}

function running(child: ChildProcess, port: number, folder: string): RunningNginx {
  const pid = child.pid ?? 0;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endedOrGone = () =>
    child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : ended;
  const kill = async () => {
    const workers = childrenOf(pid);
    child.kill('SIGKILL');
    for (const worker of workers) signal(worker, 'SIGKILL');
    await endedOrGone();
    // A worker that is dying still has the port for a moment, and whoever comes then is cut off.
    const giveUpAt = performance.now() + READY_MS;
    while ((await listens(port)) && performance.now() < giveUpAt) await sleep(POLL_MS);
  };
  return {
    port,
    pid,
    reload: (configs) => {
      if (configs) writeConfigs(configs, folder);
      child.kill('SIGHUP');
    },
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => void kill(), 1000);
      await endedOrGone();
      clearTimeout(late);
    },
    kill,
  };
}

/** In the foreground; as whoever we are, so that its workers can read folders of ours. */
function directives(configs: ReadonlyMap<string, string>): string {
  const hasUser = /^user /m.test(configs.get('nginx.conf') ?? '');
  return `daemon off;${process.getuid?.() === 0 && !hasUser ? ' user root;' : ''}`;
}

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .map(Number)
    .filter((each) => each > 0);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone by itself.
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
