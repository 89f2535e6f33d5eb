// Owns putting a release whose pointer is believed into a web root: objects, then pages, then the pointer, so that a reader,
// or a kill anywhere in between, meets the old release whole or the new one. Who is believed is find-release's.

import { dirname, join } from 'node:path';
import { sha256Hex } from '@/lib/release/bytes';
import {
  isSha256Hex,
  MAX_OBJECT_BYTES,
  objectPath,
  type Pointer,
  type Sha256Hex,
} from '@/lib/release/format';
import { COMING_POINTER_FILE } from '@/lib/release/verify-pages';
import { POINTER_FILE } from '@/lib/release/verify-pointer';
import { syncFolder, writeAtomically } from '../atomic-files';
import { withLock } from '../file-lock';
import { pageRank, removeOtherPages } from '../page-files';
import { presentObjects } from '../release-files';
import { type Effort, removeFile, stageCompressed } from '../web-root';
import { fetchRight } from './fetch-right';
import { bytesOf, fileState } from './file-state';
import { MirrorFailure } from './mirror-problem';
import {
  effortFor,
  type MirrorWork,
  noteRetired,
  type Staged,
  stageWanted,
  sweepRetired,
} from './mirror-root';
import { type ReleaseNames, releaseNames } from './release-names';
import { sideBySide } from './side-by-side';

/** Where objects lie: `/v1/objects/`. */
const OBJECTS = objectPath('').replace('.json', '');

/** A pointer that is believed, as it was signed. */
export interface LivePointer {
  readonly pointer: Pointer;
  readonly bytes: Uint8Array;
}

/** What was put in place. */
export interface CopiedRelease {
  readonly objects: number;
  readonly pages: number;
}

/** Copy a release. `before`: the one that is there, known to be whole; null: then every file is looked at. Throws a
 *  MirrorFailure, or what the disk throws; until the first page is renamed, nothing that readers see has changed. */
export async function copyRelease(
  work: MirrorWork,
  live: LivePointer,
  before: LivePointer | null,
): Promise<CopiedRelease> {
  const isLook = before === null;
  const objects = new ObjectFolder(work, await presentObjects(work.to), isLook);
  const names = await releaseNames(live.pointer, before?.pointer ?? null, (name) => objects.load(name));
  objects.effort = effortFor(names.objects.size);
  await sideBySide(names.objects, (name) => objects.ensure(name));
  await syncFolder(dirname(join(work.to, objectPath('0'))));
  const wanted = [...names.pages].map(([path, hash]) => ({ path, hash, maxBytes: MAX_OBJECT_BYTES }));
  const staged = await stageWanted(work, wanted, isLook);
  await replace(work, live, staged);
  await takeAway(work, names, isLook);
  await remember(work, live, objects, isLook);
  return { objects: objects.written, pages: staged.paths.length };
}

/** The objects of a web root: those that are missing are fetched, and all that are read are right. */
class ObjectFolder {
  readonly #work: MirrorWork;
  readonly #isLook: boolean;
  readonly #right = new Set<Sha256Hex>();
  readonly #wanted = new Set<string>();
  readonly present: ReadonlySet<string>;
  written = 0;
  effort: Effort;

  constructor(work: MirrorWork, present: ReadonlySet<string>, isLook: boolean) {
    this.#work = work;
    this.present = present;
    this.#isLook = isLook;
    this.effort = present.size === 0 ? 'quick' : 'best';
  }

  /** A file of an object's name is put there whole and by nobody who has not checked it; a look does not rely on that. */
  async ensure(name: Sha256Hex): Promise<void> {
    this.#wanted.add(objectPath(name));
    if (this.#right.has(name) || (!this.#isLook && this.present.has(`${name}.json`))) return;
    const path = objectPath(name);
    const there = this.#isLook ? await fileState(this.#work.to, path, name) : null;
    if (there?.state !== 'right') await this.#write(name, there?.bytes ?? (await this.#fetch(name)));
    this.#right.add(name);
  }

  async load(name: Sha256Hex): Promise<Uint8Array> {
    await this.ensure(name);
    const bytes = await bytesOf(join(this.#work.to, objectPath(name)));
    if (bytes !== null && (await sha256Hex(bytes)) === name) return bytes;
    const fetched = await this.#fetch(name);
    await this.#write(name, fetched);
    this.#right.add(name);
    return fetched;
  }

  isWanted(path: string): boolean {
    return this.#wanted.has(path);
  }

  #fetch(name: Sha256Hex): Promise<Uint8Array> {
    const { sources, fetches } = this.#work;
    return fetchRight(sources, objectPath(name), name, MAX_OBJECT_BYTES, fetches);
  }

  async #write(name: Sha256Hex, bytes: Uint8Array): Promise<void> {
    await (await stageCompressed(this.#work.to, objectPath(name), bytes, this.effort)).put();
    this.written += 1;
  }
}

/** Somebody else may write here, too: `levee notice`, with the same lock. What is newer than ours stays. */
async function replace(work: MirrorWork, live: LivePointer, staged: Staged): Promise<void> {
  const { to, memory, turn } = work;
  const [file, coming] = [join(to, POINTER_FILE), join(to, COMING_POINTER_FILE)];
  const there = await bytesOf(file);
  await withLock(`${file}.lock`, async () => {
    await turn.check();
    if (!isSame(there, await bytesOf(file))) {
      await staged.discard();
      const message = 'another program has written a release here meanwhile';
      throw new MirrorFailure({ code: 'disk', source: to, file: POINTER_FILE, message });
    }
    if (staged.paths.length === 0 && there !== null && Buffer.from(live.bytes).equals(there)) return;
    const pointer = await stageCompressed(to, POINTER_FILE, live.bytes);
    // From here on the pages are mixed, and whoever finds them so has to look at all of them.
    await memory.update({ wholePointer: null });
    await writeAtomically(coming, live.bytes);
    await staged.put(pageRank);
    await pointer.put();
    await syncFolder(dirname(file));
  });
  await removeFile(to, COMING_POINTER_FILE);
}

function isSame(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}

async function takeAway(
  work: MirrorWork,
  { pages, gonePages }: ReleaseNames,
  isLook: boolean,
): Promise<void> {
  if (isLook) await removeOtherPages(work.to, pages);
  else for (const path of gonePages) await removeFile(work.to, path);
}

/** Objects of earlier releases stay for whoever is still reading one; a look knows which those are. */
async function remember(
  work: MirrorWork,
  { pointer, bytes }: LivePointer,
  objects: ObjectFolder,
  isLook: boolean,
): Promise<void> {
  const { memory, now } = work;
  const { highestSequences } = memory.value;
  const isWanted = (path: string): boolean => objects.isWanted(path);
  const gone = isLook ? [...objects.present].flatMap(pathOfObject) : [];
  await noteRetired(work, new Map(gone.map((path) => [path, now.toISOString()])), isWanted);
  await memory.update({
    wholePointer: await sha256Hex(bytes),
    highestSequences: {
      ...highestSequences,
      [pointer.releaseLine]: Math.max(pointer.sequence, highestSequences[pointer.releaseLine] ?? 0),
    },
  });
  if (isLook) await sweepRetired(work, (path) => path.startsWith(OBJECTS));
}

function pathOfObject(file: string): readonly string[] {
  const name = file.endsWith('.json') ? file.slice(0, -5) : '';
  return isSha256Hex(name) ? [objectPath(name)] : [];
}
