// Owns one turn's work on a mirror's web root: getting a file by its hash and putting it there, now or together with others.
// Knows neither releases nor sites.

import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sha256Hex } from '@/lib/release/format';
import { type Draft, syncFolder } from '../atomic-files';
import { makeFolder } from '../make-folder';
import { type Effort, listFiles, removeFile, stageCompressed } from '../web-root';
import { type Fetches, fetchRight } from './fetch-right';
import { fileState } from './file-state';
import type { MemoryFile } from './mirror-memory';
import type { MirrorSource } from './mirror-source';
import { sideBySide } from './side-by-side';
import { isAlive, type Turn } from './turn';

/** All that one turn works with. */
export interface MirrorWork {
  readonly to: string;
  /** The one whose pointer or list is being copied first: what it leads to is asked there before anywhere else. */
  readonly sources: readonly MirrorSource[];
  readonly memory: MemoryFile;
  readonly turn: Turn;
  readonly now: Date;
  readonly fetches: Fetches;
}

/** A file to be put in place: where, and what. */
export interface Wanted {
  readonly path: string;
  readonly hash: Sha256Hex;
  readonly maxBytes: number;
}

/** Files made ready under other names. `put` puts them in place, those of a lower rank first. */
export interface Staged {
  readonly paths: readonly string[];
  readonly put: (rank: (path: string) => number) => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Many files at once are wanted soon; few are sent often, and get what time it takes. */
export const effortFor = (files: number): Effort => (files > 200 ? 'quick' : 'best');

/** Get files and make them ready. With `isLooked`, a file that is there and right is left alone, and one whose copies alone are
 *  wrong is written anew without being fetched; without, each is fetched. */
export async function stageWanted(
  work: MirrorWork,
  wanted: readonly Wanted[],
  isLooked: boolean,
): Promise<Staged> {
  const effort = effortFor(wanted.length);
  const drafts = new Map<string, Draft>();
  const discard = async (): Promise<void> => {
    for (const draft of drafts.values()) await draft.discard();
  };
  const folders = new Set(wanted.map(({ path }) => dirname(join(work.to, path))));
  for (const folder of folders) await makeFolder(folder);
  try {
    await sideBySide(wanted, async ({ path, hash, maxBytes }) => {
      const there = isLooked ? await fileState(work.to, path, hash) : null;
      if (there?.state === 'right') return;
      const bytes = there?.bytes ?? (await fetchRight(work.sources, path, hash, maxBytes, work.fetches));
      drafts.set(path, await stageCompressed(work.to, path, bytes, effort));
    });
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    paths: [...drafts.keys()],
    discard,
    put: async (rank) => {
      const ranks = [...new Set([...drafts.keys()].map(rank))].sort((a, b) => a - b);
      for (const each of ranks) {
        const group = [...drafts].filter(([path]) => rank(path) === each);
        await sideBySide(group, async ([, draft]) => draft.put());
      }
      for (const folder of folders) await syncFolder(folder);
    },
  };
}

/** What has been led to by nothing for longer than this is at no reader any more. */
const RETIRED_FOR_MS = 30 * 86_400_000;

/** Remembers since when what is gone has been led to by nothing, and forgets what is wanted again. `since` is for `gone`: now, or
 *  the empty text for what is to be removed at the next occasion. */
export async function noteRetired(
  { memory }: MirrorWork,
  gone: ReadonlyMap<string, string>,
  isWanted: (path: string) => boolean,
): Promise<void> {
  const all = { ...Object.fromEntries(gone), ...memory.value.retired };
  const left = Object.entries(all).filter(([path]) => !isWanted(path));
  await memory.update({ retired: Object.fromEntries(left) });
}

/** Removes what was retired 30 days ago, among the paths that the caller knows to be wanted by nothing. */
export async function sweepRetired(
  { to, memory, now }: MirrorWork,
  owns: (path: string) => boolean,
): Promise<void> {
  // A time that is none counts as long ago.
  const isOver = (at: string): boolean => !(now.getTime() - Date.parse(at) < RETIRED_FOR_MS);
  const over = Object.entries(memory.value.retired).filter(([path, at]) => owns(path) && isOver(at));
  for (const [path] of over) await removeFile(to, path);
  const removed = new Set(over.map(([path]) => path));
  const left = Object.entries(memory.value.retired).filter(([path]) => !removed.has(path));
  await memory.update({ retired: Object.fromEntries(left) });
}

/** Takes away what a mirror that was killed had made ready: of a whole state, as much as the state itself. */
export async function removeDeadDrafts(root: string): Promise<void> {
  for (const path of await listFiles(root)) {
    const pid = /\.(\d+)\.tmp$/.exec(path)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(root, path), { force: true });
  }
}
