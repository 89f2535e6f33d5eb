// Owns the static export of the voter side into `out/`: `npm run build:public`. Knows nothing of what the pages hold.
//
// `next build` with `output: 'export'` always works in `.next`, whatever distDir says, and would overwrite the
// server build there. So the export is built in a copy of the tree under `.levee/`, which keeps its own `.next`.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const workshop = join(repository, '.levee', 'build-public');
// LEVEE_OUT: another folder than `out`, for a site beside the first.
const out = resolve(repository, process.env.LEVEE_OUT || 'out');
const phonesFile = join(workshop, '.phones.json');
const copied = [
  'app',
  'components',
  'data',
  'lib',
  'public',
  'scripts',
  'next.config.js',
  'package.json',
  'tsconfig.json',
];

copyTree();
// The files for other people's sites, and LEVEE_BUILT_IN_RELEASE, made anew from what is at hand.
runScript('site-files/main.ts', join(workshop, 'public'));
runScript('built-in.ts', join(workshop, 'public'), phonesFile);
build();
publish();

function copyTree() {
  mkdirSync(workshop, { recursive: true });
  for (const name of copied) {
    const target = join(workshop, name);
    rmSync(target, { recursive: true, force: true });
    cpSync(join(repository, name), target, {
      recursive: true,
      filter: (file) => !/\.test\.tsx?$/.test(file),
    });
  }
}

function runScript(script, ...args) {
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(repository, 'scripts', script), ...args],
    {
      cwd: repository,
      stdio: 'inherit',
      env: { ...process.env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

function build() {
  const next = join(repository, 'node_modules', 'next', 'dist', 'bin', 'next');
  const { status } = spawnSync(process.execPath, [next, 'build', workshop], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(existsSync(phonesFile) ? { LEVEE_PHONES_FILE: phonesFile } : {}),
      LEVEE_TARGET: 'public',
      LEVEE_REPOSITORY: repository,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Voter pages link with plain `<a>`, so nobody asks for the `.txt` files of client-side navigation. */
function publish() {
  const exported = join(workshop, 'out');
  if (!existsSync(join(exported, 'index.html')))
    throw new Error(`next build left no index.html in ${exported}`);
  refuseForeignFolder();
  rmSync(out, { recursive: true, force: true });
  cpSync(exported, out, { recursive: true, filter: (file) => !file.endsWith('.txt') });
  removeEmptyFolders(out);
}

/** Only a folder that holds an export is emptied for the next one. */
function refuseForeignFolder() {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, '_next'))) return;
  console.error(`LEVEE_OUT: ${out} holds other files. Name an empty folder, or one that was built before.`);
  process.exit(1);
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
