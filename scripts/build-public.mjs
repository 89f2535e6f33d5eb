// Owns the static export of the voter side into `out/`: `npm run build:public`. Knows nothing of what the pages hold.
//
// `next build` with `output: 'export'` always works in `.next`, whatever distDir says, and would overwrite the
// server build there. So the export is built in a copy of the tree under `.levee/`, which keeps its own `.next`.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const workshop = join(repository, '.levee', 'build-public');
const out = join(repository, 'out');
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
makeSiteFiles();
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

/** The files for other people's sites, made anew from the sources at hand. */
function makeSiteFiles() {
  const maker = join(repository, 'scripts', 'site-files', 'main.ts');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', maker, join(workshop, 'public')], {
    cwd: repository,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function build() {
  const next = join(repository, 'node_modules', 'next', 'dist', 'bin', 'next');
  const { status } = spawnSync(process.execPath, [next, 'build', workshop], {
    stdio: 'inherit',
    env: {
      ...process.env,
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
  rmSync(out, { recursive: true, force: true });
  cpSync(exported, out, { recursive: true, filter: (file) => !file.endsWith('.txt') });
  removeEmptyFolders(out);
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
