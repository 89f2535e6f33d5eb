// Unit and contract tests. Browser journeys live in tests/e2e and run under Playwright.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test/longest-first.mjs';

/** The pure folders of scripts/checks/import-layers.ts. What is here keeps nothing and knows no process (`npm test -- files`): its
 *  tests may share one, and what they import is loaded once for all of them. */
const pure = ['lib/{core,messages,view,ingest,release,office}/**/*.test.{ts,tsx}'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // By itself vitest leaves one processor idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // Whole feeds are read in some tests: a busy machine takes its time. No test asserts a duration.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: [
            '{app,components,lib,scripts,data}/**/*.test.{ts,tsx}',
            'tests/{contract,data,fuzz}/**/*.test.ts',
          ],
          exclude: pure,
        },
      },
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
  },
});
