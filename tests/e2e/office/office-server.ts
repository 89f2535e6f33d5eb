// Owns one office host as a test gets it: the server build on a free port, over stores and a release folder of its own. The
// test process has the same stores open beside it. Knows no test.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOfficeEnv } from '@/lib/adapters/env';
import { type OpenedPorts, openOfficePorts } from '@/lib/adapters/office-container';
import { nextCommand } from '@/scripts/start/server';

const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 100;

export interface OfficeServer {
  /** `http://localhost:40123`, without a slash at its end. */
  readonly url: string;
  readonly folder: string;
  /** Where `/v1` and `/p` are served from. */
  readonly releaseFolder: string;
  /** What the server was started with, for commands that are to work on the same stores. */
  readonly env: Readonly<Record<string, string>>;
  /** The server's stores, open in the test's process, too. */
  readonly ports: OpenedPorts;
  /** Ends it at once (`SIGKILL`), as a crash would. */
  readonly kill: () => Promise<void>;
  /** Starts it again at the same address on the same stores. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** `more`: variables beside stores, origin and release: `{KV_REST_API_URL: …, KV_REST_API_TOKEN: …}`. */
export async function startOfficeServer(more: Readonly<Record<string, string>> = {}): Promise<OfficeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'levee-e2e-office-'));
  const releaseFolder = join(folder, 'release');
  mkdirSync(releaseFolder);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    LEVEE_STORE_DIR: join(folder, 'office'),
    LEVEE_OFFICE_ORIGIN: url,
    LEVEE_RELEASE: releaseFolder,
    PORT: String(port),
    ...more,
  };
  const read = readOfficeEnv(env);
  if (!read.ok) throw new Error(`${read.error.variable} ${read.error.message}`);
  const ports = await openOfficePorts(read.value);
  let server = await started(env, port, url);
  const kill = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.signalCode === null && server.kill('SIGKILL')) await ended;
  };
  return {
    url,
    folder,
    releaseFolder,
    env,
    ports,
    kill,
    start: async () => {
      server = await started(env, port, url);
    },
    stop: async () => {
      await kill();
      await ports.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function started(
  env: Readonly<Record<string, string>>,
  port: number,
  url: string,
): Promise<ChildProcess> {
  const server = spawn(process.execPath, nextCommand('start', port), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const giveUpAtMs = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < giveUpAtMs && server.exitCode === null) {
    const response = await fetch(`${url}/office/test-computer/`).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
  }
  server.kill('SIGKILL');
  throw new Error(`the office host did not answer at ${url}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
