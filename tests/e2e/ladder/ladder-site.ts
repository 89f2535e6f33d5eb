// Owns the site that the tests of the ladder run against: a real build with two other hosts to fall back on and a
// release built in. Built once for the same sources; the hosts' addresses are filled in when their ports are known.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ingredientsHash } from '../../../scripts/start/build';
import { compileBases, writePracticeRelease } from './practice-release';

/** The exported site. */
export const LADDER_SITE = '.levee/test/ladder-site';
/** What stands in the build for the hosts that tests start; nobody listens there. */
export const MIRRORS = ['http://mirror-one.localhost:65001', 'http://mirror-two.localhost:65002'] as const;
/** The office that the site is built for. */
export const SITE_OFFICE = { name: 'Practice County Elections', phone: '555-0142' };

const BUILT_IN = '.levee/test/built-in';
const STAMP = '.levee/test/ladder-site.sha256';
/** How old the built-in release is: too old to be fresh. */
const BUILT_IN_AGE_MS = 3 * 3_600_000;
/** Dates of the practice county move on; a site from yesterday is built anew. */
const KEEP_FOR_MS = 12 * 3_600_000;

/** Compiles the releases, and builds the site where it is not there, or was built from other sources. */
export async function buildLadderSite(): Promise<void> {
  compileBases();
  const hash = ingredientsHash();
  const isYoung = existsSync(STAMP) && Date.now() - statSync(STAMP).mtimeMs < KEEP_FOR_MS;
  if (isYoung && readFileSync(STAMP, 'utf8') === hash && existsSync(`${LADDER_SITE}/index.html`)) return;
  rmSync(BUILT_IN, { recursive: true, force: true });
  await writePracticeRelease(BUILT_IN, { ageMs: BUILT_IN_AGE_MS });
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-public.mjs'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      LEVEE_OUT: LADDER_SITE,
      LEVEE_BUILT_IN_RELEASE: BUILT_IN,
      NEXT_PUBLIC_LEVEE_MIRRORS: MIRRORS.join(),
      NEXT_PUBLIC_LEVEE_OFFICE_NAME: SITE_OFFICE.name,
      NEXT_PUBLIC_LEVEE_OFFICE_PHONE: SITE_OFFICE.phone,
    },
  });
  if (status !== 0) throw new Error(`the site for the ladder did not build: ${stderr}`);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
}
