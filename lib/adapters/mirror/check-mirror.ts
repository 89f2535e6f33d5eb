// Owns looking at a mirror without changing it: what of its web root is missing, altered, too much, or older than its sources.
// Whoever mends is mirror-once.

import { join } from 'node:path';
import { sha256Hex } from '@/lib/release/bytes';
import { isSha256Hex, MAX_POINTER_BYTES, objectPath, type Sha256Hex } from '@/lib/release/format';
import { isPagePath } from '@/lib/release/page-paths';
import { isSitePath, SITE_FILE, verifySite } from '@/lib/release/site-manifest';
import { POINTER_FILE, type Trust, verifyPointer } from '@/lib/release/verify-pointer';
import { presentObjects } from '../release-files';
import { COPY_ENDINGS, listFiles } from '../web-root';
import { bytesOf, type FileState, fileState } from './file-state';
import { findRelease } from './find-release';
import type { MemoryFile } from './mirror-memory';
import { MirrorFailure, type MirrorProblem } from './mirror-problem';
import type { MirrorSource } from './mirror-source';
import { releaseNames } from './release-names';
import { sideBySide } from './side-by-side';

/** One difference between a mirror and what it should be. `extra`: a file that belongs to nothing here. `older`: a source has a
 *  newer one. `notBelieved`: pointer or `site.json` of the mirror itself. */
export interface Drift {
  readonly kind: Exclude<FileState, 'right'> | 'extra' | 'older' | 'notBelieved';
  readonly file: string;
  readonly message: string;
}

/** What was found; `problems` are those of sources that could not be asked. */
export interface MirrorCheck {
  readonly drift: readonly Drift[];
  readonly problems: readonly MirrorProblem[];
  /** Files looked at and right. */
  readonly right: number;
}

interface CheckTask {
  readonly from: readonly MirrorSource[];
  readonly to: string;
  readonly publicKeys: readonly string[];
  readonly memory: MemoryFile;
  readonly now: Date;
  /** Files that a deployment has left for pages that are still open. */
  readonly kept?: ReadonlySet<string>;
  /** The sources' sites are not this folder's. */
  readonly isReleaseOnly?: boolean;
}

const MESSAGES: Readonly<Record<Exclude<FileState, 'right'>, string>> = {
  missing: 'is not there',
  altered: 'has other bytes than it should',
  staleCopy: 'a compressed copy beside it says something else, and that is what servers send',
  noCopy: 'a compressed copy beside it is missing: servers send more bytes than they need to',
};

/** Look at every file. Reads the sources' pointer and `site.json`, and nothing else of them. */
export async function checkMirror(task: CheckTask): Promise<MirrorCheck> {
  await task.memory.load();
  const wanted = new Map<string, Sha256Hex>();
  const drift: Drift[] = [];
  const { revokedKeyIds, highestSequences } = task.memory.value;
  const trust: Trust = { publicKeys: task.publicKeys, revokedKeyIds, highestSequences };
  const problems = await wantedOfRelease(task, trust, wanted, drift);
  problems.push(...(await wantedOfSite(task, trust, wanted, drift)));
  let right = 0;
  await sideBySide(wanted, async ([path, hash]) => {
    const { state } = await fileState(task.to, path, hash);
    if (state === 'right') right += 1;
    else drift.push({ kind: state, file: path, message: MESSAGES[state] });
  });
  await others(task, wanted, drift);
  drift.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { drift, problems, right };
}

async function wantedOfRelease(
  { to, from, memory, now }: CheckTask,
  trust: Trust,
  wanted: Map<string, Sha256Hex>,
  drift: Drift[],
): Promise<MirrorProblem[]> {
  const bytes = await bytesOf(join(to, POINTER_FILE));
  const verified = bytes === null ? null : await verifyPointer(bytes, trust);
  const here = bytes !== null && verified?.ok === true ? { pointer: verified.value.pointer, bytes } : null;
  if (bytes === null) drift.push({ kind: 'missing', file: POINTER_FILE, message: MESSAGES.missing });
  else if (verified?.ok === false)
    drift.push({ kind: 'notBelieved', file: POINTER_FILE, message: verified.error.message });
  const { found, problems } = await findRelease({ sources: from, trust, memory, here: null, now });
  if (here === null) return [...problems];
  wanted.set(POINTER_FILE, await sha256Hex(here.bytes));
  if (found !== null && found.pointer.sequence > here.pointer.sequence) {
    const message = `${found.source.name} has release ${found.pointer.sequence}, and here is ${here.pointer.sequence}`;
    drift.push({ kind: 'older', file: POINTER_FILE, message });
  }
  await addNames(to, here.pointer, wanted, drift);
  // A source that is older than this mirror is no fault of the mirror's.
  return problems.filter(({ code }) => code !== 'lowerSequence');
}

