// Unit and contract tests. Browser journeys live in tests/e2e and run under Playwright.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: [
      '{app,components,lib,scripts,data}/**/*.test.{ts,tsx}',
      'tests/{contract,data,fuzz}/**/*.test.ts',
    ],
    // Whole feeds are read in some tests: a busy machine takes its time. No test asserts a duration.
    testTimeout: 240_000,
  },
});
