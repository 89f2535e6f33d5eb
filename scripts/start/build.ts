// Owns when to build: only if something that goes into the build differs from what the last build was made of.
// Knows no page; `next build` does the work.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { hasSiteFiles, makeSiteFiles, siteFiles } from '../site-files/make-site-files';

const { publicKeys } = createRequire(__filename)('../public-keys.cjs') as {
  publicKeys: (repository: string) => string;
};

const ingredients = [
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
  'app',
  'components',
  'data',
  'lib',
  'public',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'scripts/built-in.ts',
  'scripts/compiler-version.cjs',
  'scripts/mirrors.cjs',
  'scripts/public-keys.cjs',
  'scripts/site-headers.cjs',
  'scripts/site-files',
  'tsconfig.json',
];
/** `next build` empties its folder, so a build that was cut off, or made by hand, leaves no stamp. */
const stamp = '.next/levee-ingredients.sha256';

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Made by the build itself, into public/: `next start` serves what was there before it. */
const made = new Set(siteFiles.map((name) => join('public', name)));

/** SHA-256 over names and contents of everything that goes into a build, its public settings included. */
export function ingredientsHash(repository = '.'): string {
  const hash = createHash('sha256');
  const add = (name: string, bytes: Uint8Array | string) => {
    hash.update(`${name}\0${bytes.length}\0`);
    hash.update(bytes);
  };
  for (const file of ingredients.flatMap((name) => filesUnder(join(repository, name)))) {
    const name = relative(repository, file);
    if (!/[.]test[.]tsx?$/.test(name) && !made.has(name)) add(name, readFileSync(file));
  }
  for (const name of Object.keys(process.env)
    .filter((key) => key.startsWith('NEXT_PUBLIC_'))
    .sort()) {
    add(name, process.env[name] ?? '');
  }
  add('public keys', publicKeys(resolve(repository)));
  add('node', process.versions.node.split('.')[0] ?? '');
  return hash.digest('hex');
}

const phonesFile = resolve('.levee/phones.json');

/** Puts LEVEE_BUILT_IN_RELEASE among the static files, or takes out what stood there. False: it has said why. */
function buildIn(): boolean {
  const args = ['--import', 'tsx', 'scripts/built-in.ts', 'public', phonesFile];
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function phonesEnv() {
  return existsSync(phonesFile) ? { LEVEE_PHONES_FILE: phonesFile } : {};
}

/** Builds the `server` target where needed. False: the build failed, and has said why. */
export function build({ always }: { readonly always: boolean }): boolean {
  if (!buildIn()) return false;
  const hash = ingredientsHash();
  const isBuilt = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && hasSiteFiles('public');
  if (!always && isBuilt) return true;
  makeSiteFiles('public');
  console.log('Building the pages (next build) …');
  const { status } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', always ? 'inherit' : 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...phonesEnv(),
      LEVEE_TARGET: 'server',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
  if (status !== 0) return false;
  writeFileSync(stamp, hash);
  return true;
}
