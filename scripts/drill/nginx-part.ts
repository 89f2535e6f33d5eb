// Owns an nginx of the drill: Levee's own configuration of an edge, on a free port, as a part that can be killed. Knows no fault.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type NginxOptions, nginxConfig } from '../edge/nginx-config';
import { writeConfigs } from '../edge/run-nginx';
import { freePort } from '../free-port';
import { REHEARSAL_MIRRORS, REHEARSAL_SITE } from './build-site';
import { answersAt, part } from './part';
import { NICENESS } from './processors';
import type { Edge } from './world';

/** An edge to be: its folder is its own; `root` is the web root, or where the cache keeps what it has. */
export interface EdgeSettings {
  readonly name: string;
  readonly folder: string;
  readonly root: string;
  readonly policies?: NginxOptions['policies'];
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** `127.0.0.1:4711`: an edge that caches what stands there. */
  readonly upstream?: string;
  /** One for each processor where it is left out. */
  readonly workers?: number;
}

/** What browsers call this machine: each name is a secure context there, as a host with TLS is. */
const SITE_NAMES = [
  'localhost',
  ...[REHEARSAL_SITE, ...REHEARSAL_MIRRORS].map((origin) => new URL(origin).hostname),
];

/** An edge that has not been started. */
export async function nginxPart({
  name,
  folder,
  root,
  policies = {},
  tls,
  upstream,
  workers,
}: EdgeSettings): Promise<Edge> {
  const port = await freePort();
  const runDir = join(folder, 'run');
  for (const each of [runDir, root]) mkdirSync(each, { recursive: true });
  const config = nginxConfig({
    webRoot: root,
    port,
    serverNames: ['127.0.0.1', ...SITE_NAMES],
    runDir,
    policies,
    ...(tls ? { tls } : {}),
    ...(workers ? { workers } : {}),
    ...(upstream ? { cache: { upstream, dir: root } } : {}),
  });
  const main = writeConfigs(config, runDir);
  const url = tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
  // As whoever we are, so that its workers can read folders of ours.
  const user = process.getuid?.() === 0 ? ' user root;' : '';
  const server = part({
    name,
    niceness: NICENESS.serving,
    command: ['nginx', '-c', main, '-g', `daemon off;${user}`],
    log: join(folder, 'nginx.log'),
    isReady: () => (tls ? listens(port) : answersAt(`${url}/`)),
    // The name of a socket stands in the way of the next one.
    prepare: () => {
      for (const file of readdirSync(runDir)) if (file.endsWith('.sock')) rmSync(join(runDir, file));
    },
  });
  return { ...server, url, root };
}

async function listens(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
