#!/usr/bin/env node
// Owns the start of the command line: it lets Node read the TypeScript, from whatever folder it is called.
// Plain JavaScript without imports of packages, so that it can say what is missing on a fresh clone.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const USED_WRONGLY = 2;
const root = fileURLToPath(new URL('..', import.meta.url));
// tsx finds the `@/` paths by the tsconfig of the current folder unless it is told.
process.env.TSX_TSCONFIG_PATH ??= `${root}tsconfig.json`;
// `npm run levee` goes to the package's folder first, and says where it was called. What this starts stands where it is put.
if (process.env.npm_lifecycle_event === 'levee' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
delete process.env.INIT_CWD;

try {
  await import('tsx');
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(`levee: its packages are not installed. Run this once:\n  (cd ${root} && npm ci)\n`);
  process.exit(USED_WRONGLY);
}
// Without "type": "module" in package.json the TypeScript is CommonJS, which only `require` loads with its names.
const { main } = createRequire(import.meta.url)('./commands/main.ts');
process.exitCode = await main(process.argv.slice(2));