/** As far as the objects that name others can be read: of those below one that cannot, nothing can be said. */
async function addNames(
  to: string,
  pointer: Parameters<typeof releaseNames>[0],
  wanted: Map<string, Sha256Hex>,
  drift: Drift[],
): Promise<void> {
  const load = async (name: Sha256Hex): Promise<Uint8Array> => {
    wanted.set(objectPath(name), name);
    const bytes = await bytesOf(join(to, objectPath(name)));
    if (bytes !== null && (await sha256Hex(bytes)) === name) return bytes;
    const message = 'not all could be looked at';
    throw new MirrorFailure({ code: 'wrongHash', source: to, file: objectPath(name), message });
  };
  try {
    const { objects, pages } = await releaseNames(pointer, null, load);
    for (const name of objects) wanted.set(objectPath(name), name);
    for (const [path, hash] of pages) wanted.set(path, hash);
  } catch (error) {
    if (!(error instanceof MirrorFailure)) throw error;
    const { file, code, message } = error.problem;
    if (code === 'malformed') drift.push({ kind: 'altered', file, message });
  }
}

async function wantedOfSite(
  { to, from, isReleaseOnly }: CheckTask,
  { publicKeys, revokedKeyIds }: Trust,
  wanted: Map<string, Sha256Hex>,
  drift: Drift[],
): Promise<readonly MirrorProblem[]> {
  const bytes = await bytesOf(join(to, SITE_FILE));
  const keys = { publicKeys, revokedKeyIds };
  const here = bytes === null ? null : await verifySite(bytes, { ...keys, highestSequence: 0 });
  if (here?.ok === false) drift.push({ kind: 'notBelieved', file: SITE_FILE, message: here.error.message });
  if (bytes !== null && here?.ok === true) {
    wanted.set(SITE_FILE, await sha256Hex(bytes));
    for (const [path, hash] of Object.entries(here.value.site.files)) wanted.set(path, hash);
  }
  const sequence = here?.ok === true ? here.value.site.sequence : 0;
  const problems: MirrorProblem[] = [];
  for (const source of isReleaseOnly === true ? [] : from) {
    const got = await source.get(SITE_FILE, MAX_POINTER_BYTES);
    if (!got.ok) {
      if (got.error.code !== 'notFound')
        problems.push({ source: source.name, file: SITE_FILE, ...got.error });
      continue;
    }
    const theirs =
      got.value.kind === 'bytes'
        ? await verifySite(got.value.bytes, { ...keys, highestSequence: sequence })
        : null;
    if (theirs?.ok !== true) continue;
    const { sequence: newer } = theirs.value.site;
    if (newer > sequence) {
      const message = `${source.name} has site ${newer}, and here is ${sequence === 0 ? 'none' : sequence}`;
      drift.push({ kind: 'older', file: SITE_FILE, message });
    }
    break;
  }
  return problems;
}

/** Everything else that lies there: objects of earlier releases are right by their names, retired files are kept on purpose. */
async function others(
  { to, memory, kept }: CheckTask,
  wanted: ReadonlyMap<string, Sha256Hex>,
  drift: Drift[],
): Promise<void> {
  const objects = await presentObjects(to);
  const files = await listFiles(to);
  await sideBySide(files, async (path) => {
    const ending = COPY_ENDINGS.find((each) => path.endsWith(each));
    const file = ending === undefined ? path : path.slice(0, -ending.length);
    if (wanted.has(file) || isPassing(file)) return;
    const name = /^\/v1\/objects\/([0-9a-f]{64})\.json$/.exec(file)?.[1] ?? '';
    const isKept = isSha256Hex(name)
      ? objects.has(`${name}.json`)
      : kept?.has(file) === true || Object.hasOwn(memory.value.retired, file);
    if (!isKept) drift.push({ kind: 'extra', file: path, message: extraMessage(path) });
    else if (isSha256Hex(name) && ending === undefined) {
      const { state } = await fileState(to, file, name);
      if (state !== 'right' && state !== 'noCopy')
        drift.push({ kind: state, file, message: MESSAGES[state] });
    }
  });
}

/** Drafts and locks of whoever is writing just now, and what `levee probe` writes. */
const isPassing = (path: string): boolean => /\.(?:tmp|lock)$|^\/status\.json$/.test(path);

function extraMessage(path: string): string {
  if (isPagePath(path)) return 'is a page of no release here';
  return isSitePath(path) ? 'is on no list of the site’s files' : 'belongs to neither release nor site';
}
