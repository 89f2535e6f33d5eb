// Owns what the browser tests run against: a release compiled from the practice county by the real command line,
// and the server build. Refuses to test an old page: both builds must be there.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextCommand } from '@/scripts/start/server';
import { buildLadderSite } from './ladder/ladder-site';
import { sharedSite } from './site';

const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 150;

/** Compiles, starts, and returns what undoes both. */
export default async function setup(): Promise<() => void> {
  for (const built of ['out/index.html', '.next/BUILD_ID']) {
    if (!existsSync(built)) throw new Error(`${built} is missing: npm run build && npm run build:public`);
  }
  await buildLadderSite();
  const folder = mkdtempSync(join(tmpdir(), 'levee-e2e-'));
  compile(folder);
  const port = await freePort();
  const server = spawn(process.execPath, nextCommand('start', port), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', LEVEE_RELEASE: folder, NEXT_TELEMETRY_DISABLED: '1' },
  });
  const url = `http://localhost:${port}`;
  await ready(`${url}/en/`, server);
  sharedSite.set({ releaseFolder: folder, serverUrl: url });
  return () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

function compile(folder: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/levee.mjs', 'compile', '--sandbox', '--out', folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the practice county did not compile: ${stderr}`);
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

async function ready(url: string, server: ChildProcess): Promise<void> {
  const giveUpAtMs = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < giveUpAtMs && server.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
  }
  throw new Error(`next start did not answer at ${url}`);
}
