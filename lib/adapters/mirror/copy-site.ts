// Owns following a source's site: the list `site.json`, believed by its signature and number, and its files by their hashes.
// New scripts are there before the pages that name them; those of before stay for whoever still has an older page.

import { join } from 'node:path';
import { sha256Hex } from '@/lib/release/bytes';
import { canonicalJson } from '@/lib/release/canonical-json';
import { MAX_POINTER_BYTES } from '@/lib/release/format';
import type { KeyTrust } from '@/lib/release/signer';
import { isSitePath, SITE_FILE, type Site, verifySite } from '@/lib/release/site-manifest';
import { writeCompressed } from '../web-root';
import { bytesOf } from './file-state';
import type { MirrorProblem } from './mirror-problem';
import { type MirrorWork, noteRetired, type Staged, stageWanted, sweepRetired } from './mirror-root';
import type { MirrorSource } from './mirror-source';

/** The largest file that a site may have. */
const MAX_SITE_FILE_BYTES = 33_554_432;

/** A list that is believed, as it was signed. */
export interface LiveSite {
  readonly site: Site;
  readonly bytes: Uint8Array;
}

/** `absent`: no source has a site. `failed`: see the problems; what was there stays. */
export interface CopiedSite {
  readonly outcome: 'copied' | 'unchanged' | 'absent' | 'failed';
  /** What the folder holds now; null: no site. */
  readonly site: Site | null;
  readonly files: number;
  readonly problems: readonly MirrorProblem[];
}

/** Called with the site that was there and the one that comes, before the first page changes. */
export type BeforeSite = (before: Site | null, coming: Site) => Promise<void>;

/** Follow the first source whose site may be believed. `isLook`: look at every file. Throws as copyRelease does. */
export async function copySite(
  work: MirrorWork,
  keys: KeyTrust,
  isLook: boolean,
  beforeSite: BeforeSite,
): Promise<CopiedSite> {
  const here = await siteHere(work.to, keys);
  const { found, problems, isAbsent } = await findSite(work, keys, here);
  const kept = { site: here?.site ?? null, files: 0, problems };
  if (found === null) return { ...kept, outcome: isAbsent ? 'absent' : 'failed' };
  const hash = here === null ? null : await sha256Hex(here.bytes);
  const isWhole = hash !== null && hash === work.memory.value.wholeSite;
  const isNew = here === null || found.site.sequence > here.site.sequence;
  if (!isNew && isWhole && !isLook) return { ...kept, outcome: 'unchanged' };
  const live = isNew ? found : here;
  const sources = [found.source, ...work.sources.filter((each) => each !== found.source)];
  const before = isWhole && !isLook ? here : null;
  const files = await put({ ...work, sources }, live, before, here, beforeSite);
  return { outcome: isNew || files > 0 ? 'copied' : 'unchanged', site: live.site, files, problems };
}

/** The site that a folder holds, if that can be believed. */
export async function siteHere(root: string, keys: KeyTrust): Promise<LiveSite | null> {
  const bytes = await bytesOf(join(root, SITE_FILE));
  if (bytes === null) return null;
  const verified = await verifySite(bytes, { ...keys, highestSequence: 0 });
  return verified.ok ? { site: verified.value.site, bytes } : null;
}

interface SiteSearch {
  readonly found: (LiveSite & { readonly source: MirrorSource }) | null;
  readonly problems: readonly MirrorProblem[];
  readonly isAbsent: boolean;
}

/** The first that may be believed: a site does not change by the minute as a release does. */
async function findSite(
  { sources, memory }: MirrorWork,
  keys: KeyTrust,
  here: LiveSite | null,
): Promise<SiteSearch> {
  const problems: MirrorProblem[] = [];
  const hash = here === null ? null : await sha256Hex(here.bytes);
  const highestSequence = Math.max(memory.value.siteSequence, here?.site.sequence ?? 0);
  let isAbsent = true;
  for (const source of sources) {
    const said = { source: source.name, file: SITE_FILE };
    const known = memory.validatorFor(source.name, SITE_FILE, hash);
    const got = await source.get(SITE_FILE, MAX_POINTER_BYTES, known);
    if (!got.ok) {
      if (got.error.code === 'notFound') continue;
      problems.push({ ...said, ...got.error });
    } else if (got.value.kind === 'unchanged') {
      if (here !== null) return { found: { ...here, source }, problems, isAbsent: false };
    } else {
      const { bytes, validator } = got.value;
      const verified = await verifySite(bytes, { ...keys, highestSequence });
      if (verified.ok) {
        await memory.noteSeen(source.name, SITE_FILE, { validator, sha256: await sha256Hex(bytes) });
        return { found: { site: verified.value.site, bytes, source }, problems, isAbsent: false };
      }
      const { code, message } = verified.error;
      const isOlder = code === 'lowerSequence';
      problems.push({
        ...said,
        code: isOlder ? code : 'notBelieved',
        message: isOlder ? `an older site: ${message}` : `${code}: ${message}`,
      });
    }
    isAbsent = false;
  }
  return { found: null, problems, isAbsent };
}

async function put(
  work: MirrorWork,
  live: LiveSite,
  before: LiveSite | null,
  here: LiveSite | null,
  beforeSite: BeforeSite,
): Promise<number> {
  const { memory, turn, to } = work;
  const { files, sequence } = live.site;
  const wanted = Object.entries(files)
    .filter(([path, hash]) => before?.site.files[path] !== hash)
    .map(([path, hash]) => ({ path, hash, maxBytes: MAX_SITE_FILE_BYTES }));
  const staged = await stageWanted(work, wanted, before === null);
  await orDiscard(staged, async () => {
    await turn.check();
    if (here === null || canonicalJson(here.site.policies) !== canonicalJson(live.site.policies))
      await beforeSite(here?.site ?? null, live.site);
    // As for a release: whoever finds it mixed has to look at every file.
    await memory.update({ wholeSite: null });
    await noteRetired(work, goneFiles(here, live, work.now), (path) => Object.hasOwn(files, path));
  });
  await staged.put(siteRank);
  const old = await bytesOf(join(to, SITE_FILE));
  if (old === null || !old.equals(live.bytes)) await writeCompressed(to, SITE_FILE, live.bytes);
  await takeAway(work, live, before === null);
  await memory.update({ wholeSite: await sha256Hex(live.bytes), siteSequence: sequence });
  return staged.paths.length;
}

async function orDiscard(staged: Staged, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await staged.discard();
    throw error;
  }
}

/** What pages name comes before the pages. */
function siteRank(path: string): number {
  if (path.startsWith('/_next/')) return 0;
  return path.endsWith('.html') ? 2 : 1;
}

/** Pages that are in no list any more go at once, as they did at the source (no time: the next occasion); scripts and the like
 *  stay for whoever has an older page open. */
function goneFiles(here: LiveSite | null, live: LiveSite, now: Date): ReadonlyMap<string, string> {
  const gone = Object.keys(here?.site.files ?? {}).filter((path) => !Object.hasOwn(live.site.files, path));
  return new Map(gone.map((path) => [path, path.endsWith('.html') ? '' : now.toISOString()]));
}

async function takeAway(work: MirrorWork, { site }: LiveSite, isLook: boolean): Promise<void> {
  const isOurs = (path: string): boolean => isSitePath(path) && !Object.hasOwn(site.files, path);
  await sweepRetired(work, (path) => isOurs(path) && (isLook || path.endsWith('.html')));
}
