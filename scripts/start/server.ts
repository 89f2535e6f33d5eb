// Owns the server process: is the port free, is it answering, and that it ends when we do.
// Knows neither pages nor releases.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

const readyPollMs = 150;
const readyTimeoutMs = 120_000;

/** Whether nothing listens on `port` yet. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** What the server is to serve. `releaseDirectory: null`: what its KV store holds. `desk: false`: nobody can work here. */
export interface Served {
  readonly releaseDirectory: string | null;
  readonly desk: boolean;
}

/** What Node runs: Next, after what prepares requests for it. */
export function nextCommand(mode: 'start' | 'dev', port: number): readonly string[] {
  const next = ['node_modules/next/dist/bin/next', mode, '--port', String(port)];
  return ['--require', './scripts/start/before-next.cjs', ...next];
}

/** Starts `next start` or `next dev` on `port`. */
export function startServer(
  mode: 'start' | 'dev',
  port: number,
  { releaseDirectory, desk }: Served,
): ChildProcess {
  return spawn(process.execPath, nextCommand(mode, port), {
    stdio: ['ignore', mode === 'dev' ? 'inherit' : 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...(releaseDirectory === null ? {} : { LEVEE_RELEASE: releaseDirectory }),
      ...(desk ? {} : { LEVEE_DESK: 'off' }),
      PORT: String(port),
      LEVEE_TARGET: 'server',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
    },
  });
}

/** True once something answers at `url`; false when `server` has ended or the time is over. */
export async function answers(url: string, server: ChildProcess): Promise<boolean> {
  const giveUpAtMs = performance.now() + readyTimeoutMs;
  while (server.exitCode === null && server.signalCode === null && performance.now() < giveUpAtMs) {
    try {
      await (await fetch(url, { redirect: 'manual' })).arrayBuffer();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, readyPollMs));
    }
  }
  return false;
}

/** Resolves when the server has ended: true where we were asked to stop (Ctrl-C, SIGTERM, SIGHUP). */
export function serverEnd(server: ChildProcess): Promise<boolean> {
  let asked = false;
  const stop = (signal: NodeJS.Signals) => {
    asked = true;
    server.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return new Promise((resolve) => server.once('exit', () => resolve(asked)));
}
