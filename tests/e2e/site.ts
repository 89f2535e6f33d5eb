// Owns the site as a test gets it: which build, at which address, over which release. A test that breaks
// something (`ownSite`) gets a release of its own; all others share one and must leave it alone.

import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type StaticServer, startStaticServer } from './static-server';

/** `public`: the exported files on a plain server. `server`: `next start`. */
export interface BuildOptions {
  readonly build: 'public' | 'server';
}

interface SharedSite {
  readonly releaseFolder: string;
  readonly serverUrl: string;
}

/** Handed from setup.ts to the workers, which are other processes, through their environment. */
export const sharedSite = {
  set(site: SharedSite): void {
    process.env.LEVEE_E2E_SITE = JSON.stringify(site);
  },
  get(): SharedSite {
    const text = process.env.LEVEE_E2E_SITE;
    if (!text) throw new Error('tests/e2e/setup.ts has not run');
    return JSON.parse(text);
  },
};

/** A site whose release a test may damage. */
export interface OwnSite extends StaticServer {
  /** Change the bytes of `/v1/current.json`. */
  readonly alterPointer: (change: (text: string) => string) => void;
  /** Change the bytes of every object, or of those that `choose` picks by their text. */
  readonly alterObjects: (change: (text: string) => string, choose?: (text: string) => boolean) => void;
  /** Change the bytes of every page of the site. */
  readonly alterPages: (change: (text: string) => string) => void;
  /** What an operator does who wants nothing kept on any phone (docs/runbook.md). */
  readonly turnOffKeeping: () => void;
}

interface Fixtures {
  readonly ownSite: OwnSite;
}

interface WorkerFixtures {
  readonly publicSite: StaticServer;
}

export const test = base.extend<BuildOptions & Fixtures, WorkerFixtures>({
  build: ['public', { option: true }],
  publicSite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const server = await startStaticServer('out', sharedSite.get().releaseFolder);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ build, publicSite }, use) => {
    await use(build === 'server' ? sharedSite.get().serverUrl : publicSite.url);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  ownSite: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'levee-e2e-own-'));
    cpSync(sharedSite.get().releaseFolder, folder, { recursive: true });
    const pages = mkdtempSync(join(tmpdir(), 'levee-e2e-pages-'));
    cpSync('out', pages, { recursive: true });
    const server = await startStaticServer(pages, folder);
    await use({
      ...server,
      alterPages: (change) => {
        for (const name of ['en', 'es']) alter(join(pages, name, 'index.html'), change);
      },
      turnOffKeeping: () => copyFileSync(join(pages, 'sw-off.js'), join(pages, 'sw.js')),
      alterPointer: (change) => alter(join(folder, 'v1/current.json'), change),
      alterObjects: (change, choose = () => true) => {
        for (const file of objectFiles(folder)) {
          if (choose(readFileSync(file, 'utf8'))) alter(file, change);
        }
      },
    });
    await server.stop();
    for (const each of [folder, pages]) rmSync(each, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';

function objectFiles(folder: string): readonly string[] {
  const objects = join(folder, 'v1/objects');
  return readdirSync(objects).map((name) => join(objects, name));
}

function alter(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was altered in ${file}`);
  writeFileSync(file, after);
}
