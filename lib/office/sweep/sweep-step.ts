// Owns one step of a sweep: so much of it as there is time for. It may be done again at any time, by anybody; what it removes
// is named by nothing and has not been used for long. Writes nothing down but in what it gives back.

import { inBatches } from '../publish/in-batches';
import type { PublishPorts } from '../publish/publish-ports';
import { type Found, isKept } from './found';
import { lookInto } from './look-into';
import { forgetExpired, removeEndedJobs } from './old-records';
import { type SweepRun, unusedSince, withGone } from './sweep-run';

/** The folders of blobs. One that is not among them is left alone. */
export const sweptFolders = [
  'uploads',
  'preview',
  'parts',
  'memo',
  'merged',
  'plans',
  'golden',
  'problems',
  'columns',
  'divisions',
  'fixes',
  'suggestions',
  'datasets',
  'pages',
  'objects',
  'sweep',
] as const;

const REMOVED_AT_ONCE = 200;

export interface SweepTask {
  readonly found: Found;
  readonly mayGoOn: () => boolean;
  /** Everything is looked at, nothing removed. */
  readonly isDryRun: boolean;
}

/** The run as it is afterwards; `found` may have grown. Throws `StoreError`. */
export async function sweepStep(ports: PublishPorts, run: SweepRun, task: SweepTask): Promise<SweepRun> {
  if (run.phase === 'look') {
    await lookInto(ports, task.found, task.mayGoOn);
    return task.found.toLook.size > 0 ? run : { ...run, phase: 'blobs' };
  }
  if (run.phase === 'blobs') return sweepBlobs(ports, run, task);
  if (run.phase === 'state') {
    const removed = await removeEndedJobs(ports, run, task);
    if (!task.isDryRun) await forgetExpired(ports);
    return { ...run, phase: 'folder', gone: withGone(run.gone, 'jobs', removed) };
  }
  return run.phase === 'folder' ? sweepReleaseFolder(ports, run, task) : run;
}

/** Names go in their order, so that whoever goes on knows where: most of them are hashes of the length of all others. */
async function sweepBlobs(ports: PublishPorts, run: SweepRun, task: SweepTask): Promise<SweepRun> {
  const folder = sweptFolders[run.folder];
  if (folder === undefined) return { ...run, phase: 'state' };
  const stored = (await ports.blobs.list(`${folder}/`)).filter((name) => !isKept(task.found, name));
  // Nothing can rely on what was never whole, whatever names it.
  const unfinished = await ports.blobs.unfinished(`${folder}/`);
  const names = [...new Set([...stored, ...unfinished])].sort().filter((name) => name > run.after);
  const batches: (readonly string[])[] = [];
  for (let at = 0; at < names.length; at += REMOVED_AT_ONCE)
    batches.push(names.slice(at, at + REMOVED_AT_ONCE));
  let { gone, after } = run;
  const isWhole = await inBatches(batches, 1, async (batch) => {
    const { blobs } = ports;
    const unused = await (task.isDryRun ? blobs.unused : blobs.removeUnused)(batch, unusedSince(run));
    gone = withGone(gone, folder, unused);
    after = batch.at(-1) ?? after;
    return task.mayGoOn();
  });
  return isWhole ? { ...run, gone, folder: run.folder + 1, after: '' } : { ...run, gone, after };
}

async function sweepReleaseFolder(ports: PublishPorts, run: SweepRun, task: SweepTask): Promise<SweepRun> {
  if (ports.folder === null) return { ...run, phase: 'done' };
  const { isWhole, removed } = await ports.folder.sweep({
    releases: task.found.releases,
    isKept: (object) => isKept(task.found, `objects/${object}`),
    unusedSince: unusedSince(run),
    mayGoOn: task.mayGoOn,
    isDryRun: task.isDryRun,
  });
  const gone = withGone(run.gone, 'release folder', removed);
  return { ...run, gone, phase: isWhole ? 'done' : 'folder' };
}
