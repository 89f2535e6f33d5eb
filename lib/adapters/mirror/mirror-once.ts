// Owns one turn of a mirror: what is here, what the sources have, the release, then the site, and the report of it. Whatever
// fails, what was served before is served after. Writes to no terminal.

import { join } from 'node:path';
import { isFresh } from '@/lib/core/rung';
import { sha256Hex } from '@/lib/release/bytes';
import type { Pointer } from '@/lib/release/format';
import { COMING_POINTER_FILE } from '@/lib/release/verify-pages';
import { POINTER_FILE, type Trust, verifyPointer } from '@/lib/release/verify-pointer';
import { sweepDrafts } from '../atomic-files';
import { makeFolder } from '../make-folder';
import { listFiles } from '../web-root';
import { copyRelease, type LivePointer } from './copy-release';
import { type BeforeSite, type CopiedSite, copySite, siteHere } from './copy-site';
import { bytesOf } from './file-state';
import { type FoundRelease, findRelease } from './find-release';
import type { MemoryFile } from './mirror-memory';
import { diskProblem, MirrorFailure, type MirrorProblem } from './mirror-problem';
import { type MirrorWork, removeDeadDrafts } from './mirror-root';
import type { MirrorSource } from './mirror-source';
import { inTurn, type Turn, TurnLost } from './turn';

/** What a turn is asked to do. */
export interface MirrorTask {
  /** Asked in order. */
  readonly from: readonly MirrorSource[];
  /** The web root. */
  readonly to: string;
  readonly publicKeys: readonly string[];
  readonly memory: MemoryFile;
  /** Two mirrors of one web root have the same. */
  readonly lock: string;
  readonly now: Date;
  /** Look at every file, whatever is remembered; a look also takes away what was retired 30 days ago. */
  readonly isLook: boolean;
  /** Look at every file so often, all the same. Left out: every hour. */
  readonly lookEveryMs?: number;
  /** `later`: a site changes seldom, and a look asks for it all the same. `never`: this folder's site comes from elsewhere. */
  readonly site: 'now' | 'later' | 'never';
  readonly beforeSite: BeforeSite;
}

/** What a turn did. */
export interface MirrorReport {
  readonly release: {
    readonly outcome: 'copied' | 'unchanged' | 'failed';
    /** What the folder holds now; null: no release that can be believed. */
    readonly pointer: Pointer | null;
    readonly source: string | null;
    /** The office host has not confirmed it for half an hour. */
    readonly isOld: boolean;
    readonly objects: number;
    readonly pages: number;
  };
  readonly site: Pick<CopiedSite, 'site' | 'files'> & {
    readonly outcome: CopiedSite['outcome'] | 'notAsked';
  };
  /** Of sources that were passed over, too. */
  readonly problems: readonly MirrorProblem[];
  readonly fetchedFiles: number;
  readonly fetchedBytes: number;
  /** Whether every file was looked at. */
  readonly isLook: boolean;
}

/** A disk forgets, and people edit. */
const LOOK_EVERY_MS = 3_600_000;

/** One turn. Waits for another mirror of the same folder. Never throws for what sources or a disk do. */
export async function mirrorOnce(task: MirrorTask): Promise<MirrorReport> {
  const fetches = { files: 0, bytes: 0 };
  try {
    return await inTurn(task.lock, async (turn) => {
      await makeFolder(task.to);
      await task.memory.load();
      return oneTurn(task, turn, fetches);
    });
  } catch (error) {
    const problem = problemOf(error, task.to);
    const release = { outcome: 'failed', pointer: null, source: null, isOld: false } as const;
    return {
      release: { ...release, objects: 0, pages: 0 },
      site: { outcome: 'notAsked', site: null, files: 0 },
      problems: [problem],
      fetchedFiles: fetches.files,
      fetchedBytes: fetches.bytes,
      isLook: false,
    };
  }
}

async function oneTurn(task: MirrorTask, turn: Turn, fetches: MirrorWork['fetches']): Promise<MirrorReport> {
  const { from, to, memory, now } = task;
  const work: MirrorWork = { to, sources: from, memory, turn, now, fetches };
  const since =
    memory.value.lookedAt === null ? Number.NaN : now.getTime() - Date.parse(memory.value.lookedAt);
  const isLook = task.isLook || !(Math.abs(since) < (task.lookEveryMs ?? LOOK_EVERY_MS));
  if (isLook) await removeDeadDrafts(to);
  const release = await followRelease(task, work, isLook);
  const keys = { publicKeys: task.publicKeys, revokedKeyIds: memory.value.revokedKeyIds };
  const asksForSite = task.site === 'now' || (task.site === 'later' && isLook);
  const site = asksForSite ? await followSite(task, work, isLook) : null;
  const problems = [...release.problems, ...(site?.problems ?? [])];
  if (isLook && release.outcome !== 'failed' && site?.outcome !== 'failed') {
    await sweepDrafts(to, await listFiles(to));
    await memory.update({ lookedAt: now.toISOString() });
  }
  return {
    release,
    site: site ?? { outcome: 'notAsked', site: (await siteHere(to, keys))?.site ?? null, files: 0 },
    problems,
    fetchedFiles: fetches.files,
    fetchedBytes: fetches.bytes,
    isLook,
  };
}

