// Owns how the browser tests run: which Chromium, how many at once, which of the two builds.
// tests/e2e/setup.ts makes a release and starts the server; both are gone when the run ends.

import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { headlessPath } from './scripts/test/chromium';
import type { BuildOptions } from './tests/e2e/site';

const isRoot = process.getuid?.() === 0;

export default defineConfig<BuildOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/setup.ts',
  outputDir: '.levee/test/e2e',
  fullyParallel: true,
  // Tests wait for pages to come to rest half of the time: one more than there are processors.
  workers: availableParallelism() + 1,
  timeout: 60_000,
  // What is shown in a moment on a machine of one's own takes longer where a server compares lists beside two browsers.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'line',
  use: {
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    trace: 'off',
    launchOptions: {
      ...headlessPath(),
      // Chromium refuses its sandbox to root, as in most containers.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  // The longest first, so that none of them goes on alone at the end.
  projects: [
    // Each worker has a desk of its own: its server, its stores (tests/e2e/office/office-test.ts).
    { name: 'office', testMatch: /office\/.*\.spec\.ts/ },
    // A static host sets its own headers; the office's desk needs a server.
    { name: 'public', use: { build: 'public' }, testIgnore: [/headers\.spec\.ts/, /office\//] },
    // What differs between the builds is how files are served; the pages are the same.
    {
      name: 'server',
      use: { build: 'server' },
      testMatch: /(look-up|languages|headers|no-script)\.spec\.ts/,
    },
  ],
});
