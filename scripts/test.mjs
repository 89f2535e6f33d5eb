// Owns `npm test`: gets the packages, then hands over to ./test/run-steps.ts. Plain Node, so that it runs on a
// fresh clone. Arguments name the steps to run (`npm test -- unit lint`); none: all of them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './start/packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
ensurePackages();
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/test/run-steps.ts', ...process.argv.slice(2)],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exitCode = status ?? 1;