type Followed = MirrorReport['release'] & { readonly problems: readonly MirrorProblem[] };

/** A source whose pages are just being replaced gives some of the release to come: then it has that pointer soon. */
const TRIES = 3;

async function followRelease(task: MirrorTask, work: MirrorWork, isLook: boolean): Promise<Followed> {
  const here = await pointerHere(task);
  const passed: MirrorProblem[] = [];
  let tried: FoundRelease | null = null;
  for (let left = TRIES; left > 0; left -= 1) {
    const trust = trustOf(task, here);
    const search = await findRelease({ ...task, sources: task.from, trust, here });
    const { found } = search;
    if (tried === null || found === null) passed.push(...search.problems);
    if (found === null || (tried !== null && found.said.sha256 === tried.said.sha256)) break;
    try {
      const copied = await follow(work, found, here, isLook);
      return { ...copied, isOld: !isFresh(found.pointer.issuedAt, task.now), problems: passed };
    } catch (error) {
      passed.push(problemOf(error, task.to, found.source.name));
      if (!(error instanceof MirrorFailure)) break;
    }
    tried = found;
  }
  const isOld = here !== null && !isFresh(here.pointer.issuedAt, task.now);
  const kept = { pointer: here?.pointer ?? null, source: null, isOld, objects: 0, pages: 0 };
  return { outcome: 'failed', ...kept, problems: passed };
}

async function follow(
  work: MirrorWork,
  found: FoundRelease,
  here: LivePointer | null,
  isLook: boolean,
): Promise<Omit<Followed, 'isOld' | 'problems'>> {
  const { memory, to } = work;
  await memory.update({ revokedKeyIds: [...found.revokedKeyIds] });
  const hash = here === null ? null : await sha256Hex(here.bytes);
  const isWhole =
    hash !== null &&
    hash === memory.value.wholePointer &&
    (await bytesOf(join(to, COMING_POINTER_FILE))) === null;
  const isSame = hash === found.said.sha256;
  let copied = { objects: 0, pages: 0 };
  if (!isSame || !isWhole || isLook) {
    const sources = [found.source, ...work.sources.filter((each) => each !== found.source)];
    copied = await copyRelease({ ...work, sources }, found, isWhole && !isLook ? here : null);
  }
  await memory.noteSeen(found.source.name, POINTER_FILE, found.said);
  const isChanged = !isSame || copied.objects + copied.pages > 0;
  const outcome = isChanged ? 'copied' : 'unchanged';
  return { outcome, pointer: found.pointer, source: found.source.name, ...copied };
}

/** A pointer here that nobody signed is not followed, nor compared with. */
async function pointerHere({ to, publicKeys, memory }: MirrorTask): Promise<LivePointer | null> {
  const bytes = await bytesOf(join(to, POINTER_FILE));
  if (bytes === null) return null;
  const { revokedKeyIds } = memory.value;
  const verified = await verifyPointer(bytes, { publicKeys, revokedKeyIds, highestSequences: {} });
  return verified.ok ? { pointer: verified.value.pointer, bytes } : null;
}

function trustOf({ publicKeys, memory }: MirrorTask, here: LivePointer | null): Trust {
  const { revokedKeyIds, highestSequences } = memory.value;
  if (here === null) return { publicKeys, revokedKeyIds, highestSequences };
  const { releaseLine, sequence } = here.pointer;
  const highest = Math.max(sequence, highestSequences[releaseLine] ?? 0);
  return { publicKeys, revokedKeyIds, highestSequences: { ...highestSequences, [releaseLine]: highest } };
}

async function followSite(task: MirrorTask, work: MirrorWork, isLook: boolean): Promise<CopiedSite> {
  const keys = { publicKeys: task.publicKeys, revokedKeyIds: work.memory.value.revokedKeyIds };
  try {
    return await copySite(work, keys, isLook, task.beforeSite);
  } catch (error) {
    const problem = problemOf(error, task.to);
    const site = (await siteHere(task.to, keys))?.site ?? null;
    return { outcome: 'failed', site, files: 0, problems: [problem] };
  }
}

/** Bugs are thrown on. */
function problemOf(error: unknown, folder: string, source = folder): MirrorProblem {
  if (error instanceof MirrorFailure && error.problem.source === '') return { ...error.problem, source };
  if (error instanceof TurnLost) return { code: 'disk', source: folder, file: '', message: error.message };
  const problem = diskProblem(error, folder);
  if (problem === null) throw error;
  return problem;
}
