// Owns `npm start`, `npm run dev` and `npm run build`: gets the packages, then hands over to ./start/main.ts.
// Plain Node without imports of packages, so that it runs on a fresh clone.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './start/packages.mjs';

// npm goes to the package's folder before it starts this.
const { INIT_CWD, npm_lifecycle_event: script } = process.env;
const calledFrom = INIT_CWD && /^(?:start|dev)$/.test(script ?? '') ? INIT_CWD : process.cwd();
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
process.env.TSX_TSCONFIG_PATH ??= `${root}tsconfig.json`;
ensurePackages();
await import('tsx');
const { main } = createRequire(import.meta.url)('./start/main.ts');
process.exitCode = await main(process.argv.slice(2), calledFrom);
