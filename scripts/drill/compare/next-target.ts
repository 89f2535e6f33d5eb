// Owns the second thing that somebody would build instead: `next start` alone, handing out pages and release files. It is
// this repository's `server` build, which must be there. Knows no load.

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../commands/repository-root';
import { freePort } from '../../free-port';
import { answersAt, part } from '../part';
import { NICENESS } from '../processors';
import type { StartedTarget } from './target';

/** A flood asks for this many objects and pages, each. */
const FLOOD_FILES = 100;

/** Starts it over the release below a folder, without a desk; logs go to `folder`. Throws where nothing
 *  has been built. */
export async function startNextTarget(releaseFolder: string, folder: string): Promise<StartedTarget> {
  if (!existsSync(join(repositoryRoot, '.next/BUILD_ID'))) {
    throw new Error('there is no build to compare with: npm run build');
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // As scripts/start/server.ts does it, from whatever folder.
  const socketAddress = join(repositoryRoot, 'scripts/start/before-next.cjs');
  const next = join(repositoryRoot, 'node_modules/next/dist/bin/next');
  const server = part({
    name: 'the compared next start',
    niceness: NICENESS.serving,
    command: [
      process.execPath,
      '--require',
      socketAddress,
      next,
      'start',
      repositoryRoot,
      '--port',
      `${port}`,
    ],
    env: {
      LEVEE_RELEASE: releaseFolder,
      LEVEE_DESK: 'off',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
    log: join(folder, 'next.log'),
    isReady: () => answersAt(`${url}/v1/current.json`),
  });
  await server.start();
  const paths = await floodPaths(releaseFolder);
  return { name: 'next', url, asks: 'files', paths, originRequests: 'everyRequest', stop: server.stop };
}

/** A voter's page, the pointer, and some objects and plain pages of the release below a folder. */
export async function floodPaths(releaseFolder: string): Promise<readonly string[]> {
  const some = async (folder: string, names: RegExp) => {
    const found = await readdir(join(releaseFolder, folder));
    const chosen = found.filter((name) => names.test(name)).sort();
    return chosen.slice(0, FLOOD_FILES).map((name) => `/${folder}/${name}`);
  };
  const objects = await some('v1/objects', /^[0-9a-f]{64}\.json$/);
  const pages = await some('p/en', /^zip-\d{5}\.html$/);
  return ['/en/', '/v1/current.json', ...objects, ...pages];
}
