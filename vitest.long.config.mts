// Owns what `npm run test:long` runs: tests too long for every change. They are for before a release, and after a change
// to how releases are written.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: { include: ['tests/long/**/*.test.ts'], testTimeout: 3_600_000, hookTimeout: 60_000 },
});
