// Owns the site that the tests of the ladder run against: a real build with two other hosts to fall back on and a
// release built in. Built once for the same sources; the hosts' addresses are filled in when their ports are known.

import { buildSite, REHEARSAL_MIRRORS } from '@/scripts/drill/build-site';
import { compileBases, writePracticeRelease } from './practice-release';

/** The exported site. */
export const LADDER_SITE = '.levee/test/ladder-site';
/** What stands in the build for the hosts that tests start; nobody listens there. */
export const MIRRORS = REHEARSAL_MIRRORS;
/** The office that the site is built for. */
export const SITE_OFFICE = { name: 'Practice County Elections', phone: '555-0142' };

/** How old the built-in release is: too old to be fresh. */
const BUILT_IN_AGE_MS = 3 * 3_600_000;

/** Compiles the releases, and builds the site where it is not there, or was built from other sources. */
export async function buildLadderSite(): Promise<void> {
  compileBases();
  await buildSite({
    out: LADDER_SITE,
    mirrors: MIRRORS,
    office: SITE_OFFICE,
    builtIn: {
      id: 'practice',
      write: (folder) => writePracticeRelease(folder, { ageMs: BUILT_IN_AGE_MS }),
    },
  });
}
