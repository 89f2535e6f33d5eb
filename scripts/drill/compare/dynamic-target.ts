// Owns the first thing that somebody would build instead: the look-up as a dynamic Next route that reads KV. Builds the
// template beside this file in a folder of its own below .levee/ and starts it. Knows no load.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repositoryRoot } from '../../commands/repository-root';
import { freePort } from '../../free-port';
import { answersAt, part } from '../part';
import { NICENESS } from '../processors';
import type { GoldenAddress } from '../verdict';
import type { KvPlace } from './kv-process';
import type { StartedTarget } from './target';

/** A flood asks for this many different addresses. */
const FLOOD_ADDRESSES = 200;

export interface DynamicInput {
  readonly kv: Pick<KvPlace, 'url' | 'token'>;
  readonly publicKeys: readonly string[];
  readonly golden: readonly GoldenAddress[];
  /** For its log. */
  readonly folder: string;
}

/** Builds (some seconds) and starts it. Throws where Next cannot build it. */
export async function startDynamicTarget({
  kv,
  publicKeys,
  golden,
  folder,
}: DynamicInput): Promise<StartedTarget> {
  const app = buildDynamicApp();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const next = join(repositoryRoot, 'node_modules/next/dist/bin/next');
  const server = part({
    name: 'the dynamic look-up',
    niceness: NICENESS.serving,
    command: [process.execPath, next, 'start', app, '--port', `${port}`, '--hostname', '127.0.0.1'],
    env: {
      KV_REST_API_URL: kv.url,
      KV_REST_API_TOKEN: kv.token,
      LEVEE_PUBLIC_KEYS: publicKeys.join(','),
      LEVEE_REPOSITORY: repositoryRoot,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
    log: join(folder, 'dynamic.log'),
    isReady: () => answersAt(`${url}/lookup?address=`),
  });
  await server.start();
  const paths = golden.slice(0, FLOOD_ADDRESSES).map(({ address }) => lookupPath(address));
  return { name: 'dynamic', url, asks: 'address', paths, originRequests: 'everyRequest', stop: server.stop };
}

/** `/lookup?address=12%20Oak%20St`. */
export function lookupPath(address: string): string {
  return `/lookup?address=${encodeURIComponent(address)}`;
}

/** Below the repository, since Turbopack takes packages from nowhere else. */
function buildDynamicApp(): string {
  const folder = join(repositoryRoot, '.levee/drill/dynamic-app');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(__dirname, 'dynamic-app'), folder, { recursive: true });
  // An absolute path is taken for one below the folder.
  const paths = { '@/*': [join(relative(folder, repositoryRoot), '*')] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths } }));
  const next = join(repositoryRoot, 'node_modules/next/dist/bin/next');
  const { status, stderr, stdout } = spawnSync(process.execPath, [next, 'build', folder], {
    encoding: 'utf8',
    env: {
      ...process.env,
      LEVEE_REPOSITORY: repositoryRoot,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
  if (status !== 0) throw new Error(`the dynamic look-up could not be built: ${stdout}${stderr}`);
  return folder;
}
