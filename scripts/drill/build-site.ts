// Owns building the voters' site for a rehearsal: the real export, with other hosts to fall back on and perhaps a release built in, once
// for the same sources and settings. Addresses of those hosts are fixed names; where a name leads is for the browser's rules to say
// (browser-voters.ts), so that the bytes, their hashes and their policy are what was built, and nothing is edited afterwards.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ingredientsHash } from '../start/build';

/** What a site is built with. */
export interface SiteSettings {
  /** Where the sources are; absent: here. */
  readonly repository?: string;
  /** Where the export goes, `.levee/drill/site`; beside it, `.sha256` says what it was made from. */
  readonly out: string;
  /** `['http://mirror-one.localhost:65001']`: http is for names that lead to this machine only. */
  readonly mirrors: readonly string[];
  readonly office: { readonly name: string; readonly phone: string };
  /** `http://tiles.localhost:65003/{z}/{x}/{y}.png`; absent: the map asks nobody for anything. */
  readonly tiles?: string;
  /** Absent: those that this machine's builds trust. */
  readonly publicKeys?: readonly string[];
  /** The release that comes with the pages: written into a folder when it is needed; `id` says whether it is another than last time. */
  readonly builtIn?: { readonly id: string; readonly write: (folder: string) => Promise<unknown> };
}

/** Hosts of a rehearsal as its pages know them. Nobody listens there. */
export const REHEARSAL_MIRRORS = [
  'http://mirror-one.localhost:65001',
  'http://mirror-two.localhost:65002',
] as const;
/** Pictures of maps, from a third party that is dead. */
export const REHEARSAL_TILES = 'http://tiles.localhost:65003/{z}/{x}/{y}.png';
/** What a rehearsal's voters type. */
export const REHEARSAL_SITE = 'http://vote.localhost:65000';

/** A release that was built in moves on with the days; a site from yesterday is built anew. */
const KEEP_FOR_MS = 12 * 3_600_000;

/** Builds the site where it is not there, is old, or was made from something else. Throws where the build fails. */
export async function buildSite(settings: SiteSettings): Promise<void> {
  const { repository = '.', out, mirrors, office, tiles = '', publicKeys, builtIn } = settings;
  const stamp = `${out}.sha256`;
  const hash = createHash('sha256')
    .update(ingredientsHash(repository))
    .update(JSON.stringify([mirrors, office, tiles, publicKeys, builtIn?.id]))
    .digest('hex');
  const isYoung = existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < KEEP_FOR_MS;
  if (isYoung && readFileSync(stamp, 'utf8') === hash && existsSync(`${out}/index.html`)) return;
  rmSync(stamp, { force: true });
  const release = `${out}-built-in`;
  rmSync(release, { recursive: true, force: true });
  await builtIn?.write(release);
  const script = resolve(repository, 'scripts/build-public.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    cwd: repository,
    env: {
      ...process.env,
      ...(publicKeys ? { LEVEE_PUBLIC_KEYS: publicKeys.join() } : {}),
      LEVEE_OUT: resolve(out),
      LEVEE_BUILT_IN_RELEASE: builtIn ? resolve(release) : '',
      NEXT_PUBLIC_LEVEE_MIRRORS: mirrors.join(),
      NEXT_PUBLIC_LEVEE_TILE_URL: tiles,
      NEXT_PUBLIC_LEVEE_OFFICE_NAME: office.name,
      NEXT_PUBLIC_LEVEE_OFFICE_PHONE: office.phone,
    },
  });
  if (status !== 0) throw new Error(`the site for the rehearsal did not build: ${stderr}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
